"""Departments beside each other."""

from dataclasses import asdict
from typing import Any

import numpy as np
from django.db.models import Q
from numpy.typing import NDArray

from occupancy.models import DepartmentDay
from occupancy.policies import figures
from occupancy.policies.roll_days import presence_source
from occupancy.selectors.department_facts import DepartmentFacts, facts_of_kind, never_told
from occupancy.selectors.report_days import ReportDays, report_days
from occupancy.selectors.report_scope import scope_of
from occupancy.selectors.reported import Reported
from people.models import Department
from spaces.models import AreaHome, Layout

_DEMAND = ("refused", "spilled_over", "no_show", "due")


def departments_report(reported: Reported, *, kind: str, under: int | None) -> dict[str, Any]:
    """`{scope, withheld, rows}`: the departments of a kind that may be told of, in order of their codes.

    Presence is by gates on days with a gate log and by check-ins on the others, whatever source was asked for.
    """
    days = report_days(reported.period)
    under = under or reported.place.id
    columns = [name for name, used in (("gate_present", days.gate), ("checked_in_present", ~days.gate)) if used.any()]
    facts = facts_of_kind(kind, under, days, demand=_DEMAND, columns=columns)
    rows = _rows(facts, days)
    briefs = _briefs(rows, days)
    areas = _areas_at_home(reported)
    return {
        "scope": scope_of(reported, days),
        "withheld": never_told(days, kind=kind, under=under),
        "rows": [
            {"department": brief, "areas": areas.get(brief["id"], []), **rows[brief["id"]]}
            for brief in sorted(briefs, key=lambda brief: (brief["code"], brief["id"]))
        ],
    }


def _rows(facts: DepartmentFacts, days: ReportDays) -> dict[int, dict[str, Any]]:
    if not len(facts.departments):
        return {}
    order = np.argsort(facts.departments, kind="stable")
    ids, starts = np.unique(facts.departments[order], return_index=True)
    by_gate = days.gate[facts.where][order]
    peaks = _peaks(facts, days)[order]
    sums = {name: np.add.reduceat(numbers[order], starts).tolist() for name, numbers in facts.numbers.items()}
    present = np.where(by_gate, facts.numbers["gate_people"][order], facts.numbers["checked_in_people"][order])
    were_there = np.add.reduceat(present, starts).tolist()
    ends = [*starts[1:].tolist(), len(order)]
    rows = {}
    for row, (department, start, end) in enumerate(zip(ids.tolist(), starts.tolist(), ends, strict=True)):
        on_roll = sums["on_roll"][row]
        rows[department] = {
            "days": end - start,
            "on_roll": on_roll / (end - start),
            "attendance_rate": figures.attendance_rate(were_there[row], on_roll),
            "telework_rate": figures.telework_rate(sums["telework_halves"][row], on_roll),
            "presence": asdict(figures.peaks(peaks[start:end])),
            "presence_source": presence_source(by_gate[start:end]),
            "refused": sums["refused"][row],
            "spilled_over": sums["spilled_over"][row],
            "no_show_rate": figures.no_show_rate(sums["no_show"][row], sums["due"][row]),
        }
    return rows


def _peaks(facts: DepartmentFacts, days: ReportDays) -> NDArray[np.int64]:
    """The most people there at one time, for each row."""
    by_gate = days.gate[facts.where]
    found = np.full(len(facts.where), figures.UNKNOWN, dtype=np.int64)
    for column, rows in (("gate_present", by_gate), ("checked_in_present", ~by_gate)):
        if rows.any():
            found[rows] = figures.daily_peaks(facts.slots[column][rows], days.core[facts.where[rows]])
    return found


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


def _areas_at_home(reported: Reported) -> dict[int, list[str]]:
    """By department, the names of the areas that it was at home in on the last day of the period."""
    begun = Layout.objects.filter(effective_from__lte=reported.period.last)
    in_force = begun.order_by("floor", "-effective_from").distinct("floor").values_list("pk", flat=True)
    homes = AreaHome.objects.filter(placement__layout__in=list(in_force)).order_by(
        "placement__layout__floor__level", "placement__name"
    )
    found: dict[int, list[str]] = {}
    for department, name in homes.values_list("department", "placement__name"):
        if name not in found.setdefault(department, []):
            found[department].append(name)
    return found
