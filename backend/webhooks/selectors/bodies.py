"""What is posted of an event."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from audit.models import Event
from core import clock
from people.models import Department, Person
from people.models.person import PersonKind
from people.policies.visibility import Visibility
from spaces.models import Area, Building, Desk, Floor
from webhooks.policies.kinds import CODES, INSTANTS, PING, Concerns, Kind

_PLACES: Mapping[str, type[Area | Building | Desk | Floor]] = {
    "desk": Desk,
    "area": Area,
    "floor": Floor,
    "building": Building,
}

_INSIDE = {"floor": "floors", "area": "areas", "desk": "desks"}
"""What lies in a building, and how a building finds it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A body, and the lineage of the department whose people it is about; None where it is about nobody's."""

    body: str
    departments: tuple[int, ...] | None


def told_of(event: Event, kind: Kind) -> Told:
    """What leaves of `event`: the members that `kind` names and nothing else."""
    after = event.after or {}
    person = _person(after) if kind.concerns is Concerns.PERSON else None
    department = _department(after, person) if kind.concerns is Concerns.PERSON else None
    said = {
        "id": event.pk,
        "kind": event.kind,
        "at": _by_the_city(event.at),
        "subject": {"kind": event.subject_kind, "id": event.subject_id},
        "person": _number(person),
        "department": department.code if department else None,
        "data": _members(kind.members, after),
    }
    if kind.before:
        said["before"] = _members(kind.before, event.before or {})
    if kind.concerns is Concerns.EVERYBODY:
        return Told(_written(said), None)
    return Told(_written(said), tuple(department.lineage) if department else ())


def ping_body() -> str:
    """What a test posts: in shape like any other, about nothing."""
    return _written(
        {
            "id": None,
            "kind": PING,
            "at": _by_the_city(clock.now()),
            "subject": None,
            "person": None,
            "department": None,
            "data": {},
        }
    )


def _written(said: Mapping[str, Any]) -> str:
    return orjson.dumps(said).decode()


def _members(names: tuple[str, ...], values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _member(name, values) for name in names}


def _member(name: str, values: Mapping[str, Any]) -> Any:
    value = values.get(name)
    if name in INSTANTS:
        return _by_the_city(datetime.fromisoformat(str(value))) if value else None
    if name not in CODES:
        return value
    if name == "building" and value is None:
        return _building_of(values)
    return _PLACES[name].objects.filter(pk=value).values_list("code", flat=True).first() if value else None


def _building_of(values: Mapping[str, Any]) -> str | None:
    """The building in which a floor, an area or a desk lies: their codes say little without it."""
    for name, field in _INSIDE.items():
        if values.get(name):
            return Building.objects.filter(**{field: values[name]}).values_list("code", flat=True).first()
    return None


def _by_the_city(instant: datetime) -> str:
    return instant.astimezone(clock.city_zone()).isoformat()


def _person(after: Mapping[str, Any]) -> Person | None:
    return Person.objects.select_related("department").filter(pk=after.get("person") or 0).first()


def _department(after: Mapping[str, Any], person: Person | None) -> Department | None:
    """That of a request, which stays as it was when it was made; else the person's own."""
    if after.get("department") is not None:
        return Department.objects.filter(pk=after["department"]).first()
    return person.department if person else None


def _number(person: Person | None) -> str | None:
    """The staff number. A visitor has none that means anything, and who hides from colleagues hides from programs."""
    if person is None or person.kind == PersonKind.VISITOR or person.visibility != Visibility.EVERYONE:
        return None
    return person.number
