"""The rules of one department with whose word each is, and what its own row says: what its settings show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db.models import Q

from core.revision import Slow
from people.models import Department
from people.policies.roles import Role
from people.policies.visibility import Viewer, is_manager_of
from people.selectors.departments import departments_today
from telework.models import TeleworkRule
from telework.policies.rules import DEFAULTS, SET_BY_DEPARTMENTS, TeleworkRules
from telework.selectors.rules import rules_for

_MEMBERS = tuple(DEFAULTS)
SETS_ALL = frozenset({Role.HR, Role.IT})


@dataclass(frozen=True, slots=True)
class DepartmentRules:
    """What holds in a department; `inherited` would hold without its own row, `may_set` is for whoever asks.

    `minimum_count` is the department's own number of people on site (0: it has none), `minimum_from` the department
    whose number holds here.
    """

    department: Department
    own: TeleworkRule | None
    effective: TeleworkRules
    inherited: TeleworkRules
    may_set: tuple[str, ...]
    minimum_count: int
    minimum_from: Department | None


def department_rules(department: Department, viewer: Viewer, slow: Mapping[Slow, int]) -> DepartmentRules:
    """Everything about one department's rules; four queries."""
    lineage = department.lineage or [department.pk]
    above = Department.objects.in_bulk(lineage)
    nearest = [above[pk] for pk in reversed(lineage) if pk in above]
    return DepartmentRules(
        department=department,
        own=TeleworkRule.objects.filter(department=department).first(),
        effective=rules_for(lineage, slow),
        inherited=rules_for(lineage[:-1], slow),
        may_set=may_set(department, viewer),
        minimum_count=department.minimum_on_site,
        minimum_from=next((one for one in nearest if one.minimum_on_site > 0), None),
    )


def version_of(own: TeleworkRule | None, minimum_count: int) -> str:
    """What tells whether the department's own rules, or its number, were set meanwhile: the same as long as they say
    the same.
    """
    said = [str(getattr(own, name)) if own and getattr(own, name) not in (None, "") else "" for name in _MEMBERS]
    return sha256("\n".join([str(minimum_count), *said]).encode()).hexdigest()[:16]


def may_set(department: Department, viewer: Viewer) -> tuple[str, ...]:
    """The rules that whoever asks may set for the department: all for HR and IT, for its 所属長 those left to them."""
    if not SETS_ALL.isdisjoint(viewer.roles):
        return tuple(DEFAULTS)
    if not is_manager_of(viewer, department.lineage or [department.pk]):
        return ()
    left = set(set_by_departments())
    return tuple(name for name in DEFAULTS if name in left)


def set_by_departments() -> Sequence[str]:
    """The rules that departments may set, as the row for everyone has it."""
    said = TeleworkRule.objects.filter(department=None).values_list("set_by_departments", flat=True).first()
    return SET_BY_DEPARTMENTS if said is None else said


def every_row() -> list[TeleworkRule]:
    """Every row of rules with its department, the one for everyone first, then in order of department codes."""
    rows = list(TeleworkRule.objects.select_related("department"))
    return sorted(rows, key=lambda row: row.department.code if row.department else "")


def departments_to_set(viewer: Viewer, today: date) -> list[Department]:
    """The departments of today whose rules whoever asks may set, in order of codes: for HR and IT all."""
    if not SETS_ALL.isdisjoint(viewer.roles):
        return departments_today()
    managed = list(viewer.manages)
    rows = Department.objects.filter(Q(lineage__overlap=managed) | Q(pk__in=managed)) if managed else []
    return [one for one in sorted(rows, key=lambda row: row.code) if one.active_to is None or one.active_to >= today]


def words_said() -> dict[int, int]:
    """How many rules the own row of each department says something about, by department."""
    rows = TeleworkRule.objects.filter(department__isnull=False)
    return {
        row.department_id: sum(getattr(row, name) not in (None, "") for name in DEFAULTS)
        for row in rows
        if row.department_id is not None
    }
