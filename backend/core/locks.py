"""Advisory locks of PostgreSQL, held to the end of the transaction and always taken in one order.

Two requests that may touch the same rows first queue here, so that neither an exclusion constraint nor a swap of two
desks can end in a deadlock; the constraints stay the guarantee, the locks only make the loser's answer quick and clear.
"""

from collections.abc import Iterable
from enum import IntEnum

from django.db import connection


class Locked(IntEnum):
    """What can be locked; the number is the order in which locks are taken and the first half of the lock's key."""

    SECTION = 0
    """The people of a department: whoever decides how many of them may be away."""
    PLACES = 1
    PERSON = 2
    DESK = 3
    RUN = 4
    LINE = 5


PLACES_AS_THEY_ARE = (Locked.PLACES, 0)
"""Shared by everyone who books, held alone by whoever closes a place or publishes a layout."""

_EXCLUSIVE = "pg_advisory_xact_lock(%s, %s)"
_SHARED = "pg_advisory_xact_lock_shared(%s, %s)"
_AT_ONCE = 1000
"""PostgreSQL answers at most 1664 columns."""


def lock(*wanted: tuple[Locked, int], shared: Iterable[tuple[Locked, int]] = ()) -> None:
    """Wait for every lock in `wanted` (alone) and `shared` (with other sharers), in the one order.

    The second half of a key is a row's id, folded into 31 bits: a collision costs a wait, never a wrong answer.
    """
    every = [(kind, number % 2**31, _EXCLUSIVE) for kind, number in wanted]
    every += [(kind, number % 2**31, _SHARED) for kind, number in shared]
    every.sort()
    with connection.cursor() as cursor:
        for start in range(0, len(every), _AT_ONCE):
            some = every[start : start + _AT_ONCE]
            keys = [part for kind, number, _ in some for part in (int(kind), number)]
            cursor.execute("SELECT " + ", ".join(call for _, _, call in some), keys)
