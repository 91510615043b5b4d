"""The sentences of refusals about places."""

from collections.abc import Mapping

from core.words import Language
from spaces.policies.refusals import PlaceRefusal

PLACE_WORDS: Mapping[str, Mapping[Language, str]] = {
    PlaceRefusal.LAYOUT_IS_HISTORY: {
        "ja": "過去のレイアウトは変えられません。今日以降の日から適用してください。",
        "en": "A layout of the past cannot change. Let the change begin today or later.",
    },
    PlaceRefusal.CLOSURE_IS_OVER: {
        "ja": "この利用停止はすでに終わっています。",
        "en": "This closure is over already.",
    },
}
