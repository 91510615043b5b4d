"""Is it the database that does not answer, or did it say no?"""

import time

from django.db import Error, InterfaceError, OperationalError

TRY_AGAIN_AFTER_SECONDS = 5
_SILENT_CLASSES = ("08", "53", "57P")
_silent_until = 0.0

SILENT = (OperationalError, InterfaceError)
"""What Django raises when the database does not answer; among others, so ask `is_silence`."""


def is_silence(error: Error) -> bool:
    """Whether the error means that the database cannot be reached or is going down, and not that it refused.

    A lost connection comes without an SQLSTATE, a server on its way down with one of class 57P, one without room for a
    connection with class 53; a deadlock or a timeout of a statement is an OperationalError too and is none of these.
    """
    state = getattr(error.__cause__, "sqlstate", None)
    return state is None or str(state).startswith(_SILENT_CLASSES)


def heard_nothing() -> None:
    """Note that the database did not answer just now."""
    global _silent_until  # noqa: PLW0603 - a process has one database, and one memory of when it was last silent
    _silent_until = time.monotonic() + TRY_AGAIN_AFTER_SECONDS


def heard_again() -> None:
    """Note that the database answers."""
    global _silent_until  # noqa: PLW0603 - as above
    _silent_until = 0.0


def silent_lately() -> bool:
    """Whether it did not answer in the last seconds: then a connection that may take long is not tried again."""
    return time.monotonic() < _silent_until
