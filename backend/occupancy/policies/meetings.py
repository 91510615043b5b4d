"""Two periods beside each other: which day, week or month of the one meets which of the other.

The screen draws them by the same rule (frontend/src/features/occupancy/compared-timeline.ts).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from occupancy.policies.periods import By, Period

DAYS_A_WEEK = 7
MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Meeting:
    """A place of the period: its day, or the first of its week or month, and the places of both lists that meet there.

    None where the one or the other has nothing there.
    """

    day: date
    now: int | None
    other: int | None


@dataclass(frozen=True, slots=True)
class Meetings:
    """In order of the days. `beyond` are those of the other period that have no place in this one: it is the longer."""

    meetings: Sequence[Meeting]
    beyond: int


def meetings_of(by: By, period: Period, days: Sequence[date], other: Period, other_days: Sequence[date]) -> Meetings:
    """Mondays meet Mondays, weeks weeks, and the first month the first.

    Two periods of less than a week meet by the day they are in, the first with the first. `days` and `other_days` are
    those of which there is something to tell: the first ones of weeks or months.
    """
    place = _placing(by, period, other)
    others = {place(day): number for number, day in enumerate(other_days)}
    ours = {day: number for number, day in enumerate(days)}
    inside = {day for day in others if _is_within(day, by, period)}
    every = sorted({*ours, *inside})
    return Meetings([Meeting(day, ours.get(day), others.get(day)) for day in every], len(others) - len(inside))


def _placing(by: By, period: Period, other: Period) -> Callable[[date], date]:
    """Where a day of the other period falls in this one."""
    if by is By.MONTH:
        months = _month_number(period.first) - _month_number(other.first)
        return lambda day: _first_of_month(_month_number(day) + months)
    apart = (period.first - other.first).days
    short = min(_length(period), _length(other)) < DAYS_A_WEEK
    days = timedelta(days=apart if short and by is By.DAY else round(apart / DAYS_A_WEEK) * DAYS_A_WEEK)
    return lambda day: day + days


def _is_within(day: date, by: By, period: Period) -> bool:
    """Whether a place is of the period; the first week or month of it may begin before it does."""
    match by:
        case By.DAY:
            last = day
        case By.WEEK:
            last = day + timedelta(days=DAYS_A_WEEK - 1)
        case By.MONTH:
            last = _first_of_month(_month_number(day) + 1) - timedelta(days=1)
    return day <= period.last and last >= period.first


def _length(period: Period) -> int:
    return (period.last - period.first).days + 1


def _month_number(day: date) -> int:
    return day.year * MONTHS_A_YEAR + day.month - 1


def _first_of_month(number: int) -> date:
    return date(number // MONTHS_A_YEAR, number % MONTHS_A_YEAR + 1, 1)
