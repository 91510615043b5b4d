"""When a session is idle, and how exactly its last use is kept."""

from datetime import datetime, timedelta

NOTED_EVERY = timedelta(minutes=5)
"""A use is written down at most so often: a table that is written with every read would slow every read."""


def note_due(*, last_noted: datetime | None, now: datetime) -> bool:
    """Whether a use at `now` is worth writing down."""
    return last_noted is None or now - last_noted >= NOTED_EVERY


def idle_before(*, now: datetime, idle_minutes: int) -> datetime | None:
    """The instant before which a session must not have been used last; None where idle sessions do not end."""
    return now - timedelta(minutes=idle_minutes) if idle_minutes else None
