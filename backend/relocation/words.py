"""The sentences of refusals about displaced bookings."""

from collections.abc import Mapping

from core.words import Language
from relocation.policies.refusals import RelocationRefusal

RELOCATION_WORDS: Mapping[str, Mapping[Language, str]] = {
    RelocationRefusal.DISPLACEMENT_ANSWERED: {
        "ja": "この移動のお知らせには、すでに回答しています。",
        "en": "This has been answered already.",
    },
    RelocationRefusal.DISPLACEMENT_OVER: {
        "ja": "この予約の時間は過ぎています。",
        "en": "The time of this booking is over.",
    },
}
