"""One worker at a file at a time, over all of them."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.db import InterfaceError, OperationalError, connection

from core.locks import Locked

_FIRST_KEY = 1_000_000
"""Below it are the runs that are one alone."""


@contextmanager
def claimed(file_id: int) -> Iterator[bool]:
    """Whether this file is ours inside: False where somebody else is at it.

    The lock is the connection's, so that it holds over the many transactions in which a file is read, and is gone with
    the process that held it.
    """
    held = _asked("pg_try_advisory_lock", file_id)
    try:
        yield held
    finally:
        if held:
            # With the connection the lock is gone as well.
            with suppress(OperationalError, InterfaceError):
                _asked("pg_advisory_unlock", file_id)


def nobody_is_at(file_id: int) -> bool:
    """Whether no worker is at this file now; until this transaction is over none begins with it."""
    return _asked("pg_try_advisory_xact_lock", file_id)


def _asked(function: str, file_id: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s, %s)", [int(Locked.RUN), _FIRST_KEY + file_id % 2**30])
        return bool(cursor.fetchone()[0])
