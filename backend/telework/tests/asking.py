"""Registered people and their requests, for tests of this app."""

from datetime import date, timedelta
from typing import Any

from audit.models import Event
from core.revision import Slow, bump
from people.models import Department, Person
from telework.models import Registration, TeleworkRequest, TeleworkRule
from telework.policies.forms import Unit
from telework.policies.states import RegistrationState
from telework.services.requests import Content, enter_request
from tests.factories.hall import Hall, city_time
from tests.fixtures.cast import MONDAY

WEDNESDAY = MONDAY + timedelta(days=2)
THURSDAY = MONDAY + timedelta(days=3)
FULL = Content(Unit.FULL, "home", "own_office", "duty", tasks="企画書の作成", contact="090-0000-0000")
AFTERNOON = Content(Unit.PM, "home", "own_office", "duty")


def register(person: Person, *, reason: str = "none") -> Registration:
    """An approved registration of the fiscal year 2026."""
    return Registration.objects.create(
        person=person,
        fiscal_year=2026,
        state=RegistrationState.APPROVED,
        reason_class=reason,
        valid_from=date(2026, 4, 1),
        valid_to=date(2027, 3, 31),
        created_at=city_time(date(2026, 4, 1), "9:00"),
    )


def register_everybody(hall: Hall) -> None:
    """Everybody of the small hall may telework."""
    for person in hall.people.values():
        if not person.registrations.exists():
            register(person)


def asked(hall: Hall, name: str, day: date = WEDNESDAY, content: Content = FULL) -> TeleworkRequest:
    """A submitted request."""
    return enter_request(person_id=hall.person(name), day=day, content=content, submit=True)


def told(kind: str) -> dict[str, Any]:
    """What the one event of this kind says."""
    after = Event.objects.get(kind=kind).after
    assert after is not None
    return dict(after)


def set_rules(department: Department | None = None, **says: Any) -> TeleworkRule:
    """A row of rules for the department, or for everyone."""
    rule, _ = TeleworkRule.objects.update_or_create(
        department=department, defaults={"name": "テストの規則", "owner": "人事課", **says}
    )
    bump(Slow.TELEWORK)
    return rule


def need_on_site(hall: Hall, least: int, section: str = "030202") -> None:
    """The section needs so many people on site."""
    Department.objects.filter(pk=hall.departments[section].pk).update(minimum_on_site=least)
