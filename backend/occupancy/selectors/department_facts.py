"""The facts of departments, day by day. What may not be told is not read, but for the sum over everybody."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from occupancy.policies.demand_figures import DEMAND
from occupancy.selectors.columns import (
    Rows,
    day,
    groups_of,
    number,
    numbers_of,
    ordinals_of,
    rows_of,
    slots,
    slots_of,
)
from occupancy.selectors.report_days import ON_DAYS, ReportDays

PEOPLE = ("on_roll", "telework_halves", "gate_people", "checked_in_people")

_ROOT = "CASE WHEN lineage IS NULL THEN NULL ELSE coalesce(array_length(lineage, 1), 0) END = 1"
"""Nothing was above it that day; said as the index `department_day_of_roots` says it."""

_BY_GATE = "(day = ANY(%(gate_days)s::date[])) IS TRUE"

# One look at the index for each department; what it has on how many days is counted in indexes alone.
_NEVER_TOLD = """
SELECT count(*) FROM people_department d
WHERE (SELECT TRUE FROM occupancy_departmentday
       WHERE department_id = d.id AND NOT published AND on_roll > 0 AND day BETWEEN %(first)s AND %(last)s
       AND {condition} LIMIT 1)
AND (SELECT count(*) FROM occupancy_departmentday
     WHERE department_id = d.id AND NOT published AND day BETWEEN %(first)s AND %(last)s)
  = (SELECT count(*) FROM occupancy_departmentday
     WHERE department_id = d.id AND day BETWEEN %(first)s AND %(last)s)
"""


@dataclass(frozen=True, slots=True)
class DepartmentFacts:
    """Rows of days: the day by its place in the report's days, numbers, and slots by column."""

    where: NDArray[np.int64]
    numbers: Mapping[str, NDArray[np.int64]]
    slots: Mapping[str, NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class DepartmentsTold:
    """Departments, each on the days on which it may be told of.

    `ids` and `sums` are by department, and so are `sizes`, their numbers of days; `where` (the day by its place in the
    report's days) and `present` (slots) are of these days, one department's after another's.
    """

    ids: NDArray[np.int64]
    sums: Mapping[str, NDArray[np.int64]]
    sizes: NDArray[np.int64]
    where: NDArray[np.int64]
    present: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Which:
    """Which departments: of a kind, below another, and those that lie, as somebody above them may, in `homes`."""

    kind: str | None = None
    under: int | None = None
    homes: Collection[int] | None = None

    @property
    def condition(self) -> str:
        conditions = ["TRUE"]
        if self.kind is not None:
            conditions.append("kind = %(kind)s")
        if self.under is not None:
            conditions.append("%(under)s = ANY(lineage)")
        if self.homes is not None:
            conditions.append("lineage && %(homes)s::bigint[]")
        return " AND ".join(conditions)

    @property
    def parameters(self) -> dict[str, Any]:
        return {"kind": self.kind, "under": self.under, "homes": list(self.homes or ())}


def facts_of_department(department_id: int, days: ReportDays, columns: Sequence[str]) -> DepartmentFacts:
    """One department's on the days on which it may be told of."""
    numbers = (*PEOPLE, *DEMAND)
    rows = rows_of(
        {
            "day": day("day"),
            **{name: number(name) for name in numbers},
            **{name: slots(name, days.first_slot, days.end_slot) for name in columns},
        },
        "FROM occupancy_departmentday WHERE published AND department_id = %(department)s "
        "AND day BETWEEN %(first)s AND %(last)s",
        {"department": department_id, **days.bounds},
    )
    return _of_days(rows, days, numbers, columns)


def facts_of_everybody(days: ReportDays) -> DepartmentFacts:
    """The sum of the departments at the top, told or not: only that of the city is of five people and more."""
    rows = rows_of(
        {"day": day("day"), **{name: number(f"sum({name})") for name in PEOPLE}},
        f"FROM occupancy_departmentday WHERE {_ROOT} AND day BETWEEN %(first)s AND %(last)s GROUP BY day",
        days.bounds,
    )
    return _of_days(rows, days, PEOPLE, ())


def departments_told(which: Which, days: ReportDays, demand: Sequence[str]) -> DepartmentsTold:
    """Departments on the days on which they may be told of; none is of no day.

    Sums are of `on_roll`, `telework_halves`, `people` and `demand`. People and presence are by gates on days with a
    gate log, by check-ins on the others.
    """
    people = f"sum(CASE WHEN {_BY_GATE} THEN gate_people ELSE checked_in_people END)"
    present = f"CASE WHEN {_BY_GATE} THEN gate_present ELSE checked_in_present END"
    sums = ("on_roll", "telework_halves", *demand)
    found = groups_of(
        {"id": number("department_id"), "people": number(people), **{name: number(f"sum({name})") for name in sums}},
        {"day": day("day"), "present": slots(present, days.first_slot, days.end_slot)},
        f"FROM occupancy_departmentday WHERE published AND {which.condition} AND {ON_DAYS} GROUP BY department_id",
        {**which.parameters, **days.parameters, "gate_days": days.gate_days},
    )
    where, _all_belong = days.places_in(found.lists["day"])
    return DepartmentsTold(found.numbers["id"], found.numbers, found.sizes, where, found.lists["present"])


def never_told(days: ReportDays, which: Which) -> int:
    """How many departments with people in them are told of on no day of the period."""
    with connection.cursor() as cursor:
        cursor.execute(_NEVER_TOLD.format(condition=which.condition), {**which.parameters, **days.bounds})
        (count,) = cursor.fetchone()
    return int(count)


def _of_days(rows: Rows, days: ReportDays, numbers: Sequence[str], columns: Sequence[str]) -> DepartmentFacts:
    where, belongs = days.places_in(ordinals_of(rows, "day"))
    rows = rows[belongs]
    return DepartmentFacts(
        where=where[belongs],
        numbers={name: numbers_of(rows, name) for name in numbers},
        slots={name: slots_of(rows, name) for name in columns},
    )
