"""Who works on a day's facts."""

from datetime import date

from core.locks import Locked, lock

_FIRST_DAY = 10_000_000
VERSIONS = 20_000_000
"""The second half of the lock under which versions are handed out; it is taken after those of days."""


def lock_day(*days: date) -> None:
    """Wait until nobody else builds, seals or marks these days, and keep others out until the transaction ends."""
    lock(*((Locked.RUN, _FIRST_DAY + day.toordinal()) for day in days))
