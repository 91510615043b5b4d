"""Prints one account per role of the demonstration hall."""

from typing import Any

from django.core.management.base import BaseCommand

from access.sign_in import DEMONSTRATION_PASSWORD
from people.selectors.demonstration import demonstration_accounts


class Command(BaseCommand):
    """`manage.py demonstration_accounts`: nothing outside the demonstration hall."""

    help = "Prints one account per role of the demonstration hall, with the password they share."

    def handle(self, *args: Any, **options: Any) -> None:
        for account in demonstration_accounts():
            who = f"{account.name}（{account.department} {account.title}）"
            self.stdout.write(f"  {account.role.value:<11}{account.username}  {DEMONSTRATION_PASSWORD}  {who}")
