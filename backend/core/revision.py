"""Slowly changing things, read once per process and again only when their revision moved."""

from collections.abc import Callable, Hashable
from enum import StrEnum
from typing import Generic, TypeVar

from django.db import connection

from core.prepared import prepared_cursor

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Slow(StrEnum):
    """The things that have a revision."""

    PLACES = "places"
    RULES = "rules"
    PEOPLE = "people"
    CALENDAR = "calendar"
    LOANS = "loans"
    TELEWORK = "telework"
    WEBHOOKS = "webhooks"


def bump(name: Slow) -> None:
    """Move `name`'s revision, in the transaction that changed the things it stands for.

    The number is the clock's microseconds and not a count: a number that was rolled back is never used again, so
    nobody keeps what was read under it.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO core_revision (name, number)"
            " VALUES (%s, (extract(epoch FROM clock_timestamp()) * 1e6)::bigint)"
            " ON CONFLICT (name) DO UPDATE SET number = greatest(excluded.number, core_revision.number + 1)",
            [name.value],
        )


def revisions() -> dict[Slow, int]:
    """Every revision in one query; one never bumped is 0."""
    with prepared_cursor() as cursor:
        cursor.execute("SELECT name, number FROM core_revision")
        stored = dict(cursor.fetchall())
    return {name: stored.get(name.value, 0) for name in Slow}


class KeptByRevision(Generic[Key, Value]):
    """Values kept in the process by key, each until the revision given with a question differs.

    Holds at most `most` values. The database's name is part of every key, so that tests on other databases never see
    each other's.
    """

    def __init__(self, *, most: int = 256) -> None:
        self._most = most
        self._kept: dict[tuple[str, Key], tuple[Hashable, Value]] = {}

    def get(self, key: Key, revision: Hashable, read: Callable[[], Value]) -> Value:
        """What is kept under `key` since `revision`, else what `read` answers now."""
        place = (str(connection.settings_dict["NAME"]), key)
        kept = self._kept.get(place)
        if kept is not None and kept[0] == revision:
            return kept[1]
        value = read()
        if len(self._kept) >= self._most:
            self._kept.clear()
        self._kept[place] = (revision, value)
        return value


class PerRevision(Generic[Key, Value]):
    """What `read` answers to a key, kept like KeptByRevision."""

    def __init__(self, read: Callable[[Key], Value], *, most: int = 256) -> None:
        self._read = read
        self._kept: KeptByRevision[Key, Value] = KeptByRevision(most=most)

    def get(self, key: Key, revision: int) -> Value:
        return self._kept.get(key, revision, lambda: self._read(key))
