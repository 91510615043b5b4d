"""When the directory is read again by the clock."""

from datetime import datetime, timedelta

EARLY = timedelta(seconds=30)
"""The worker looks once a minute: what would be due within half of one is due now, or every run would slip by one."""


def next_look(last: datetime | None, *, every_minutes: int, now: datetime) -> datetime:
    """When the next look is due after the one that ended at `last`; at once where there was none."""
    return now if last is None else last + timedelta(minutes=every_minutes)


def is_due(last: datetime | None, *, every_minutes: int, now: datetime) -> bool:
    """Whether it is now."""
    return next_look(last, every_minutes=every_minutes, now=now) <= now + EARLY
