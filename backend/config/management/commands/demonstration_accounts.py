"""Name one account a role of the demonstration hall, for whoever tries the product."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q, QuerySet

from core.clock import today
from people.models import Account
from people.policies.roles import GRANTED

PASSWORD = "kyoseki"  # noqa: S105 - the fictional people's, said in the hall's README and taken only there


class Command(BaseCommand):
    """`manage.py demonstration_accounts`; refused outside the demonstration."""

    help = "Print one account for each role of the demonstration city hall."

    def handle(self, *args: Any, **options: Any) -> None:
        """One line a role: role, user name, name and section."""
        if not settings.DEMONSTRATION:
            raise CommandError("These accounts exist only in the demonstration (KYOSEKI_DEMONSTRATION=1).")
        self.stdout.write(f"Sign in with the password {PASSWORD} as:")
        for role, accounts in _accounts_by_role().items():
            account = accounts.select_related("person__department").order_by("username").first()
            if account and account.person:
                section = account.person.department.name if account.person.department else ""
                self.stdout.write(f"  {role:<11} {account.username:<10} {account.person.name} {section}".rstrip())


def _accounts_by_role() -> dict[str, QuerySet[Account]]:
    day = today()
    in_office = Q(person__active_to__isnull=True) | Q(person__active_to__gte=day)
    everybody = Account.objects.filter(in_office, is_active=True, person__isnull=False)
    managers = everybody.filter(person__posts__manages=True).distinct()
    plain = everybody.filter(roles=[]).exclude(person__posts__manages=True)
    named = {role.value: everybody.filter(roles__contains=[role.value]) for role in GRANTED}
    return {"staff": plain, "manager": managers, **named}
