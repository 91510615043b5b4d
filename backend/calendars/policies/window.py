"""How far calendars are read, and when everything is read anew. Knows no Django."""

from datetime import date, datetime, timedelta

WHOLE_EVERY = timedelta(days=7)
"""After so long everything is read anew: days have come into sight that no file changed for."""

SHORTEST = timedelta(hours=1)
"""What is shorter has three quarters of nobody's half-day, and is not kept."""


def last_day_read(today: date, read_days: int) -> date:
    """The last day of which something is kept: enough for `read_days` to be in sight until all is read anew."""
    return today + timedelta(days=read_days) + WHOLE_EVERY


def whole_is_due(read_whole_at: datetime | None, now: datetime) -> bool:
    """Whether everything has to be read, whatever the token says."""
    return read_whole_at is None or read_whole_at + WHOLE_EVERY <= now
