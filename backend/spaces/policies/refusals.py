"""Why a change of places is refused."""

from enum import StrEnum


class PlaceRefusal(StrEnum):
    LAYOUT_IS_HISTORY = "layout_is_history"
    LAYOUT_HAS_BEGUN = "layout_has_begun"
    LAYOUT_DESKS_ELSEWHERE = "layout_desks_elsewhere"
    DXF_UNREADABLE = "dxf_unreadable"
    DXF_EMPTY = "dxf_empty"
    DXF_TOO_DETAILED = "dxf_too_detailed"
    DXF_TOO_LARGE = "dxf_too_large"
    CLOSURE_IS_OVER = "closure_is_over"
    DRAFT_CHANGED = "draft_changed"
    DRAFT_IS_CLOSED = "draft_is_closed"
    DRAFT_HAS_MISTAKES = "draft_has_mistakes"
    DRAFT_CHANGES_NOTHING = "draft_changes_nothing"
