"""What becomes free is offered to those who wait, in the transaction that frees it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date

from bookings.freed import told_of_desks, told_of_places
from core import clock
from core.interval import Interval


@dataclass(frozen=True, slots=True)
class Freed:
    """A stretch of a desk's day that somebody has given up."""

    desk_id: int
    day: date
    during: Interval


_collected: ContextVar[list[Freed] | None] = ContextVar("desks_freed", default=None)


@contextmanager
def freed_together() -> Iterator[None]:
    """What is freed inside is told at the end, when everything inside has been done; nothing after an exception.

    For acts that free a desk and then take it again, close it, or take another: whoever waits comes after them.
    """
    if _collected.get() is not None:
        yield
        return
    freed: list[Freed] = []
    token = _collected.set(freed)
    try:
        yield
    finally:
        _collected.reset(token)
    for one in freed:
        _tell(one)


def desk_freed(desk_id: int, day: date, during: Interval) -> None:
    """Say that nobody has the desk in `during` any more. The caller holds the lock of the desk."""
    if during.end <= clock.this_minute():
        return
    collected = _collected.get()
    if collected is None:
        _tell(Freed(desk_id, day, during))
    else:
        collected.append(Freed(desk_id, day, during))


def places_opened() -> None:
    """Say that places opened: a closure was lifted, a layout changed. The caller holds the lock of all places alone."""
    for tell in told_of_places():
        tell()


def _tell(freed: Freed) -> None:
    for tell in told_of_desks():
        tell(freed.desk_id, freed.day, freed.during)
