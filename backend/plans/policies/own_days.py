"""What people may say of their own days, and what stands in the way of it. Knows no Django."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.interval import Interval
from core.refused import Refused
from plans.policies.claims import BOOKING, OWN, OWN_OFFICE, TELEWORK, PlanRefusal, Stretch

NOTE_LENGTH = 100


class Wish(StrEnum):
    """Where somebody says to be in a half of a day; `usual` takes one's own word back."""

    OFFICE = "office"
    TRIP = "trip"
    LEAVE = "leave"
    USUAL = "usual"


AWAY = frozenset({Wish.TRIP, Wish.LEAVE})
OWN_KINDS = frozenset({OWN, OWN_OFFICE})
GIVES_WAY_TO_A_WORD = frozenset({BOOKING, TELEWORK})
"""What a person lets go of for the own trip or leave, once asked."""


@dataclass(frozen=True, slots=True)
class Word:
    """What somebody says of a half of a day."""

    wish: Wish
    note: str = ""

    @property
    def holder_kind(self) -> str:
        return OWN if self.wish in AWAY else OWN_OFFICE


@dataclass(frozen=True, slots=True)
class HalfWanted:
    """A word, the half it is about by the person's shift, and the other half of that day."""

    word: Word
    hours: Interval
    other: Interval


def day_refused(day: date, today: date, *, works: bool) -> Refused | None:
    """Days that are over stay as they were, and on a closed day nobody is expected."""
    if day < today:
        return Refused(PlanRefusal.PLAN_DAY_OVER, {"allowed_from": today})
    return None if works else Refused(PlanRefusal.PLAN_DAY_CLOSED)


def let_go_for(wanted: HalfWanted, held: Sequence[Stretch]) -> list[Stretch]:
    """What of `held` would have to give way. Bookings keep somebody who wants to be at the office where they are."""
    gives_way = GIVES_WAY_TO_A_WORD if wanted.word.wish in AWAY else GIVES_WAY_TO_A_WORD - {BOOKING}
    if wanted.word.wish is Wish.USUAL:
        return []
    return [one for one in held if one.holder_kind in gives_way and one.during.overlaps(wanted.hours)]


def hours_taken(wanted: HalfWanted, let_go: Sequence[Stretch]) -> Interval:
    """The stretch that a word takes: the half, and what would be left before it, after it or at noon of what goes.

    Of a desk or a request that is held over both halves, only what lies in this one goes: the other half is kept. The
    noon rest stays with a desk; telework of half a day does not have it.
    """
    start, end = wanted.hours.start, wanted.hours.end
    noon = [wanted.other.start, wanted.other.end] if any(one.holder_kind == TELEWORK for one in let_go) else []
    held = [one.during for one in let_go]
    if wanted.hours < wanted.other:
        ends = [one.end for one in held if one.end <= wanted.other.start]
        return Interval(min([start, *(one.start for one in held)]), max([end, *ends, *noon[:1]]))
    starts = [one.start for one in held if one.start >= wanted.other.end]
    return Interval(min([start, *starts, *noon[1:]]), max([end, *(one.end for one in held)]))


def beside(wanted: Interval, own: Sequence[Interval]) -> Interval:
    """What of `wanted` is not held by the person's own word for the other half: the noon rest is taken once."""
    start = max([wanted.start, *(one.end for one in own if one.start <= wanted.start < one.end)])
    end = min([wanted.end, *(one.start for one in own if one.start < wanted.end <= one.end)])
    return Interval(start, end)


def without(whole: Interval, part: Interval) -> list[Interval]:
    """What is left of `whole` when `part` is taken out of it, in order of time."""
    left = []
    if whole.start < part.start:
        left.append(Interval(whole.start, min(whole.end, part.start)))
    if part.end < whole.end:
        left.append(Interval(max(whole.start, part.end), whole.end))
    return left
