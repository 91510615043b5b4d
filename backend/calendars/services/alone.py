"""One at a time at a linked calendar, for as long as speaking to its server takes."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

LINKS = 101
PEOPLE_WHO_ASK = 102
"""First halves of keys of session locks; those of core.locks end with their transaction."""

PATIENCE_SECONDS = 5.0
_LOOKS_EVERY_SECONDS = 0.1


class LinkBusy(Exception):
    """Somebody else has been speaking to this calendar for longer than one waits here."""


@contextmanager
def alone_with(link_id: int, *, patience: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Hold the link alone, outside any transaction; a process that dies lets go. Raises LinkBusy after `patience` s."""
    with _held(LINKS, link_id, patience):
        yield


@contextmanager
def asking_alone(person_id: int) -> Iterator[None]:
    """One question at a time to somebody's server from one person, so that no request queues. Raises LinkBusy."""
    with _held(PEOPLE_WHO_ASK, person_id, 0):
        yield


@contextmanager
def _held(kind: int, number: int, patience: float) -> Iterator[None]:
    key, looks = [kind, number % 2**31], round(patience / _LOOKS_EVERY_SECONDS)
    while not _asked("SELECT pg_try_advisory_lock(%s, %s)", key):
        if looks <= 0:
            raise LinkBusy
        looks -= 1
        time.sleep(_LOOKS_EVERY_SECONDS)
    try:
        yield
    finally:
        _asked("SELECT pg_advisory_unlock(%s, %s)", key)


def _asked(statement: str, key: list[int]) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(statement, key)
        (answer,) = cursor.fetchone()
    return bool(answer)
