"""Departments beside each other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from django.db.models import Q

from occupancy.models import DepartmentDay
from occupancy.policies import figures
from occupancy.policies.roll_days import presence_source
from occupancy.policies.sources import PlaceKind
from occupancy.selectors.department_facts import DepartmentsTold, Which, departments_told, never_told
from occupancy.selectors.report_days import ReportDays, report_days
from occupancy.selectors.report_scope import scope_of
from occupancy.selectors.reported import Place, Reported
from people.models import Department
from spaces.models import AreaHome, Layout

_DEMAND = ("refused", "spilled_over", "no_show", "due")


def departments_report(reported: Reported, *, kind: str, under: int | None) -> dict[str, Any]:
    """`{scope, withheld, rows}`: the departments of a kind that may be told of, in order of their codes.

    Of a place that does not hold everybody they are those with an area of theirs in it on the last day of the period.
    Presence is by gates on days with a gate log and by check-ins on the others, whatever source was asked for.
    """
    days = report_days(reported.period)
    homes = _homes(reported)
    which = Which(kind, under or _above(reported.place), _at_home(homes, reported.place))
    rows = _rows(departments_told(which, days, _DEMAND), days) if len(days) else {}
    briefs = _briefs(rows, days)
    names = _areas_by_department(homes)
    return {
        "scope": scope_of(reported, days),
        "withheld": never_told(days, which),
        "rows": [
            {"department": brief, "areas": names.get(brief["id"], []), **rows[brief["id"]]}
            for brief in sorted(briefs, key=lambda brief: (brief["code"], brief["id"]))
        ],
    }


def _above(place: Place) -> int | None:
    return place.id if place.kind is PlaceKind.DEPARTMENT else None


def _rows(told: DepartmentsTold, days: ReportDays) -> dict[int, dict[str, Any]]:
    peaks = figures.daily_peaks(told.present, days.core[told.where])
    by_gate = days.gate[told.where]
    sums = {name: counts.tolist() for name, counts in told.sums.items()}
    ends = np.cumsum(told.sizes).tolist()
    rows = {}
    for row, (department, size, end) in enumerate(zip(told.ids.tolist(), told.sizes.tolist(), ends, strict=True)):
        on_roll, its = sums["on_roll"][row], slice(end - size, end)
        rows[department] = {
            "days": size,
            "on_roll": on_roll / size,
            "attendance_rate": figures.attendance_rate(sums["people"][row], on_roll),
            "telework_rate": figures.telework_rate(sums["telework_halves"][row], on_roll),
            "presence": asdict(figures.peaks(peaks[its])),
            "presence_source": presence_source(by_gate[its]),
            "refused": sums["refused"][row],
            "spilled_over": sums["spilled_over"][row],
            "no_show_rate": figures.no_show_rate(sums["no_show"][row], sums["due"][row]),
        }
    return rows


def _briefs(rows: dict[int, Any], days: ReportDays) -> list[dict[str, Any]]:
    """Departments as they were called on the last day with facts, those that had ended by then as they are kept."""
    if not rows:
        return []
    named = {
        number: (name, kind, lineage)
        for number, name, kind, lineage in DepartmentDay.objects.filter(day=days.days[-1]).values_list(
            "department", "name", "kind", "lineage"
        )
    }
    above = {number for _, _, lineage in named.values() for number in lineage}
    kept = Department.objects.filter(Q(pk__in=rows) | Q(pk__in=above)).in_bulk()
    for number in rows.keys() - named.keys():
        named[number] = (kept[number].name, kept[number].kind, kept[number].lineage)
    names = {number: department.name for number, department in kept.items()}
    names |= {number: name for number, (name, _, _) in named.items()}
    return [
        {
            "id": number,
            "code": kept[number].code,
            "name": named[number][0],
            "kind": named[number][1],
            "path": [names[above] for above in named[number][2][:-1] if above in names],
        }
        for number in rows
    ]


@dataclass(frozen=True, slots=True)
class _Home:
    """An area in which a department is at home on the last day of the period."""

    department_id: int
    area_id: int
    area_name: str
    floor_id: int
    building_id: int


def _homes(reported: Reported) -> list[_Home]:
    """From the lowest floor up."""
    begun = Layout.objects.filter(effective_from__lte=reported.period.last)
    in_force = begun.order_by("floor", "-effective_from").distinct("floor").values_list("pk", flat=True)
    rows = AreaHome.objects.filter(placement__layout__in=list(in_force)).order_by(
        "placement__layout__floor__level", "placement__name"
    )
    return [
        _Home(*row)
        for row in rows.values_list(
            "department",
            "placement__area",
            "placement__name",
            "placement__layout__floor",
            "placement__layout__floor__building",
        )
    ]


def _at_home(homes: Sequence[_Home], place: Place) -> set[int] | None:
    """The departments with an area of theirs in the place; None where it holds everybody."""
    if place.has_roll:
        return None
    number: Mapping[PlaceKind, Callable[[_Home], int]] = {
        PlaceKind.BUILDING: lambda home: home.building_id,
        PlaceKind.FLOOR: lambda home: home.floor_id,
        PlaceKind.AREA: lambda home: home.area_id,
    }
    return {home.department_id for home in homes if number[place.kind](home) == place.id}


def _areas_by_department(homes: Sequence[_Home]) -> dict[int, list[str]]:
    """The names of the areas in which each is at home."""
    found: dict[int, list[str]] = {}
    for home in homes:
        if home.area_name not in found.setdefault(home.department_id, []):
            found[home.department_id].append(home.area_name)
    return found
