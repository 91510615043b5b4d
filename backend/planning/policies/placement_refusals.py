"""Why something cannot be done with a placement."""

from collections.abc import Mapping
from enum import StrEnum

from core.words import Language


class PlacementRefusal(StrEnum):
    """Codes of refusals about placements."""

    PLACEMENT_IS_OVER = "placement_is_over"
    PLACEMENT_NOT_DONE = "placement_not_done"
    PLACEMENT_GOES_ON = "placement_goes_on"
    PLACEMENT_CHANGES_NOTHING = "placement_changes_nothing"
    PLACEMENT_FLOOR_WITHOUT_LAYOUT = "placement_floor_without_layout"
    PLACEMENT_DRAFT_EDITED = "placement_draft_edited"


PLACEMENT_WORDS: Mapping[str, Mapping[Language, str]] = {
    PlacementRefusal.PLACEMENT_IS_OVER: {
        "ja": "この配置の計算は、もう終わっています。",
        "en": "This placement has been worked out already.",
    },
    PlacementRefusal.PLACEMENT_NOT_DONE: {
        "ja": "この配置には、まだ結果がありません。計算が終わってから、もう一度お試しください。",
        "en": "This placement has no result yet. Try again when it has been worked out.",
    },
    PlacementRefusal.PLACEMENT_GOES_ON: {
        "ja": "この配置は計算中です。先に計算を中止してください。",
        "en": "This placement is being worked out. Stop it first.",
    },
    PlacementRefusal.PLACEMENT_CHANGES_NOTHING: {
        "ja": "この配置は、その日のレイアウトとちがうところがありません。",
        "en": "This placement is what the layouts of that day have already.",
    },
    PlacementRefusal.PLACEMENT_FLOOR_WITHOUT_LAYOUT: {
        "ja": "その日にレイアウトのない階があります。先にレイアウトを公開してください。",
        "en": "A floor has no layout on that day. Publish one first.",
    },
    PlacementRefusal.PLACEMENT_DRAFT_EDITED: {
        "ja": "この配置から作ったレイアウト案を、だれかが編集しています。上書きしないように、作り直しませんでした。",
        "en": "Somebody has edited a draft made from this placement. It was not made anew, so nothing is written over.",
    },
}
