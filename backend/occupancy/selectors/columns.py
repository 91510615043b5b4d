"""Reading many rows of numbers at once: PostgreSQL's binary COPY, laid over numpy's memory without a step per row."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db import connection
from numpy.typing import NDArray

Rows = NDArray[np.void]
"""Rows with a field for each column, as numbers; what a column of slots holds is read with `slots_of`."""

DAY_ZERO = 730_120
"""PostgreSQL counts days from 1 January 2000: this is its `date.toordinal()`."""

_HEADER = 19  # signature, flags and the length of an extension that is never there
_TRAILER = 2


@dataclass(frozen=True, slots=True)
class Column:
    """An expression in SQL that is never null, and what it is: 8 bytes, a day, or counts of slots."""

    sql: str
    slots: int = 0
    is_day: bool = False


def number(sql: str) -> Column:
    """A whole number; null counts as 0."""
    return Column(f"coalesce(({sql})::int8, 0)")


def day(sql: str) -> Column:
    """A day, as `date.toordinal()` says it."""
    return Column(f"({sql})::date", is_day=True)


def slots(sql: str, first: int, end: int) -> Column:
    """The slots of `[first, end)` of a column that holds 48 of them."""
    return Column(f"({sql})[{first + 1}:{end}]", slots=end - first)


def rows_of(columns: Mapping[str, Column], rest: str, parameters: Mapping[str, Any]) -> Rows:
    """The rows of `SELECT columns rest`, `rest` beginning with FROM; its parameters are named."""
    listed = ", ".join(column.sql for column in columns.values())
    query = connection.ops.compose_sql(f"SELECT {listed} {rest}", parameters)  # type: ignore[attr-defined]  # PostgreSQL's
    with connection.cursor() as cursor, cursor.copy(f"COPY ({query}) TO STDOUT (FORMAT BINARY)") as copy:
        told = b"".join(copy)
    return np.frombuffer(told, dtype=_layout(columns), offset=_HEADER, count=_count(told, columns))


def ordinals_of(rows: Rows, name: str) -> NDArray[np.int64]:
    """A column of days."""
    found: NDArray[np.int64] = rows[name].astype(np.int64) + DAY_ZERO
    return found


def numbers_of(rows: Rows, name: str) -> NDArray[np.int64]:
    """A column of numbers."""
    found: NDArray[np.int64] = rows[name].astype(np.int64)
    return found


def slots_of(rows: Rows, name: str) -> NDArray[np.int64]:
    """A column of slots: rows by slots."""
    found: NDArray[np.int64] = rows[name]["cells"]["count"].astype(np.int64)
    return found


def _layout(columns: Mapping[str, Column]) -> "np.dtype[np.void]":
    """How a row lies in memory: every value has its length before it, and every row their number."""
    fields: list[tuple[str, Any]] = [("fields", ">i2")]
    for name, column in columns.items():
        fields.append((f"{name} length", ">i4"))
        if column.slots:
            cell = np.dtype([("length", ">i4"), ("count", ">i2")])
            fields.append((name, np.dtype([("head", "V20"), ("cells", cell, (column.slots,))])))
        else:
            fields.append((name, ">i4" if column.is_day else ">i8"))
    return np.dtype(fields)


def _count(told: bytes, columns: Mapping[str, Column]) -> int:
    rows, left = divmod(len(told) - _HEADER - _TRAILER, _layout(columns).itemsize)
    if left:
        raise ValueError("a row of facts does not have the slots that it should have")
    return rows
