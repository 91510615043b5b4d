"""Account, person, department and today's posts behind a session or a token, as parts of one statement.

Every request asks this first, so it is one statement written out, and its row becomes models without another look.
"""

from datetime import date
from typing import Any

from django.db import connection, models

from people.models import Account, Department, Person
from people.policies.roles import roles_of
from people.policies.visibility import Viewer


def _columns(model: type[models.Model]) -> "tuple[models.Field[Any, Any], ...]":
    return tuple(model._meta.concrete_fields)


_ACCOUNT, _PERSON, _DEPARTMENT = _columns(Account), _columns(Person), _columns(Department)
_NAMES = {
    model: [field.attname for field in fields]
    for model, fields in ((Account, _ACCOUNT), (Person, _PERSON), (Department, _DEPARTMENT))
}


def _selected(alias: str, fields: "tuple[models.Field[Any, Any], ...]") -> str:
    return ", ".join(f"{alias}.{field.column}" for field in fields)


SELECTED = f"""{_selected("account", _ACCOUNT)}, {_selected("person", _PERSON)},
       {_selected("department", _DEPARTMENT)}, post.departments, post.managed"""
"""What to select; nothing of a caller's goes into it: columns are the models' own."""

WIDTH = len(_ACCOUNT) + len(_PERSON) + len(_DEPARTMENT) + 2
"""How many columns SELECTED has; what a statement selects besides stands behind them."""

JOINED = """
JOIN people_account account ON account.id = opened.account_id
LEFT JOIN people_person person ON person.id = account.person_id
LEFT JOIN people_department department ON department.id = person.department_id
LEFT JOIN LATERAL (
    SELECT array_agg(department_id) AS departments, array_agg(department_id) FILTER (WHERE manages) AS managed
    FROM people_post
    WHERE person_id = person.id AND active_from <= %s AND (active_to IS NULL OR active_to >= %s)
) post ON true
"""
"""Joins to the session or token, which is called `opened`; wants today twice."""

MAY_ENTER = """account.is_active
  AND (person.active_from IS NULL OR person.active_from <= %s)
  AND (person.active_to IS NULL OR person.active_to >= %s)"""
"""Whether the account is in use and its person on the roll, from the first day to the last; wants today twice."""


def account_in(row: tuple[Any, ...]) -> Account:
    """The account in a row of SELECTED, with its person and department."""
    account: Account = _model(Account, row, 0)
    person = _model(Person, row, len(_ACCOUNT)) if row[len(_ACCOUNT)] is not None else None
    if person is not None:
        at = len(_ACCOUNT) + len(_PERSON)
        person.department = _model(Department, row, at) if row[at] is not None else None
    account.person = person
    return account


def viewer_in(row: tuple[Any, ...], account: Account) -> Viewer:
    """Who that is, as the policies take it."""
    departments, managed = row[WIDTH - 2], row[WIDTH - 1]
    roles = roles_of(has_person=account.person_id is not None, manages=bool(managed), granted=frozenset(account.roles))
    return Viewer(
        account.pk, account.person_id, frozenset(departments or ()), frozenset(managed or ()), frozenset(roles)
    )


def asked_on(today: date) -> list[date]:
    """The parameters of JOINED or of MAY_ENTER."""
    return [today, today]


def _model(model: type[Any], row: tuple[Any, ...], at: int) -> Any:
    names = _NAMES[model]
    return model.from_db(connection.alias, names, row[at : at + len(names)])
