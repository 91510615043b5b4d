"""One worker at a time on a placement, known by a lock that is gone with the worker."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.db import InterfaceError, OperationalError, connection

from core.locks import Locked

_FIRST_KEY = 1_000_000
"""Locked.RUN is the directory's too, which takes small numbers."""


@contextmanager
def working_on(placement_id: int) -> Iterator[bool]:
    """Whether this is the only worker on the placement, for as long as the block lasts.

    The lock is the connection's and not a transaction's, because the work takes a minute and no transaction is kept
    open for it.
    """
    mine = _asked("pg_try_advisory_lock", placement_id)
    try:
        yield mine
    finally:
        if mine:
            with suppress(OperationalError, InterfaceError):  # with the connection the lock is gone as well
                _asked("pg_advisory_unlock", placement_id)


def is_worked_on(placement_id: int) -> bool:
    """Whether some worker holds the placement now."""
    with working_on(placement_id) as free:
        return not free


def _asked(function: str, placement_id: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s, %s)", [int(Locked.RUN), _FIRST_KEY + placement_id])
        return bool(cursor.fetchone()[0])
