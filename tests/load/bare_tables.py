"""Tables without their indexes, constraints and triggers while millions of rows go in; all of them come back."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import connection

_CONSTRAINTS = """
SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
 WHERE conrelid = %s::regclass AND contype IN ('x', 'f', 'u') ORDER BY oid
"""
_INDEXES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
 WHERE indrelid = %s::regclass AND NOT indisprimary
   AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
"""


@contextmanager
def bare_tables(tables: Sequence[str]) -> Iterator[None]:
    """Primary keys and checks stay. Putting an exclusion constraint back proves the rows that went in."""
    with connection.cursor() as cursor:
        undo: list[str] = []
        for table in tables:
            cursor.execute(_CONSTRAINTS, [table])
            for name, definition in cursor.fetchall():
                cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
                undo.append(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}')
            cursor.execute(_INDEXES, [table])
            for name, definition in cursor.fetchall():
                cursor.execute(f"DROP INDEX {name}")
                undo.append(definition)
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            undo.append(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        yield
        cursor.execute("SET maintenance_work_mem = '1GB'")
        for statement in undo:
            cursor.execute(statement)
        for table in tables:
            cursor.execute(f"VACUUM (ANALYZE, FREEZE) {table}")
