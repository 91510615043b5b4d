"""Statements that run with every request, planned once per connection."""

from typing import Any

from django.db import connection
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
    wrapper: Any = connection
    wrapper.close_if_health_check_failed()
    wrapper.ensure_connection()
    wrapper.connection.prepare_threshold = PREPARE_AFTER  # None, as Django leaves it, would prepare nothing
    with wrapper.wrap_database_errors:
        prepared = _PreparedCursor(wrapper.connection)
        # psycopg's own, in C and in UTC; Django's takes each instant through Python, which a floor's 300 would feel.
        prepared.adapters.register_loader("timestamptz", TimestamptzLoader)
        cursor: CursorWrapper = wrapper._prepare_cursor(prepared)
    return cursor
