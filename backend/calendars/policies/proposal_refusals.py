"""Why a proposal cannot be answered."""

from collections.abc import Mapping
from enum import StrEnum

from core.words import Language


class ProposalRefusal(StrEnum):
    """`said_by_hand` and `form_needed` only keep something from being accepted unasked: it stays a proposal."""

    PROPOSAL_DECIDED = "proposal_decided"
    PROPOSAL_OVER = "proposal_over"
    SAID_BY_HAND = "said_by_hand"
    FORM_NEEDED = "form_needed"
    MANY_DELETED = "many_deleted"


PROPOSAL_WORDS: Mapping[str, Mapping[Language, str]] = {
    ProposalRefusal.PROPOSAL_DECIDED: {
        "ja": "この提案は、すでに処理されています。",
        "en": "This proposal has been answered already.",
    },
    ProposalRefusal.PROPOSAL_OVER: {
        "ja": "過ぎた日の提案は、予定に入れられません。",
        "en": "The day of this proposal has passed.",
    },
    ProposalRefusal.SAID_BY_HAND: {
        "ja": "その時間にはご自身で入れた予定があるため、自動では変えませんでした。",
        "en": "You have entered something for that time yourself, so nothing was changed automatically.",
    },
    ProposalRefusal.FORM_NEEDED: {
        "ja": "在宅勤務の申請に必要な内容が足りないため、自動では申請しませんでした。",
        "en": "The telework request lacks what its form needs, so it was not sent automatically.",
    },
    ProposalRefusal.MANY_DELETED: {
        "ja": "一度に複数の予定が削除されたため、確認をお願いしています。",
        "en": "Several events were deleted at once, so you are asked first.",
    },
}
