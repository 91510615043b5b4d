"""Days as a plan shows them: working or not, what fills the halves, and every stretch."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from attendance.selectors.pictures import ShownStretch
from core import clock
from core.revision import Slow
from plans.policies.half_days import HalfDays, filling
from plans.selectors.working_days import DayName, city_calendar


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of the city: `holiday` is the 祝日 or closing day it is, if any."""

    day: date
    working_day: bool
    holiday: DayName | None


@dataclass(frozen=True, slots=True)
class PlanDay:
    """A person's day. Where `visible` is false the viewer may not know, and nothing is said of it."""

    date: CalendarDay
    am: ShownStretch | None
    pm: ShownStretch | None
    stretches: Sequence[ShownStretch]
    visible: bool


def calendar_days(first: date, last: date, slow: Mapping[Slow, int]) -> list[CalendarDay]:
    """The days from `first` to `last`, both included."""
    calendar = city_calendar(slow[Slow.CALENDAR])
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return [CalendarDay(day, calendar.is_working_day(day), calendar.holiday(day)) for day in days]


def plan_day(
    date: CalendarDay, stretches: Sequence[ShownStretch], halves: HalfDays, *, visible: bool = True
) -> PlanDay:
    """One person's `date`; empty where it is not `visible`."""
    if not visible or not stretches:
        return PlanDay(date, None, None, (), visible)
    am = filling(stretches, clock.at(date.day, halves.am_starts_at), clock.at(date.day, halves.am_ends_at))
    pm = filling(stretches, clock.at(date.day, halves.pm_starts_at), clock.at(date.day, halves.pm_ends_at))
    return PlanDay(date, am, pm, stretches, visible)
