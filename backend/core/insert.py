"""Insert a row unless an exclusion constraint says no: one statement, no savepoint, and no deadlock between rivals."""

from functools import cache

from django.db import connection, models

from core.prepared import prepared_cursor


def insert_unless_conflict(row: models.Model, constraint: str) -> bool:
    """Insert `row` and give it its id, or answer False when `constraint` refuses it; the transaction goes on.

    PostgreSQL inserts speculatively under ON CONFLICT DO NOTHING: it waits for a rival still under way and then
    decides, where a plain INSERT of two rivals at once can end in a deadlock.
    """
    meta = row._meta
    fields = [field for field in meta.concrete_fields if not field.primary_key]
    values = [field.get_db_prep_save(field.pre_save(row, add=True), connection) for field in fields]
    with prepared_cursor() as cursor:
        cursor.execute(_statement(type(row), constraint), values)
        inserted = cursor.fetchone()
    if inserted is None:
        return False
    row.pk = inserted[0]
    row._state.adding = False
    row._state.db = connection.alias
    return True


@cache
def _statement(model: type[models.Model], constraint: str) -> str:
    meta = model._meta
    quote = connection.ops.quote_name
    columns = [quote(str(field.column)) for field in meta.concrete_fields if not field.primary_key]
    return (
        f"INSERT INTO {quote(meta.db_table)} ({', '.join(columns)})"  # noqa: S608 - names of our own tables and columns, quoted
        f" VALUES ({', '.join(['%s'] * len(columns))})"
        f" ON CONFLICT ON CONSTRAINT {quote(constraint)} DO NOTHING RETURNING {quote(str(meta.pk.column))}"
    )
