"""One run of the directory at a time, over all servers and workers."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.db import InterfaceError, OperationalError, connection

from core import clock
from core.locks import Locked, lock
from core.refused import Refused
from directory.models import DirectoryRun
from directory.policies.refusals import RunProblem, RunRefusal
from directory.policies.runs import RunState

_KEY = (Locked.RUN, 1)


@contextmanager
def the_only_run() -> Iterator[None]:
    """Inside, no other run is going on. Raises Refused(GOING_ON) where there is one.

    The lock is the connection's, so that it holds while the directory is read outside of any transaction, and is gone
    with the process that held it. A run that still says it is running is such a process's: it is closed as failed.
    """
    if not _asked("pg_try_advisory_lock"):
        raise Refused(RunRefusal.GOING_ON)
    try:
        DirectoryRun.objects.filter(state=RunState.RUNNING.value).update(
            state=RunState.FAILED.value, finished_at=clock.now(), problem={"code": RunProblem.INTERRUPTED.value}
        )
        yield
    finally:
        # With the connection the lock is gone as well.
        with suppress(OperationalError, InterfaceError):
            _asked("pg_advisory_unlock")


def hold_until_commit() -> None:
    """Keep other runs out until this transaction is over, whoever else gives the connection's lock back before."""
    lock(_KEY)


def _asked(function: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s, %s)", [int(_KEY[0]), _KEY[1]])
        return bool(cursor.fetchone()[0])
