"""Periods that reports are about: both ends belong to them."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

LONGEST_DAYS = 1830
"""Five years and some days."""


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last, both included."""

    first: date
    last: date

    @property
    def days(self) -> list[date]:
        return [self.first + timedelta(days=after) for after in range((self.last - self.first).days + 1)]

    @property
    def is_sound(self) -> bool:
        """Whether it has a day, and not more than reports take."""
        return self.first <= self.last < self.first + timedelta(days=LONGEST_DAYS)


class By(StrEnum):
    """Into what a timeline is cut."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


def first_of(day: date, by: By) -> date:
    """The day with which the day's week (from Monday) or month begins; the day itself by day."""
    match by:
        case By.WEEK:
            return day - timedelta(days=day.weekday())
        case By.MONTH:
            return day.replace(day=1)
    return day
