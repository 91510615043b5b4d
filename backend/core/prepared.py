"""Statements that run with every request, planned once per connection."""

from collections.abc import Sequence
from threading import local
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.utils import CursorWrapper
from psycopg import Cursor
from psycopg.types.datetime import TimestamptzLoader

PREPARE_AFTER = 1_000_000
"""Uses after which psycopg would prepare a statement unasked: never, for those that nobody marked."""


class _PreparedCursor(Cursor[Any]):
    def execute(self, query: Any, params: Any = None, **options: Any) -> "_PreparedCursor":
        options["prepare"] = True
        super().execute(query, params, **options)
        return self


def prepared_cursor() -> CursorWrapper:
    """A cursor of Django's connection whose statements PostgreSQL keeps prepared: for the few that are asked most.

    Django's own cursors bind values on the client and have every statement planned anew, which for a join of four
    tables costs more than running it. Queries show in Django's log like any other. The statement's text has to be
    constant and its parameters of types that PostgreSQL can tell.
    """
    wrapper = _wrapper()
    with wrapper.wrap_database_errors:
        cursor: CursorWrapper = wrapper._prepare_cursor(_cursor(wrapper.connection))
    return cursor


def first_row(statement: str, values: Sequence[Any]) -> tuple[Any, ...] | None:
    """The first row that `statement` finds, or None: for the questions of every request, whose answer is one row.

    The cursor stays with the connection and its statement, because to make one, and to find out anew how each column
    is read, takes longer than the question.
    """
    wrapper = _wrapper()
    with wrapper.wrap_database_errors:
        asking = wrapper._prepare_cursor(_cursor_of(statement, wrapper.connection))
    asking.execute(statement, values)
    row: tuple[Any, ...] | None = asking.fetchone()
    return row


class _Kept(local):
    """Of each thread, the cursors of one connection by their statements."""

    connection: Any = None
    cursors: dict[str, _PreparedCursor]


_kept = _Kept()


def _cursor_of(statement: str, connection: Any) -> _PreparedCursor:
    if _kept.connection is not connection:
        _kept.connection, _kept.cursors = connection, {}
    found = _kept.cursors.get(statement)
    if found is None:
        found = _kept.cursors[statement] = _cursor(connection)
    return found


def _wrapper() -> Any:
    wrapper: Any = connections[DEFAULT_DB_ALIAS]
    wrapper.close_if_health_check_failed()
    wrapper.ensure_connection()
    wrapper.connection.prepare_threshold = PREPARE_AFTER  # None, as Django leaves it, would prepare nothing
    return wrapper


def _cursor(connection: Any) -> _PreparedCursor:
    cursor = _PreparedCursor(connection)
    # psycopg's own, in C and in UTC; Django's takes each instant through Python, which a floor's 300 would feel.
    cursor.adapters.register_loader("timestamptz", TimestamptzLoader)
    return cursor
