"""`manage.py forget_identity <username>`: let an identity provider vouch for somebody anew."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from access.services.federation import forget_identities
from people.models import Account


class Command(BaseCommand):
    """For somebody whom the provider made anew: the next sign-in there binds the account to who they are now."""

    help = "Forget who an account is at the identity providers; the next sign-in there binds it anew."

    def add_arguments(self, parser: CommandParser) -> None:
        """The account's name."""
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        """Forget, and say how many there were."""
        account = Account.objects.filter(username=str(options["username"]).strip().lower()).first()
        if account is None:
            raise CommandError(f"There is no account {options['username']}.")
        self.stdout.write(f"{forget_identities(account=account)} forgotten.")
