"""Insert a row unless an exclusion constraint says no: one statement, no savepoint, and no deadlock between rivals."""

from django.db import connection, models


def insert_unless_conflict(row: models.Model, constraint: str) -> bool:
    """Insert `row` and give it its id, or answer False when `constraint` refuses it; the transaction goes on.

    PostgreSQL inserts speculatively under ON CONFLICT DO NOTHING: it waits for a rival still under way and then
    decides, where a plain INSERT of two rivals at once can end in a deadlock.
    """
    meta = row._meta
    fields = [field for field in meta.concrete_fields if not field.primary_key]
    values = [field.get_db_prep_save(field.pre_save(row, add=True), connection) for field in fields]
    quote = connection.ops.quote_name
    statement = (  # names of the model's own columns, quoted; values travel apart
        f"INSERT INTO {quote(meta.db_table)} ({', '.join(quote(str(field.column)) for field in fields)})"  # noqa: S608 - names of our own tables and columns, quoted
        f" VALUES ({', '.join(['%s'] * len(fields))})"
        f" ON CONFLICT ON CONSTRAINT {quote(constraint)} DO NOTHING RETURNING {quote(str(meta.pk.column))}"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        inserted = cursor.fetchone()
    if inserted is None:
        return False
    row.pk = inserted[0]
    row._state.adding = False
    row._state.db = connection.alias
    return True
