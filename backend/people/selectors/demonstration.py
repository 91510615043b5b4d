"""The accounts offered on the sign-in page of the demonstration hall."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Case, IntegerField, Q, Value, When

from core.revision import PerRevision, Slow, revisions
from people.demonstration import CAST, Part
from people.models import Account
from people.policies.roles import Role


@dataclass(frozen=True, slots=True)
class DemonstrationAccount:
    """One account to try a role with; the password is the hall's."""

    role: Role
    username: str
    name: str
    title: str
    department: str


def demonstration_accounts() -> list[DemonstrationAccount]:
    """One account per role, always the same; none outside the demonstration hall or before it is loaded."""
    return list(_accounts.get("all", revisions()[Slow.PEOPLE])) if settings.DEMONSTRATION else []


def _read_accounts(_key: str) -> list[DemonstrationAccount]:
    cast = [(part, played_by(part)) for part in CAST]
    return [
        DemonstrationAccount(
            part.role,
            account.username,
            account.person.name,
            account.person.title,
            account.person.department.name if account.person.department else "",
        )
        for part, account in cast
        if account is not None and account.person is not None
    ]


def played_by(part: Part) -> Account | None:
    """Who plays `part`: in its section and with its title, the one of its name first, then by number."""
    rows = Account.objects.select_related("person__department").filter(
        is_active=True,
        person__department__code=part.section,
        person__title=part.title,
        person__directory_id__isnull=False,
        person__active_to__isnull=True,
    )
    named = Case(When(Q(person__name=part.name), then=Value(0)), default=Value(1), output_field=IntegerField())
    return rows.order_by(named, "person__number").first()


_accounts = PerRevision(_read_accounts)
