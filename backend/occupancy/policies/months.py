"""Months that are reported by mail."""

from datetime import date, timedelta

from occupancy.policies.periods import Period

WAITS_DAYS = 5
"""For so many days of the next month a report waits for facts that are missing; then it goes with what there is."""


def month_before(today: date) -> Period:
    """The last whole month before `today`."""
    last = today.replace(day=1) - timedelta(days=1)
    return Period(last.replace(day=1), last)


def may_go(today: date, *, missing_days: int) -> bool:
    """Whether last month's report goes out today; of so many days there are no facts, or not the last ones."""
    return not missing_days or today.day > WAITS_DAYS
