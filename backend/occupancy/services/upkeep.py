"""Keeping facts up with the records: tonight's days, what is overdue, and today."""

from collections.abc import Iterable
from datetime import date, timedelta

from core import clock
from core.refused import Refused
from occupancy.policies.refusals import OccupancyRefusal
from occupancy.selectors.due_days import due_days, first_recorded_day, night_days
from occupancy.services.building import build_day, build_days

DAYS_AT_ONCE = 20
"""Days that one job builds before other heavy jobs have their turn."""


def build_today() -> bool:
    """Build today's provisional facts; answers whether there was anything to build from."""
    first = first_recorded_day()
    if first is None or first > clock.today():
        return False
    build_day(clock.today())
    return True


def build_tonight() -> int:
    """Build what is due at night, once a night, whenever the worker comes to it; answers how many days were built."""
    return _build(night_days(clock.now()))


def build_overdue(*, at_most: int = DAYS_AT_ONCE) -> bool:
    """Build some of the days that are due, the newest first; answers whether there are more."""
    due = due_days(clock.today())
    _build(list(reversed(due))[:at_most])
    return len(due) > at_most


def build_slice(*, first: date, last: date) -> date | None:
    """Build the first days of a period; answers the day at which to go on, or None when all are built."""
    end = min(last, first + timedelta(days=DAYS_AT_ONCE - 1))
    for _built in build_days(first, end):
        pass
    return None if end >= last else end + timedelta(days=1)


def _build(days: Iterable[date]) -> int:
    """How many could be built. One that cannot be keeps no other from it: what was wrong is raised in the end."""
    built, failed = 0, []
    for day in days:
        try:
            build_day(day)
        except Refused as refused:  # sealed between the question and its turn
            if refused.code is not OccupancyRefusal.DAY_SEALED:
                raise
            continue
        except Exception as error:  # noqa: BLE001 - whatever it is, it is of this day alone
            error.add_note(f"while the facts of {day} were built")
            failed.append(error)
            continue
        built += 1
    if failed:
        raise ExceptionGroup("some days could not be built", failed)
    return built
