"""Many rows at once, by COPY: the constraints and triggers of the table hold as for any other row."""

from collections.abc import Sequence
from operator import attrgetter

from django.db import connection, models


def copy_rows(rows: Sequence[models.Model]) -> None:
    """Insert unsaved `rows` of one model and give them their ids, several times faster than `bulk_create`.

    The rows hold what PostgreSQL stores: plain text, numbers, days, instants and ranges, and no enum members.
    """
    if not rows:
        return
    meta = type(rows[0])._meta
    fields = meta.concrete_fields
    quote = connection.ops.quote_name
    values = attrgetter(*(field.attname for field in fields))
    columns = ", ".join(quote(str(field.column)) for field in fields)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [quote(meta.db_table), str(meta.pk.column), len(rows)],
        )
        for row, (number,) in zip(rows, cursor.fetchall(), strict=True):
            row.pk = number
        with cursor.copy(f"COPY {quote(meta.db_table)} ({columns}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(values(row))
