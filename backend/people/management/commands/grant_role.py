"""`manage.py grant_role USERNAME ROLE [--take-away]`: who works for facilities, IT, HR or crisis management."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit.context import acting_as
from people.models import Account
from people.policies.roles import GRANTED, Role
from people.services.roles import grant_role, take_role_away


class Command(BaseCommand):
    help = "Give an account a role, or take it away."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("role", choices=[role.value for role in GRANTED])
        parser.add_argument("--take-away", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        account = Account.objects.filter(username=options["username"].strip().lower()).first()
        if account is None:
            raise CommandError(f"There is no account {options['username']}.")
        change = take_role_away if options["take_away"] else grant_role
        with acting_as(actor_name="manage.py grant_role"):
            change(account=account, role=Role(options["role"]))
        self.stdout.write(f"{account.username}: {', '.join(account.roles) or 'no roles'}")
