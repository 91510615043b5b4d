"""The facts of departments, day by day. What may not be told is not read, but for the sum over everybody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db import connection
from django.db.models import Q
from numpy.typing import NDArray

from occupancy.policies.demand_figures import DEMAND
from occupancy.selectors.columns import day, number, numbers_of, ordinals_of, rows_of, slots, slots_of
from occupancy.selectors.report_days import ReportDays
from people.models import Department

_PEOPLE = ("on_roll", "telework_halves", "gate_people", "checked_in_people")

_NEVER_TOLD = (
    "SELECT count(*) FROM (SELECT DISTINCT department_id FROM occupancy_departmentday "
    "WHERE NOT published AND on_roll > 0 AND day BETWEEN %(first)s AND %(last)s AND {condition}) hidden "
    "WHERE NOT EXISTS (SELECT 1 FROM occupancy_departmentday told WHERE told.published "
    "AND told.department_id = hidden.department_id AND told.day BETWEEN %(first)s AND %(last)s)"
)


@dataclass(frozen=True, slots=True)
class DepartmentFacts:
    """Rows of departments on days: whose, the day by its place in the report's days, numbers, and slots by column."""

    departments: NDArray[np.int64]
    where: NDArray[np.int64]
    numbers: Mapping[str, NDArray[np.int64]]
    slots: Mapping[str, NDArray[np.int64]]


def facts_of_department(department_id: int, days: ReportDays, columns: Sequence[str]) -> DepartmentFacts:
    """One department's on the days on which it may be told of."""
    condition = "published AND department_id = %(department)s"
    return _facts(condition, {"department": department_id}, days, (*_PEOPLE, *DEMAND), columns)


def facts_of_everybody(days: ReportDays) -> DepartmentFacts:
    """Those of the departments at the top, told or not: only their sum over the city is of five people and more."""
    roots = Department.objects.filter(Q(parent=None) | Q(kind=Department.Kind.BUREAU)).values_list("pk", flat=True)
    condition = "department_id = ANY(%(roots)s::bigint[]) AND cardinality(lineage) = 1"
    return _facts(condition, {"roots": list(roots)}, days, _PEOPLE, ())


def facts_of_kind(
    kind: str, under: int | None, days: ReportDays, *, demand: Sequence[str], columns: Sequence[str]
) -> DepartmentFacts:
    """Those of all departments of a kind, below another if one is given, on the days on which they may be told of."""
    condition, parameters = _kind(kind, under)
    condition = f"published AND {condition} AND day = ANY(%(days)s::date[])"
    return _facts(condition, {**parameters, "days": days.days}, days, (*_PEOPLE, *demand), columns)


def never_told(days: ReportDays, *, kind: str | None = None, under: int | None = None) -> int:
    """How many departments with people in them are told of on no day of the period."""
    condition, parameters = _kind(kind, under)
    with connection.cursor() as cursor:
        cursor.execute(_NEVER_TOLD.format(condition=condition), {**parameters, **days.bounds})
        (count,) = cursor.fetchone()
    return int(count)


def _kind(kind: str | None, under: int | None) -> tuple[str, dict[str, Any]]:
    conditions = ["TRUE"]
    if kind is not None:
        conditions.append("kind = %(kind)s")
    if under is not None:
        conditions.append("%(under)s = ANY(lineage)")
    return " AND ".join(conditions), {"kind": kind, "under": under}


def _facts(
    condition: str, parameters: Mapping[str, Any], days: ReportDays, numbers: Sequence[str], columns: Sequence[str]
) -> DepartmentFacts:
    rows = rows_of(
        {
            "department": number("department_id"),
            "day": day("day"),
            **{name: number(name) for name in numbers},
            **{name: slots(name, days.first_slot, days.end_slot) for name in columns},
        },
        f"FROM occupancy_departmentday WHERE {condition} AND day BETWEEN %(first)s AND %(last)s",
        {**parameters, **days.bounds},
    )
    where, belongs = days.places_in(ordinals_of(rows, "day"))
    rows = rows[belongs]
    return DepartmentFacts(
        departments=numbers_of(rows, "department"),
        where=where[belongs],
        numbers={name: numbers_of(rows, name) for name in numbers},
        slots={name: slots_of(rows, name) for name in columns},
    )
