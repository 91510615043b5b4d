import pytest
from django.db import DataError, IntegrityError, ProgrammingError, connection, transaction

from core.models import Revision
from core.prepared import first_row, prepared_cursor

pytestmark = pytest.mark.django_db

STATEMENT = "SELECT number + %s FROM core_revision WHERE name = %s"


def prepared_statements():
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement, generic_plans + custom_plans FROM pg_prepared_statements")
        return dict(cursor.fetchall())


def test_a_statement_is_planned_once_and_asked_again_and_again(django_assert_num_queries):
    Revision.objects.create(name="test", number=40)
    with django_assert_num_queries(3):
        for more in (1, 2, 3):
            with prepared_cursor() as cursor:
                cursor.execute(STATEMENT, [more, "test"])
                assert cursor.fetchone() == (40 + more,)
    assert prepared_statements()[STATEMENT.replace("%s", "$1", 1).replace("%s", "$2")] == 3


def test_other_statements_are_not_prepared():
    with prepared_cursor() as cursor:
        cursor.execute(STATEMENT, [1, "test"])
    for _ in range(10):
        list(Revision.objects.filter(name="test"))
    assert len([text for text in prepared_statements() if "core_revision" in text]) == 1


def test_errors_are_djangos():
    with pytest.raises(ProgrammingError), transaction.atomic(), prepared_cursor() as cursor:
        cursor.execute("SELECT nothing FROM core_revision", [])
    with pytest.raises(IntegrityError), transaction.atomic(), prepared_cursor() as cursor:
        cursor.execute("INSERT INTO core_revision (name, number) VALUES (%s, NULL)", ["test"])


def test_one_row_is_asked_for_again_and_again_over_one_cursor(django_assert_num_queries):
    Revision.objects.create(name="test", number=40)
    with django_assert_num_queries(3):
        assert first_row(STATEMENT, [1, "test"]) == (41,)
        assert first_row(STATEMENT, [2, "nobody"]) is None
        assert first_row(STATEMENT, [3, "test"]) == (43,)


def test_a_question_that_failed_is_answered_the_next_time():
    Revision.objects.create(name="test", number=40)
    with pytest.raises(DataError), transaction.atomic():
        first_row(STATEMENT, ["no number", "test"])
    assert first_row(STATEMENT, [1, "test"]) == (41,)


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_was_made_anew_has_its_own_cursors():
    for more in (1, 2):
        assert first_row("SELECT %s::int, pg_backend_pid()", [more]) == (more, backend())
        connection.close()


def backend():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]
