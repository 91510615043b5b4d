"""Tables without their indexes, constraints and triggers while millions of rows go in; all of them come back."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
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
    """Primary keys and checks stay. Putting an exclusion constraint back proves the rows that went in.

    What was taken away comes back table by table side by side, because a constraint over ranges takes a core minutes.
    """
    undo = {table: _strip(table) for table in tables}
    yield
    with ThreadPoolExecutor(len(tables)) as threads:
        for done in [threads.submit(_restore, table, statements) for table, statements in undo.items()]:
            done.result()


def _strip(table: str) -> list[str]:
    """Take everything away; answers the statements that bring it back."""
    undo: list[str] = []
    with connection.cursor() as cursor:
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
    return undo


def _restore(table: str, statements: Sequence[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET maintenance_work_mem = '512MB'")
        for statement in statements:
            cursor.execute(statement)
        cursor.execute(f"VACUUM (ANALYZE, FREEZE) {table}")
    connection.close()
