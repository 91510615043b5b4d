"""Takes the second factors of an account from the shell, for the day on which nobody of IT can sign in."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from access.services.factor_removal import reset_factors
from audit.context import acting_as
from people.models import Account


class Command(BaseCommand):
    """`manage.py reset_factors <username>`."""

    help = "Takes the authenticator, passkeys and recovery codes of an account and ends its sessions."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        account = Account.objects.filter(username=options["username"].strip().lower()).first()
        if account is None:
            raise CommandError(f"There is no account {options['username']}.")
        with acting_as(actor_name="reset_factors"):
            reset_factors(account=account, actor_id=None)
        self.stdout.write(f"{account.username} has no second factor any more; its sessions are ended.")
