"""People as the directory has them, with an account for each."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.hashers import make_password

from directory.policies.runs import Did
from directory.services.import_report import ImportReport
from directory.source import DirectoryFaulty, DirectoryPerson
from people.models import Account, Department, Person, PersonKind

_ROWS_AT_ONCE = 1000
_TAKEN_OVER = (
    "directory_id",
    "number",
    "name",
    "family_name",
    "given_name",
    "kana",
    "mail",
    "title",
    "employment_class",
    "department_id",
    "active_to",
)


def take_people(
    wanted: Sequence[DirectoryPerson], departments: Mapping[str, Department], *, today: date, report: ImportReport
) -> dict[str, Person]:
    """Add, change and end people until they are those of `wanted`; answers those by directory id.

    A person is recognised by the directory's id, or by the number where no directory has named them yet. Who is no
    longer there left yesterday, and stays on record. What a person chose (language, visibility) is not the
    directory's to change.
    """
    everyone = list(Person.objects.filter(kind=PersonKind.STAFF))
    by_id = {person.directory_id: person for person in everyone if person.directory_id}
    by_number = {person.number: person for person in everyone if not person.directory_id}
    added, changed, kept = [], [], {}
    for one in wanted:
        values = _values(one, departments)
        person = by_id.get(one.id) or by_number.get(one.number)
        if person is None:
            person = Person(**values)
            added.append(person)
            report.note("person", one.number, Did.ADDED, {"name": ("", one.name)})
        elif differences := _differences(person, values):
            changed.append(_with(person, values))
            did = Did.RETURNED if "active_to" in differences else Did.CHANGED
            report.note("person", one.number, did, differences)
        kept[one.id] = person
    left = [person for person in by_id.values() if person.directory_id not in kept and person.active_to is None]
    for person in left:
        person.active_to = today - timedelta(days=1)
        report.note("person", person.number, Did.ENDED, {"name": (person.name, "")})
    for person in (*added, *changed):
        person.fold_names()
    Person.objects.bulk_create(added, batch_size=_ROWS_AT_ONCE)
    Person.objects.bulk_update([*changed, *left], [*_TAKEN_OVER, "search_text"], batch_size=_ROWS_AT_ONCE)
    return kept


def take_accounts(people: Mapping[str, Person], *, report: ImportReport) -> None:
    """Give an account without a password to everyone who has none; its user name is the directory's id.

    Raises DirectoryFaulty where that name is somebody else's already, in any letter case.
    """
    having = set(Account.objects.filter(person__isnull=False).values_list("person_id", flat=True))
    taken = set(Account.objects.values_list("username", flat=True))
    missing = []
    for directory_id, person in people.items():
        if person.pk in having:
            continue
        username = directory_id.lower()
        if username in taken:
            raise DirectoryFaulty(f"person {directory_id}", f"the user name {username} is another account's")
        taken.add(username)
        missing.append(Account(username=username, person=person, password=make_password(None)))
        report.note("account", username, Did.ADDED)
    Account.objects.bulk_create(missing, batch_size=_ROWS_AT_ONCE)


def _values(one: DirectoryPerson, departments: Mapping[str, Department]) -> dict[str, Any]:
    return {
        "directory_id": one.id,
        "number": one.number,
        "name": one.name,
        "family_name": one.family_name,
        "given_name": one.given_name,
        "kana": one.kana,
        "mail": one.mail,
        "title": one.title,
        "employment_class": one.employment.value,
        "department_id": departments[one.department].pk,
        "active_to": None,
    }


def _differences(person: Person, values: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    pairs = {name: (getattr(person, name), value) for name, value in values.items()}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _with(person: Person, values: Mapping[str, Any]) -> Person:
    for name, value in values.items():
        setattr(person, name, value)
    return person
