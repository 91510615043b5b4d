"""Why a planned transfer is not loaded or not withdrawn."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from core.refused import Refused
from core.words import Language
from directory.policies.runs import TransferState


class TransferRefusal(StrEnum):
    """Codes of refusals about planned transfers."""

    TRANSFER_DAY_IS_PAST = "transfer_day_is_past"
    TRANSFER_DAY_TAKEN = "transfer_day_taken"
    TRANSFER_CHANGES_NOTHING = "transfer_changes_nothing"
    TRANSFER_IS_SETTLED = "transfer_is_settled"


TRANSFER_WORDS: Mapping[str, Mapping[Language, str]] = {
    TransferRefusal.TRANSFER_DAY_IS_PAST: {
        "ja": "人事異動の日は、あしたからあとにしてください。",
        "en": "A transfer has to take effect tomorrow or later.",
    },
    TransferRefusal.TRANSFER_DAY_TAKEN: {
        "ja": "この日の人事異動は、もう読み込まれています。入れかえるには、先に取りやめてください。",
        "en": "A transfer for this day is loaded already. Withdraw it first to load another.",
    },
    TransferRefusal.TRANSFER_CHANGES_NOTHING: {
        "ja": "このファイルは、いまの所属や職員と変わりません。",
        "en": "This file says nothing that is not so already.",
    },
    TransferRefusal.TRANSFER_IS_SETTLED: {
        "ja": "この人事異動は、もう反映されたか、取りやめられています。",
        "en": "This transfer has been applied or withdrawn already.",
    },
}


def day_refused(effective_on: date, today: date) -> Refused | None:
    """Why no transfer can take effect on that day; it is carried out at the midnight that begins it."""
    if effective_on > today:
        return None
    return Refused(TransferRefusal.TRANSFER_DAY_IS_PAST, {"allowed_from": today.isoformat()})


def withdrawal_refused(state: TransferState) -> Refused | None:
    """Why the transfer cannot be withdrawn: it was carried out, or withdrawn before. One that failed can be."""
    if state in (TransferState.LOADED, TransferState.FAILED):
        return None
    return Refused(TransferRefusal.TRANSFER_IS_SETTLED, {"state": state.value})
