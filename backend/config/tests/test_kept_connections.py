from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext


@contextmanager
def kept_from_an_earlier_request() -> Iterator[None]:
    kept: Any = connection
    kept.ensure_connection()
    kept.health_check_enabled, kept.health_check_done = True, False
    try:
        yield
    finally:
        kept.health_check_enabled = False


def backend_pid() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


@pytest.mark.django_db(transaction=True)
def test_a_kept_connection_is_used_again_without_asking_the_server() -> None:
    before = backend_pid()
    with kept_from_an_earlier_request(), CaptureQueriesContext(connection) as queries:
        assert backend_pid() == before
    assert len(queries) == 1


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_the_server_closed_is_replaced_before_anybody_notices() -> None:
    before = backend_pid()
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [before])
    other.close()
    with kept_from_an_earlier_request():
        assert backend_pid() != before
