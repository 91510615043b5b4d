"""What a half of somebody's day is, once ledger, usual week and calendar have been asked. Knows no Django."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.interval import Interval
from plans.policies.claims import BOOKING, TELEWORK, Stretch
from plans.policies.half_days import filling

OFFICE = "office"


class Source(StrEnum):
    """What a half-day follows from: what holds it in the ledger, else the usual week, else a presumption."""

    BOOKING = "booking"
    REQUEST = "request"
    OWN = "own"
    PATTERN = "pattern"
    DEFAULT = "default"


_SOURCE_OF_KIND: Mapping[str, Source] = {BOOKING: Source.BOOKING, TELEWORK: Source.REQUEST}


@dataclass(frozen=True, slots=True)
class Half:
    """A half of a day: where, and how that is known.

    `holder_kind` and `holder_id` name what holds it in the ledger, and `start` and `end` are then those of its stretch;
    of a usual or presumed half they are those of the person's shift.
    """

    place: str
    source: Source
    holder_kind: str | None
    holder_id: int | None
    start: datetime
    end: datetime

    @property
    def planned(self) -> bool:
        """Whether the ledger has it: neither the usual week nor a presumption."""
        return self.holder_kind is not None


@dataclass(frozen=True, slots=True)
class DayHalves:
    """The two halves of a day, None where nothing is expected, and the code of the day's shift class."""

    am: Half | None
    pm: Half | None
    shift: str


@dataclass(frozen=True, slots=True)
class UsualWeek:
    """A weekly pattern: places of mornings and of afternoons, and shift codes, Monday first; "" says nothing."""

    active_from: date
    am: Sequence[str]
    pm: Sequence[str]
    shifts: Sequence[str]


def source_of(holder_kind: str) -> Source:
    """What a stretch follows from, by the kind of what holds it."""
    return _SOURCE_OF_KIND.get(holder_kind, Source.OWN)


def half_held(stretches: Sequence[Stretch], half: Interval) -> Half | None:
    """The half as the ledger has it: by the stretch that has most of it; None where nothing has any of it."""
    one = filling(stretches, half.start, half.end)
    if one is None:
        return None
    return Half(one.place, source_of(one.holder_kind), one.holder_kind, one.holder_id, one.during.start, one.during.end)


def half_expected(place: str, hours: Interval) -> Half:
    """A half that nothing holds, on a working day: the usual place, or the office where the pattern says nothing."""
    source = Source.PATTERN if place else Source.DEFAULT
    return Half(place or OFFICE, source, None, None, hours.start, hours.end)


def counts_on_site(half: Half | None) -> bool:
    """Whether somebody counts towards the minimum on site: everyone at work who is not known to be elsewhere."""
    return half is not None and half.place == OFFICE


def week_in_force(weeks: Sequence[UsualWeek], day: date) -> UsualWeek | None:
    """The last of `weeks`, in order of their first day, that has begun by `day`."""
    begun = [week for week in weeks if week.active_from <= day]
    return begun[-1] if begun else None
