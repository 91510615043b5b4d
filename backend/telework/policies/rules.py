"""The rules of telework: what each means, what holds where nobody says anything, and whose word wins."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from typing import Any

from core.rules import BY_DEFAULT, Owner, Rule
from telework.policies.forms import Form


class Strictness(StrEnum):
    """What a rule that is not a number does with what it does not want."""

    ALLOW = "allow"
    WARN = "warn"
    REFUSE = "refuse"


DEFAULTS: Mapping[str, Any] = {
    "registration_needed": True,
    "training_in_fiscal_year": True,
    "excluded_classes": (),
    "counter_duty": Strictness.WARN.value,
    "forms": tuple(form.value for form in Form),
    "apply_by_days": 1,
    "apply_by_time": time(17, 15),
    "post_hoc_days": 3,
    "most_days_a_week": 3,
    "most_days_a_month": 10,
    "most_days_in_a_row": 5,
    "office_days_a_week": 1,
    "pool_terminals": None,
    "earliest_time": time(5),
    "latest_time": time(22),
    "day_minutes": 465,
    "documents_out": True,
    "overtime": False,
    "minimum_on_site": Strictness.REFUSE.value,
    "team_days": Strictness.WARN.value,
    "cover_after_days": 2,
    "report_by_days": 3,
    "rest_hours": 11,
    "difference_minutes": 30,
    "allowance_days": 10,
    "allowance_months": 3,
}
"""What holds where no row says anything. Days are working days unless the name says otherwise; docs/telework-rules.md
says what each means. The numbers are those seen most in the rules of Japanese cities."""

SET_BY_DEPARTMENTS: Sequence[str] = (
    "apply_by_days",
    "apply_by_time",
    "most_days_a_week",
    "most_days_a_month",
    "most_days_in_a_row",
    "office_days_a_week",
    "minimum_on_site",
    "team_days",
    "cover_after_days",
)
"""The rules that the 所属長 of a department may set for it, unless the row for everyone names others."""


@dataclass(frozen=True, slots=True)
class TeleworkRules:
    """Every rule of telework as it holds for the people of one department."""

    registration_needed: Rule
    training_in_fiscal_year: Rule
    excluded_classes: Rule
    counter_duty: Rule
    forms: Rule
    apply_by_days: Rule
    apply_by_time: Rule
    post_hoc_days: Rule
    most_days_a_week: Rule
    most_days_a_month: Rule
    most_days_in_a_row: Rule
    office_days_a_week: Rule
    pool_terminals: Rule
    earliest_time: Rule
    latest_time: Rule
    day_minutes: Rule
    documents_out: Rule
    overtime: Rule
    minimum_on_site: Rule
    team_days: Rule
    cover_after_days: Rule
    report_by_days: Rule
    rest_hours: Rule
    difference_minutes: Rule
    allowance_days: Rule
    allowance_months: Rule


@dataclass(frozen=True, slots=True)
class TeleworkRow:
    """One row of rules: whom it is for (None is everyone) and what it says."""

    owner: Owner
    department_id: int | None = None
    says: Mapping[str, Any] = field(default_factory=dict)


def rules_in_force(rows: Sequence[TeleworkRow], lineage: Sequence[int]) -> TeleworkRules:
    """Every rule for the people of the department at the end of `lineage`, which runs from the root down to it.

    For each rule by itself the nearest department that says something wins, then the row for everyone, then DEFAULTS.
    """
    weights = {department_id: nearness for nearness, department_id in enumerate(lineage, start=1)}
    applying = [row for row in rows if row.department_id is None or row.department_id in weights]
    nearest_first = sorted(applying, key=lambda row: -weights.get(row.department_id or 0, 0))
    return TeleworkRules(**{name: _in_force(name, nearest_first) for name in DEFAULTS})


def _in_force(name: str, nearest_first: Iterable[TeleworkRow]) -> Rule:
    found = next((row for row in nearest_first if row.says.get(name) is not None), None)
    return Rule(DEFAULTS[name], BY_DEFAULT) if found is None else Rule(found.says[name], found.owner)
