"""The sentences of refusals about waiting."""

from collections.abc import Mapping

from core.words import Language
from waitlists.policies.refusals import WaitRefusal

WAITLIST_WORDS: Mapping[str, Mapping[Language, str]] = {
    WaitRefusal.DESKS_ARE_FREE: {
        "ja": "空いている席があります。待たずに予約できます。",
        "en": "There are free desks. You can book one without waiting.",
    },
    WaitRefusal.NO_DESK_FITS: {
        "ja": "このエリアには、希望に合う予約席がありません。",
        "en": "This area has no bookable desk with what you want.",
    },
    WaitRefusal.ALREADY_WAITING: {
        "ja": "この時間の空き待ちに、すでに入っています。",
        "en": "You are waiting for a desk at that time already.",
    },
    WaitRefusal.WAIT_IS_OVER: {
        "ja": "この空き待ちは、すでに終わっています。",
        "en": "This wait is over already.",
    },
}
