"""Why a change of places is refused."""

from enum import StrEnum


class PlaceRefusal(StrEnum):
    LAYOUT_IS_HISTORY = "layout_is_history"
    CLOSURE_IS_OVER = "closure_is_over"
