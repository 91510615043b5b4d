"""What the ledger refuses, and how it says so. Knows no Django."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.interval import Interval
from core.refused import Refused
from core.words import Language

BOOKING = "booking"
TELEWORK = "telework"
OWN = "own"
"""A trip or a leave that the person entered: nothing displaces it but the person."""
OWN_OFFICE = "own_office"
"""The person's word to be at the office: it yields to a desk and to telework."""
YIELDING = frozenset({OWN_OFFICE})
_NAMED_KINDS = frozenset({BOOKING, TELEWORK, OWN, OWN_OFFICE})


class PlanRefusal(StrEnum):
    """Why a stretch of somebody's day cannot be claimed, or the calendar not be changed."""

    ALREADY_BOOKED = "already_booked"
    IN_ANOTHER_PLACE = "in_another_place"
    CLOSING_DAY_EXISTS = "closing_day_exists"
    TEAM_DAY_EXISTS = "team_day_exists"
    PLAN_DAY_OVER = "plan_day_over"
    PLAN_DAY_CLOSED = "plan_day_closed"
    WOULD_LET_GO = "would_let_go"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a person's day as the ledger holds it."""

    during: Interval
    place: str
    holder_kind: str
    holder_id: int

    @property
    def start(self) -> datetime:
        return self.during.start

    @property
    def end(self) -> datetime:
        return self.during.end


def claim_refused(held: Stretch) -> Refused:
    """The refusal of a claim on a stretch that `held` has; it names the holder, so that the person can let go."""
    code = PlanRefusal.ALREADY_BOOKED if held.place == "office" else PlanRefusal.IN_ANOTHER_PLACE
    rival = {
        "kind": held.holder_kind if held.holder_kind in _NAMED_KINDS else "plan",
        "id": held.holder_id,
        "start": held.during.start,
        "end": held.during.end,
        "place": held.place,
    }
    return Refused(code, {"conflicts_with": rival})


PLAN_WORDS: Mapping[str, Mapping[Language, str]] = {
    PlanRefusal.ALREADY_BOOKED: {
        "ja": "同じ時間に、すでに別の席を予約しています。",
        "en": "You already have a desk at that time.",
    },
    PlanRefusal.IN_ANOTHER_PLACE: {
        "ja": "同じ時間に、庁舎以外の予定が入っています。",
        "en": "At that time your plan has you in another place.",
    },
    PlanRefusal.CLOSING_DAY_EXISTS: {
        "ja": "その日は、すでに閉庁日です。",
        "en": "That day is a closing day already.",
    },
    PlanRefusal.TEAM_DAY_EXISTS: {
        "ja": "その日は、すでにチーム出社日です。",
        "en": "That day is a team day already.",
    },
    PlanRefusal.PLAN_DAY_OVER: {
        "ja": "過ぎた日の予定は変えられません。",
        "en": "The plan of a day that is over cannot be changed.",
    },
    PlanRefusal.PLAN_DAY_CLOSED: {
        "ja": "閉庁日のため、予定を入れられません。",
        "en": "The city hall is closed that day: there is nothing to plan.",
    },
    PlanRefusal.WOULD_LET_GO: {
        "ja": "その時間の席の予約または在宅勤務の申請を手放すことになります。",
        "en": "This would give up a desk or a telework request at that time.",
    },
}
