"""Whose session a cookie opens: session, account, person, department and today's posts in one query.

Every request asks this first, so it is one statement written out, and its row becomes models without another look.
"""

from datetime import date, datetime
from typing import Any

from django.db import connection, models

from access.session_key import digest_of
from core.prepared import prepared_cursor
from people.models import Account, Department, Person
from people.policies.roles import roles_of
from people.policies.visibility import Viewer
from people.selectors.signed_in import SignedIn


def signed_in_by(key: str, *, now: datetime, today: date) -> SignedIn | None:
    """Whose session the cookie's `key` opens; None when it is unknown, over, or its account or person may not enter.

    A person may enter from the first day to the last, both included.
    """
    digest = digest_of(key)
    with prepared_cursor() as cursor:
        cursor.execute(_STATEMENT, [today, today, digest, now, today, today])
        row = cursor.fetchone()
    if row is None:
        return None
    account = _model(Account, row, 0)
    person = _model(Person, row, len(_ACCOUNT)) if row[len(_ACCOUNT)] is not None else None
    if person is not None:
        at = len(_ACCOUNT) + len(_PERSON)
        person.department = _model(Department, row, at) if row[at] is not None else None
    account.person = person
    departments, managed = row[-2:]
    return SignedIn(account, _viewer(account, frozenset(departments or ()), frozenset(managed or ())), digest)


def _viewer(account: Account, departments: frozenset[int], managed: frozenset[int]) -> Viewer:
    roles = roles_of(has_person=account.person_id is not None, manages=bool(managed), granted=frozenset(account.roles))
    return Viewer(account.pk, account.person_id, departments, managed, frozenset(roles))


def _columns(model: type[models.Model]) -> "tuple[models.Field[Any, Any], ...]":
    return tuple(model._meta.concrete_fields)


_ACCOUNT, _PERSON, _DEPARTMENT = _columns(Account), _columns(Person), _columns(Department)
_NAMES = {
    model: [field.attname for field in fields]
    for model, fields in ((Account, _ACCOUNT), (Person, _PERSON), (Department, _DEPARTMENT))
}


def _model(model: type[Any], row: tuple[Any, ...], at: int) -> Any:
    names = _NAMES[model]
    return model.from_db(connection.alias, names, row[at : at + len(names)])


def _selected(alias: str, fields: "tuple[models.Field[Any, Any], ...]") -> str:
    return ", ".join(f"{alias}.{field.column}" for field in fields)


# Nothing of the caller's goes into the text: tables and columns are the models' own.
_STATEMENT = f"""
SELECT {_selected("account", _ACCOUNT)}, {_selected("person", _PERSON)}, {_selected("department", _DEPARTMENT)},
       post.departments, post.managed
FROM access_session session
JOIN people_account account ON account.id = session.account_id
LEFT JOIN people_person person ON person.id = account.person_id
LEFT JOIN people_department department ON department.id = person.department_id
LEFT JOIN LATERAL (
    SELECT array_agg(department_id) AS departments, array_agg(department_id) FILTER (WHERE manages) AS managed
    FROM people_post
    WHERE person_id = person.id AND active_from <= %s AND (active_to IS NULL OR active_to >= %s)
) post ON true
WHERE session.key_digest = %s AND session.expires_at > %s AND NOT session.pending AND account.is_active
  AND (person.active_from IS NULL OR person.active_from <= %s)
  AND (person.active_to IS NULL OR person.active_to >= %s)
"""  # noqa: S608 - see the comment above
