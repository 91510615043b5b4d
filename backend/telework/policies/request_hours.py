"""When a request begins and ends, and which days several of them are for. Knows no Django."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from core.interval import Interval
from plans.policies.half_days import HalfDays
from plans.policies.shifts import half_hours, shift_of
from telework.policies.forms import Unit

LONGEST_DAYS = 366
"""How far the last day of a series may lie from its first."""

MOST_DAYS = 62
"""How many days may be asked for at once."""

IsWorkingDay = Callable[[date], bool]


def hours_of(
    day: date,
    unit: Unit,
    shift: str,
    halves: HalfDays,
    zone: tzinfo,
    hours: tuple[time, time] | None = None,
) -> Interval:
    """The stretch of a request: from the shift's start to its end, a half of it, or the `hours` given."""
    if unit is Unit.HOURS:
        if hours is None:
            raise ValueError("hours need a start and an end")
        start, end = hours
        return Interval(datetime.combine(day, start, tzinfo=zone), datetime.combine(day, end, tzinfo=zone))
    morning, afternoon = half_hours(day, shift, halves, zone)
    if unit is Unit.FULL:
        return Interval(morning.start, afternoon.end)
    return morning if unit is Unit.AM else afternoon


def shift_hours(day: date, shift: str, zone: tzinfo) -> Interval:
    """From the start to the end of the shift class on `day`."""
    hours = shift_of(shift)
    return Interval(
        datetime.combine(day, hours.starts_at, tzinfo=zone), datetime.combine(day, hours.ends_at, tzinfo=zone)
    )


@dataclass(frozen=True, slots=True)
class DayPattern:
    """Weekdays (Monday is 0) of every n-th week from `first` to `last`, both included; weeks begin on Monday."""

    weekdays: frozenset[int]
    every_weeks: int
    first: date
    last: date

    def days(self, is_working_day: IsWorkingDay) -> list[date]:
        """Its working days, in order: a day on which the city is closed needs no request."""
        monday = self.first - timedelta(days=self.first.weekday())
        every = (self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1))
        return [
            day
            for day in every
            if day.weekday() in self.weekdays
            and (day - monday).days // 7 % self.every_weeks == 0
            and is_working_day(day)
        ]


def working_day_before(day: date, count: int, is_working_day: IsWorkingDay) -> date:
    """The working day `count` working days before `day`; `day` itself for 0."""
    while count > 0:
        day -= timedelta(days=1)
        count -= is_working_day(day)
    return day


def working_day_after(day: date, count: int, is_working_day: IsWorkingDay) -> date:
    """The working day `count` working days after `day`; `day` itself for 0."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day
