"""Shift classes: when a working day begins and ends, by its class (時差勤務)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from core.interval import Interval
from plans.policies.half_days import HalfDays

USUAL_SHIFT = "0830"


@dataclass(frozen=True, slots=True)
class Shift:
    """A working day of 7 h 45 min with an hour's rest, by the city's clocks."""

    code: str
    starts_at: time
    ends_at: time


SHIFTS: Mapping[str, Shift] = {
    shift.code: shift
    for shift in (
        Shift("0730", time(7, 30), time(16, 15)),
        Shift("0800", time(8, 0), time(16, 45)),
        Shift(USUAL_SHIFT, time(8, 30), time(17, 15)),
        Shift("0900", time(9, 0), time(17, 45)),
        Shift("0930", time(9, 30), time(18, 15)),
    )
}
"""The shift classes as Japanese cities have them, by code, in order of their start."""


def shift_of(code: str) -> Shift:
    """The shift class of `code`; the usual one for a code that is empty or no longer known."""
    return SHIFTS.get(code, SHIFTS[USUAL_SHIFT])


def half_hours(day: date, shift: str, halves: HalfDays, zone: tzinfo) -> tuple[Interval, Interval]:
    """Morning and afternoon of `day` for somebody of that shift class, around the noon rest of the building."""
    hours = shift_of(shift)

    def stretch(start: time, end: time) -> Interval:
        return Interval(datetime.combine(day, start, tzinfo=zone), datetime.combine(day, end, tzinfo=zone))

    return stretch(hours.starts_at, halves.am_ends_at), stretch(halves.pm_starts_at, hours.ends_at)
