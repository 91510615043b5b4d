"""Departments written as a plan says: added, renamed, moved, back, ended."""

from datetime import date, timedelta

from directory.policies.plan import Plan
from directory.policies.runs import Did, Subject
from people.models import Department


def write_departments(plan: Plan, *, day: date, first: bool) -> dict[str, Department]:
    """Write the department changes of `plan`, parents first; answers all departments by code, as they are then.

    One that is added exists from `day` on, except in the first run of all: what is found then has been there before.
    """
    known = {department.code: department for department in Department.objects.all()}
    changes = plan.of(Subject.DEPARTMENT)
    if not changes:
        return known
    written: set[str] = set()
    for change in changes:
        department = known.get(change.key)
        if department is None:
            department = Department(code=change.key, active_from=None if first else day)
            known[change.key] = department
        if change.did is Did.ENDED:
            department.active_to = day - timedelta(days=1)
        if change.did is Did.RETURNED:
            department.active_to = None
        for name in ("name", "kind"):
            if name in change.fields:
                setattr(department, name, change.fields[name][1] or "")
        if "parent" in change.fields:
            above = change.fields["parent"][1]
            department.parent = known[str(above)] if above else None
        department.save()
        written.add(change.key)
    _draw_lines(known)
    return known


def _draw_lines(known: dict[str, Department]) -> None:
    """Bring each standing department's line from the root up to date; those that ended keep theirs."""
    by_id = {department.pk: department for department in known.values()}
    redrawn = []
    for department in known.values():
        if department.active_to is not None:
            continue
        line: list[int] = []
        above: int | None = department.pk
        while above is not None:
            line.append(above)
            above = by_id[above].parent_id
        if department.lineage != line[::-1]:
            department.lineage = line[::-1]
            redrawn.append(department)
    Department.objects.bulk_update(redrawn, ["lineage"])
