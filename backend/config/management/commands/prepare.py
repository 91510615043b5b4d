"""`manage.py prepare`: everything between an installation and its first request, in one process."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Safe to repeat: what is done already costs next to nothing."""

    help = "Apply migrations, gather static files and, in the demonstration, load the hall and name its accounts."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        if settings.DEMONSTRATION:
            self.stdout.write("Looking after the demonstration city hall; the first time takes a while …")
            self.stdout.flush()
            call_command("load_demonstration", stdout=self.stdout)
            self.stdout.write("Sign in as:")
            call_command("demonstration_accounts", stdout=self.stdout)
