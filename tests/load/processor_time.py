"""Processor time of programs with all that they started: what an answer costs, whoever else uses the machine."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
# Places in what stands behind the name in /proc/<pid>/stat (proc(5) counts from 1, and the name is the second).
_PARENT, _SPENT = 1, slice(11, 15)


@dataclass(slots=True)
class Spent:
    """Seconds of processor time, filled in when the measuring is over."""

    server: float = 0.0
    database: float = 0.0


@contextmanager
def spending(server: int) -> Iterator[Spent]:
    """What process `server` and PostgreSQL spend inside, each with its processes, in user and in kernel mode."""
    database = _database_process()
    before = seconds_of(server), seconds_of(database)
    spent = Spent()
    yield spent
    spent.server, spent.database = seconds_of(server) - before[0], seconds_of(database) - before[1]


def seconds_of(root: int) -> float:
    """What process `root` and all below it have spent so far; of ended ones only those that were waited for."""
    parents: dict[int, int] = {}
    ticks: dict[int, int] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and (found := _stat(int(folder.name))) is not None:
            parents[int(folder.name)] = int(found[_PARENT])
            ticks[int(folder.name)] = sum(map(int, found[_SPENT]))
    return sum(spent for pid, spent in ticks.items() if _is_below(pid, root, parents)) / TICKS_A_SECOND


def _is_below(pid: int, root: int, parents: dict[int, int]) -> bool:
    while pid and pid != root:
        pid = parents.get(pid, 0)
    return pid == root


def _stat(pid: int) -> list[str] | None:
    """What /proc says behind the name, which may hold anything; None where the process has ended meanwhile."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None


def _database_process() -> int:
    """The process that started the one which serves this connection: the server on this machine."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (own,) = cursor.fetchone()
    found = _stat(own)
    assert found is not None
    return int(found[_PARENT])
