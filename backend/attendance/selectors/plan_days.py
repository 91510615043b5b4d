"""Days as a plan shows them: working or not, and the picture of one person's."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from attendance.selectors.pictures import DayPicture
from core.revision import Slow
from plans.selectors.working_days import DayName, city_calendar


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of the city: `holiday` is the 祝日 or closing day it is, if any."""

    day: date
    working_day: bool
    holiday: DayName | None


@dataclass(frozen=True, slots=True)
class PlanDay:
    """A person's day. Where there is no picture the viewer may not know, and nothing is said of it."""

    date: CalendarDay
    picture: DayPicture | None

    @property
    def visible(self) -> bool:
        return self.picture is not None


def calendar_days(first: date, last: date, slow: Mapping[Slow, int]) -> list[CalendarDay]:
    """The days from `first` to `last`, both included."""
    calendar = city_calendar(slow[Slow.CALENDAR])
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return [CalendarDay(day, calendar.is_working_day(day), calendar.holiday(day)) for day in days]
