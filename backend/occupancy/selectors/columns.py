"""Reading many rows of numbers at once: PostgreSQL's binary COPY, laid over numpy's memory without a step per row.

Rows of many come one by one and cost a step each on the way; grouped, PostgreSQL sends as few rows as there are groups,
with the values of their rows as lists.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from struct import unpack_from
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
    told = _copied(", ".join(column.sql for column in columns.values()), rest, parameters)
    return np.frombuffer(told, dtype=_layout(columns), offset=_HEADER, count=_count(told, columns))


@dataclass(frozen=True, slots=True)
class Groups:
    """Rows in groups: `numbers` of each group, and `lists` of all their rows, one group's after another's.

    `sizes` says how many rows each group has. A list of days holds them as `date.toordinal()` says them, one of slots
    is rows by slots.
    """

    numbers: Mapping[str, NDArray[np.int64]]
    sizes: NDArray[np.int64]
    lists: Mapping[str, NDArray[np.int64]]

    def __len__(self) -> int:
        return len(self.sizes)

    def spread(self, of_groups: NDArray[np.int64]) -> NDArray[np.int64]:
        """What is known of the groups, for each of their rows."""
        return np.repeat(of_groups, self.sizes)


def groups_of(
    numbers: Mapping[str, Column], lists: Mapping[str, Column], rest: str, parameters: Mapping[str, Any]
) -> Groups:
    """The groups of `SELECT numbers, lists rest`, `rest` ending with GROUP BY; there is one list or more."""
    listed = [*(column.sql for column in numbers.values()), *(f"array_agg({one.sql})" for one in lists.values())]
    fields = list(_fields(_copied(", ".join(listed), rest, parameters), len(listed)))
    found = {
        name: np.array([unpack_from(">q", field)[0] for field in fields[place :: len(listed)]], dtype=np.int64)
        for place, name in enumerate(numbers)
    }
    parts = {
        name: [_elements(field, column) for field in fields[place :: len(listed)]]
        for place, (name, column) in enumerate(lists.items(), start=len(numbers))
    }
    some = next(iter(parts.values()))
    return Groups(
        numbers=found,
        sizes=np.array([len(part) for part in some], dtype=np.int64),
        lists={name: _joined(parts[name], column) for name, column in lists.items()},
    )


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


def _copied(listed: str, rest: str, parameters: Mapping[str, Any]) -> bytes:
    """What PostgreSQL sends of `SELECT listed rest` in its binary format."""
    query = connection.ops.compose_sql(f"SELECT {listed} {rest}", parameters)  # type: ignore[attr-defined]  # PostgreSQL's
    with connection.cursor() as cursor, cursor.copy(f"COPY ({query}) TO STDOUT (FORMAT BINARY)") as copy:
        return b"".join(copy)


def _fields(told: bytes, columns: int) -> Iterator[memoryview]:
    """The fields of all rows, one after another."""
    view, at, end = memoryview(told), _HEADER, len(told) - _TRAILER
    while at < end:
        at += 2
        for _column in range(columns):
            (length,) = unpack_from(">i", told, at)
            yield view[at + 4 : at + 4 + length]
            at += 4 + length


_HEAD, _DIMENSION = 12, 8
"""Bytes that an array begins with, and those of each of its dimensions."""


def _elements(field: memoryview, column: Column) -> NDArray[np.integer[Any]]:
    """What an array holds: one value a row, or slots."""
    (dimensions,) = unpack_from(">i", field)
    sizes = [unpack_from(">i", field, _HEAD + _DIMENSION * number)[0] for number in range(dimensions)]
    if sizes[1:] != ([column.slots] if column.slots else []):
        raise ValueError("a row of facts does not have the slots that it should have")
    value = ">i2" if column.slots else ">i4" if column.is_day else ">i8"
    element = np.dtype([("length", ">i4"), ("value", value)])
    found: NDArray[np.integer[Any]] = np.frombuffer(field, dtype=element, offset=_HEAD + _DIMENSION * dimensions)[
        "value"
    ]
    return found.reshape(sizes)


def _joined(parts: list[NDArray[np.integer[Any]]], column: Column) -> NDArray[np.int64]:
    if not parts:
        return np.zeros((0, column.slots) if column.slots else 0, dtype=np.int64)
    joined = np.concatenate(parts).astype(np.int64)
    return joined + DAY_ZERO if column.is_day else joined
