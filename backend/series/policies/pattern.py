"""Which days a series falls on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

LONGEST_DAYS = 366
"""How far the last day of a series may lie from its first."""

DAYS_LOOKED_AT = 14
"""How far ahead the next working day is looked for: longer than any run of days off the city has."""


class WhenClosed(StrEnum):
    """What becomes of a date on which the city or the desk's place is closed."""

    SKIP = "skip"
    NEXT = "next_working_day"


@dataclass(frozen=True, slots=True)
class Pattern:
    """Weekdays (Monday is 0) of every n-th week from `first` to `last`, both included.

    Weeks begin on Monday; the week of `first` is the first that counts.
    """

    weekdays: frozenset[int]
    every_weeks: int
    first: date
    last: date

    def days(self) -> list[date]:
        """The days, in order."""
        monday = self.first - timedelta(days=self.first.weekday())
        count = (self.last - self.first).days + 1
        every = (self.first + timedelta(days=number) for number in range(count))
        return [
            day for day in every if day.weekday() in self.weekdays and (day - monday).days // 7 % self.every_weeks == 0
        ]


@dataclass(frozen=True, slots=True)
class DateOfPattern:
    """A day of the pattern and where it comes to lie: `day` is None where it is skipped.

    `doubled` says that it is skipped because the day it would move to is another date of the series.
    """

    pattern_day: date
    day: date | None
    doubled: bool = False


def place_dates(days: list[date], when_closed: WhenClosed, is_open: Callable[[date], bool]) -> list[DateOfPattern]:
    """Where each day of a pattern comes to lie, in order; no two on the same day."""
    taken = {day for day in days if is_open(day)}
    return [_place(day, when_closed, is_open, taken) for day in days]


def _place(day: date, when_closed: WhenClosed, is_open: Callable[[date], bool], taken: set[date]) -> DateOfPattern:
    if day in taken:
        return DateOfPattern(day, day)
    if when_closed is WhenClosed.SKIP:
        return DateOfPattern(day, None)
    following = (day + timedelta(days=number) for number in range(1, DAYS_LOOKED_AT + 1))
    moved = next((other for other in following if is_open(other)), None)
    if moved is None or moved in taken:
        return DateOfPattern(day, None, doubled=moved is not None)
    taken.add(moved)
    return DateOfPattern(day, moved)
