"""Departments as the directory has them."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from directory.policies.runs import Did
from directory.services.import_report import ImportReport
from directory.source import DirectoryDepartment
from people.models import Department
from people.policies.posts import DepartmentAbove

Lineages = dict[str, list[DepartmentAbove]]


def take_departments(
    wanted: Sequence[DirectoryDepartment], *, today: date, report: ImportReport
) -> dict[str, Department]:
    """Add, rename, move and end departments until they are those of `wanted` (parents first); answers them by code."""
    known = {department.code: department for department in Department.objects.all()}
    for one in wanted:
        parent = known[one.parent] if one.parent else None
        department = known.get(one.code)
        if department is None:
            known[one.code] = _added(one, parent)
            report.note("department", one.code, Did.ADDED, {"name": ("", one.name)})
        elif changed := _brought_up_to_date(department, one, parent):
            department.save()
            report.note("department", one.code, Did.CHANGED, changed)
    _end_the_others(known.values(), {one.code for one in wanted}, today, report)
    return known


def lineages_by_code(departments: dict[str, Department]) -> Lineages:
    """Each department's line from the root down to itself."""
    by_id = {department.pk: department for department in departments.values()}
    return {
        code: [DepartmentAbove(by_id[pk].code, by_id[pk].kind) for pk in department.lineage]
        for code, department in departments.items()
    }


def _added(one: DirectoryDepartment, parent: Department | None) -> Department:
    department = Department.objects.create(code=one.code, name=one.name, kind=one.kind.value, parent=parent)
    department.lineage = [*(parent.lineage if parent else []), department.pk]
    department.save(update_fields=["lineage"])
    return department


def _brought_up_to_date(
    department: Department, one: DirectoryDepartment, parent: Department | None
) -> dict[str, tuple[Any, Any]]:
    wanted: dict[str, Any] = {
        "name": one.name,
        "kind": one.kind.value,
        "parent_id": parent.pk if parent else None,
        "lineage": [*(parent.lineage if parent else []), department.pk],
        "active_to": None,
    }
    changed = {name: (getattr(department, name), value) for name, value in wanted.items()}
    changed = {name: pair for name, pair in changed.items() if pair[0] != pair[1]}
    for name, (_old, new) in changed.items():
        setattr(department, name, new)
    return changed


def _end_the_others(known: Iterable[Department], kept: set[str], today: date, report: ImportReport) -> None:
    for department in known:
        if department.code not in kept and department.active_to is None:
            department.active_to = today - timedelta(days=1)
            department.save(update_fields=["active_to"])
            report.note("department", department.code, Did.ENDED)
