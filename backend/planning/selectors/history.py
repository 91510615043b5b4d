"""Facts of departments, read as arrays: a year of all departments is hundreds of thousands of rows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
from django.db import connection
from django.db.models import Q
from numpy.typing import NDArray
from psycopg import Cursor, pq
from psycopg.abc import Buffer
from psycopg.adapt import Loader

from occupancy.models import OccupancyDay
from people.models import Department
from planning.policies.presence import PresenceHistory, fixed_presence
from planning.selectors.calendar import working_days

PREFIX = {"gate": "gate", "check_in": "checked_in", "booking": "booked"}
"""How the columns of a source begin."""
EVIDENCE = {"gate": "gate_passages", "check_in": "confirmed_minutes", "booking": "booked_minutes"}
"""What a day's coverage counts of a source; a day with none of it says nothing by that source."""
SECTION = Department.Kind.SECTION.value
DAYS_AT_ONCE = 60
INT2_ARRAY = 1005
"""PostgreSQL's number of the type smallint[]."""
_HEADER = 20
"""Bytes before the elements of an array of one dimension, as PostgreSQL sends it: five numbers of 32 bits."""
_ELEMENT = np.dtype([("length", ">i4"), ("value", ">i2")])


@dataclass(frozen=True, slots=True)
class DepartmentRead:
    """A department as it stands today; `lineage` are ids from the root down to it."""

    id: int
    code: str
    name: str
    kind: str
    lineage: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FactsRead:
    """The history of the days that can be used, and why the others cannot.

    `chosen` are the places (first axis of the history) of the chosen departments and `counts[place, day]` whether one
    is counted that day, not lying below another of them. `sections` are the places of sections that may be shown and
    `shown[place, day]` on which days.
    """

    history: PresenceHistory
    departments: Sequence[DepartmentRead]
    chosen: Sequence[int]
    counts: NDArray[np.bool_]
    sections: Sequence[int]
    shown: NDArray[np.bool_]
    working_days: int
    missing_days: int
    days_without_source: int
    days_withheld: int
    sections_withheld: int
    withheld: Sequence[DepartmentRead]


class _AsSent(Loader):
    """An array as the bytes in which it came."""

    format = pq.Format.BINARY

    def load(self, data: Buffer) -> bytes:
        return bytes(data)


def facts_of_departments(
    wanted: Collection[int] | None, named: Collection[int], first: date, last: date, source: str
) -> FactsRead:
    """The facts of the wanted departments (None: everybody) and everything below them.

    A day counts when its facts stand (not those of a day that is not over), the source says something of it, and every
    department that is `named` (the wanted ones among them) may be shown; `withheld` are those that may not be on any.
    """
    departments = _departments(wanted, named)
    place = {one.id: number for number, one in enumerate(departments)}
    asked = working_days(first, last)
    cores, silent = _usable(asked, source)
    days = [day for day in asked if day in cores]
    table = _Table(len(departments), days, cores)
    for start in range(0, len(days), DAYS_AT_ONCE):
        table.read(place, days[start : start + DAYS_AT_ONCE], source, wanted)
    must = [place[one] for one in named if one in place]
    there = table.there[must].all(axis=0) if must else np.ones(len(days), dtype=bool)
    may = table.published[must].all(axis=0) if must else np.ones(len(days), dtype=bool)
    kept = np.flatnonzero(there & may & table.there.any(axis=0))
    counts = (
        table.top if wanted is None else table.top & np.isin([one.id for one in departments], list(wanted))[:, None]
    )
    sections = [number for number, one in enumerate(departments) if one.kind == SECTION and table.there[number].any()]
    shown = table.published[:, kept]
    listed = [number for number in sections if shown[number].any()]
    history = table.history(kept, departments, sections)
    return FactsRead(
        history=replace(history, present_fixed=fixed_presence(history, sections, shown)),
        departments=departments,
        chosen=np.flatnonzero(counts.any(axis=1)).tolist(),
        counts=counts[:, kept],
        sections=listed,
        shown=shown,
        working_days=len(asked),
        missing_days=len(asked) - len(days) - silent + int((~there).sum()),
        days_without_source=silent,
        days_withheld=int((there & ~may).sum()),
        sections_withheld=len(sections) - len(listed),
        withheld=[departments[number] for number in must if not table.published[number].any()],
    )


def _departments(wanted: Collection[int] | None, named: Collection[int]) -> list[DepartmentRead]:
    rows = Department.objects.order_by("code")
    if wanted is not None:
        rows = rows.filter(Q(lineage__overlap=list(wanted)) | Q(pk__in=list(named)))
    return [
        DepartmentRead(pk, code, name, kind, tuple(lineage or (pk,)))
        for pk, code, name, kind, lineage in rows.values_list("pk", "code", "name", "kind", "lineage")
    ]


def _usable(asked: Sequence[date], source: str) -> tuple[dict[date, tuple[int, int]], int]:
    """The core window (first slot, the one after the last) of each day that can be used; and how many are silent."""
    if not asked:
        return {}, 0
    rows = OccupancyDay.objects.filter(day__range=(asked[0], asked[-1]), day__in=asked, provisional=False)
    found, silent = {}, 0
    for day, first, end, coverage in rows.values_list("day", "core_first", "core_end", "coverage"):
        if coverage.get(EVIDENCE[source], 1):
            found[day] = (first, end)
        else:
            silent += 1
    return found, silent


class _Table:
    """Facts by department and day, filled some days at a time."""

    def __init__(self, departments: int, days: Sequence[date], cores: Mapping[date, tuple[int, int]]) -> None:
        self._days = days
        self._number = {day: number for number, day in enumerate(days)}
        self._first = min((core[0] for core in cores.values()), default=0)
        self._end = max((core[1] for core in cores.values()), default=1)
        slots = np.arange(self._first, self._end)
        self._core = np.array([(cores[day][0] <= slots) & (slots < cores[day][1]) for day in days]).reshape(
            len(days), slots.size
        )
        by_day = (departments, len(days))
        self.there, self.published, self.top, self.team = (np.zeros(by_day, dtype=bool) for _ in range(4))
        self._on_roll, self._fixed = (np.zeros(by_day, dtype=np.float32) for _ in range(2))
        self._present, self._present_fixed = (np.zeros((*by_day, slots.size), dtype=np.float32) for _ in range(2))

    def read(self, place: Mapping[int, int], days: Sequence[date], source: str, wanted: Collection[int] | None) -> None:
        """Read those days; `top` of a row: it lies below no wanted department, or has nothing above it."""
        # The names come from PREFIX above, nothing of them from outside.
        query = _FACTS.format(prefix=PREFIX[source])
        rows = _rows_as_sent(
            query,
            {
                "departments": list(place),
                "days": list(days),
                "first": self._first + 1,
                "end": self._end,
                "wanted": None if wanted is None else list(wanted),
            },
        )
        if not rows:
            return
        department, day, published, team, top, on_roll, fixed, present, present_fixed = zip(*rows, strict=True)
        at = (np.array([place[one] for one in department]), np.array([self._number[one] for one in day]))
        self.there[at] = True
        self.published[at], self.team[at], self.top[at] = published, team, top
        self._on_roll[at], self._fixed[at] = on_roll, fixed
        core = self._core[at[1]]
        self._present[at] = _numbers(present) * core
        self._present_fixed[at] = _numbers(present_fixed) * core

    def history(
        self, kept: NDArray[np.int64], departments: Sequence[DepartmentRead], sections: Sequence[int]
    ) -> PresenceHistory:
        """The days that are kept. A team day is one on which at least half the people's sections have one."""
        roll = self._on_roll[sections][:, kept]
        team = 2 * (roll * self.team[sections][:, kept]).sum(axis=0) >= np.maximum(roll.sum(axis=0), 1)
        every = kept.size == len(self._days)
        present, present_fixed = (part if every else part[:, kept] for part in (self._present, self._present_fixed))
        return PresenceHistory(
            days=[self._days[number] for number in kept],
            team_days=team.tolist(),
            lineages=[one.lineage for one in departments],
            present=present,
            present_fixed=present_fixed,
            on_roll=self._on_roll[:, kept],
            fixed=self._fixed[:, kept],
        )


_FACTS = """
SELECT department_id, day, published, team_day,
       CASE WHEN %(wanted)s::bigint[] IS NULL THEN cardinality(lineage) = 1
            ELSE NOT lineage[1:cardinality(lineage) - 1] && %(wanted)s::bigint[] END,
       on_roll, fixed,
       {prefix}_present[%(first)s:%(end)s], {prefix}_present_fixed[%(first)s:%(end)s]
  FROM occupancy_departmentday
 WHERE day = ANY(%(days)s) AND department_id = ANY(%(departments)s::bigint[])
"""


def _rows_as_sent(query: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """Rows of a query in PostgreSQL's binary form, arrays of small numbers as the bytes they came in."""
    wrapper: Any = connection
    wrapper.ensure_connection()
    with wrapper.wrap_database_errors, Cursor(wrapper.connection) as cursor:
        cursor.adapters.register_loader(INT2_ARRAY, _AsSent)
        return cursor.execute(query, values, binary=True, prepare=False).fetchall()


def _numbers(arrays: Sequence[bytes]) -> NDArray[np.float32]:
    """Arrays of equally many small numbers, one a row."""
    length = len(arrays[0])
    packed = np.frombuffer(b"".join(arrays), dtype=np.uint8).reshape(len(arrays), length)[:, _HEADER:]
    elements: NDArray[Any] = np.ascontiguousarray(packed).view(_ELEMENT)["value"]
    return elements.astype(np.float32)
