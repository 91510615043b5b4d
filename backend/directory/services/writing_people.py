"""People and their accounts written as a plan says."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import F, TextField, Value
from django.db.models.functions import Cast, Concat

from directory.policies.plan import Change, Plan
from directory.policies.runs import Did, Subject
from people.models import Account, Department, Person

_ROWS_AT_ONCE = 1000
_COLUMNS = {
    "id": "directory_id",
    "uuid": "directory_uuid",
    "employment": "employment_class",
    "department": "department_id",
    "last_day": "active_to",
}
"""The columns that are called otherwise than in the directory's values."""
_MAY_BE_NULL = frozenset({"id", "uuid", "department", "last_day"})
_FOLDED = frozenset({"name", "kana", "number"})


def write_people(plan: Plan, departments: Mapping[str, Department], *, day: date, first: bool) -> dict[str, int]:
    """Write the person changes of `plan`; answers the ids of those who are new, by number.

    Who is added belongs to the city from `day` on, except in the first run of all: they have been there before.
    Who ends has the day before `day` as the last one, and stays on record. What people chose themselves is not touched.
    """
    changes = plan.of(Subject.PERSON)
    known = Person.objects.in_bulk([one.person_id for one in changes if one.person_id is not None])
    added: list[Person] = []
    changed: list[Person] = []
    columns: set[str] = set()
    for change in changes:
        values = _values(change, departments, day)
        if change.person_id is None:
            added.append(Person(**values, active_from=None if first else day))
            continue
        person = known[change.person_id]
        for column, value in values.items():
            setattr(person, column, value)
        columns |= values.keys()
        if _FOLDED & change.fields.keys():
            columns.add("search_text")
        changed.append(person)
    _let_names_go(changes)
    for person in (*added, *changed):
        person.fold_names()
    if changed and columns:
        Person.objects.bulk_update(changed, sorted(columns), batch_size=_ROWS_AT_ONCE)
    Person.objects.bulk_create(added, batch_size=_ROWS_AT_ONCE)
    return {person.number: person.pk for person in added}


def write_accounts(plan: Plan, new: Mapping[str, int]) -> None:
    """Write the account changes of `plan`: new ones without a password. Roles and passwords are not the directory's."""
    changes = plan.of(Subject.ACCOUNT)
    known = {
        one.person_id: one
        for one in Account.objects.filter(person_id__in=[one.person_id for one in changes if one.did is not Did.ADDED])
    }
    added: list[Account] = []
    changed: list[Account] = []
    for change in changes:
        if change.did is Did.ADDED:
            person_id = change.person_id if change.person_id is not None else new[change.number]
            added.append(Account(username=change.key, person_id=person_id, password=_none()))
            continue
        account = known[change.person_id]
        if "username" in change.fields:
            account.username = str(change.fields["username"][1])
        if change.did in (Did.ENDED, Did.RETURNED):
            account.is_active = change.did is Did.RETURNED
        changed.append(account)
    # Names that go round in a circle would meet each other on the way.
    renamed = [account.pk for account in changed]
    if any("username" in change.fields for change in changes if change.did is not Did.ADDED):
        Account.objects.filter(pk__in=renamed).update(username=Concat(Value("renamed:"), Cast(F("pk"), TextField())))
    Account.objects.bulk_update(changed, ["username", "is_active"], batch_size=_ROWS_AT_ONCE)
    Account.objects.bulk_create(added, batch_size=_ROWS_AT_ONCE)


def _none() -> str:
    """What stands for no password, as Django's make_password(None) would write it, for twenty thousand at once."""
    return UNUSABLE_PASSWORD_PREFIX + secrets.token_hex(20)


def _values(change: Change, departments: Mapping[str, Department], day: date) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, (_old, new) in change.fields.items():
        value: Any = new
        if name == "department" and new:
            value = departments[str(new)].pk
        elif new is None and name not in _MAY_BE_NULL:
            value = ""
        values[_COLUMNS.get(name, name)] = value
    if change.did is Did.ENDED:
        values["active_to"] = day - timedelta(days=1)
    return values


def _let_names_go(changes: Sequence[Change]) -> None:
    """Names, identities and numbers are unique at every moment: those that go to somebody else are let go first."""
    known = {one.person_id: one.fields for one in changes if one.person_id is not None}
    for name, column in (("id", "directory_id"), ("uuid", "directory_uuid")):
        leaving = [pk for pk, fields in known.items() if name in fields and fields[name][0] is not None]
        if leaving:
            Person.objects.filter(pk__in=leaving).update(**{column: None})
    numbered = [pk for pk, fields in known.items() if "number" in fields]
    if numbered:
        Person.objects.filter(pk__in=numbered).update(number=Concat(Value("~~"), Cast(F("pk"), TextField())))
