"""Locks of PostgreSQL that last to the end of the transaction."""

import pytest
from django.db import connection

from core.locks import PLACES_AS_THEY_ARE, Locked, lock


@pytest.mark.django_db
def test_any_number_of_locks_is_taken_in_one_call():
    lock(*((Locked.PERSON, person_id) for person_id in range(1, 5001)), shared=[PLACES_AS_THEY_ARE])
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")
        assert cursor.fetchone() == (5001,)
