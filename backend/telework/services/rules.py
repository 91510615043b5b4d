"""Set the rules of telework for everyone or for a department; what was set before stays in the event log."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from django.db import transaction

from audit.services import record
from core.locks import Locked, lock
from core.refused import Refused
from core.revision import Slow, bump
from people.models import Department
from people.services.departments import set_department_duties
from telework.models import TeleworkRule
from telework.policies.registration_refusals import RuleRefusal
from telework.policies.rules import DEFAULTS
from telework.selectors.department_rules import version_of

NAME = {"ja": "在宅勤務の規則", "en": "Telework rules"}
CITY = {"ja": "人事課", "en": "Personnel Section"}
_TEXTS = ("name", "name_en", "owner", "owner_en")
_SAID_BY_EMPTY_TEXT = ("counter_duty", "minimum_on_site", "team_days")


@transaction.atomic
def set_rules_for_everyone(*, values: Mapping[str, Any]) -> TeleworkRule:
    """Write members of the row for everyone; a rule that is None is left to what holds where nobody says anything.

    `values` may hold rules, `set_by_departments`, and what the row and its owner are called.
    """
    return _set(None, values)


@transaction.atomic
def set_department_rules(
    *,
    department: Department,
    values: Mapping[str, Any],
    minimum_on_site_count: int | None = None,
    seen: str | None = None,
) -> None:
    """Write members of the department's own row; a rule that is None is left to the departments above.

    `minimum_on_site_count` is how many people the department needs on site in each half-day (0: as above). Raises
    Refused `rules_changed` for whoever has `seen` another version (see `version_of`) than stands now.
    """
    lock((Locked.SECTION, department.pk))  # nobody goes below a minimum while it is being set
    if seen is not None:
        own = TeleworkRule.objects.filter(department=department).first()
        stands = version_of(own, Department.objects.get(pk=department.pk).minimum_on_site)
        if stands != seen:
            raise Refused(RuleRefusal.RULES_CHANGED, {"version": stands})
    if values:
        _set(department, values)
    if minimum_on_site_count is not None:
        fresh = Department.objects.select_for_update().get(pk=department.pk)
        set_department_duties(department=fresh, counter_duty=fresh.counter_duty, minimum_on_site=minimum_on_site_count)
        bump(Slow.TELEWORK)


def _set(department: Department | None, values: Mapping[str, Any]) -> TeleworkRule:
    row, made = TeleworkRule.objects.select_for_update(of=("self",)).get_or_create(
        department=department, defaults=_called(department)
    )
    before = None if made else _said(row)
    for name, value in values.items():
        setattr(row, name, "" if value is None and name in (*_TEXTS, *_SAID_BY_EMPTY_TEXT) else value)
    row.save()
    bump(Slow.TELEWORK)
    record(kind="telework_rule.set", subject_kind="telework_rule", subject_id=row.pk, before=before, after=_said(row))
    return row


def _called(department: Department | None) -> dict[str, str]:
    owner = {"ja": department.name, "en": department.name} if department else CITY
    return {"name": NAME["ja"], "name_en": NAME["en"], "owner": owner["ja"], "owner_en": owner["en"]}


def _said(row: TeleworkRule) -> dict[str, Any]:
    names = ("department_id", *_TEXTS, "set_by_departments", *DEFAULTS)
    return {name: _plain(getattr(row, name)) for name in names}


def _plain(value: Any) -> Any:
    return value.isoformat("minutes") if isinstance(value, time) else value
