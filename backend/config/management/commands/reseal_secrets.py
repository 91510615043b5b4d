"""`manage.py reseal_secrets`: after KYOSEKI_CALENDAR_KEY was changed, so that the old key can be taken away."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from calendars.services.resealing import reseal_calendar_secrets
from core.sealing import Unreadable
from webhooks.services.keeping_secrets import reseal_secrets as reseal_webhook_secrets


class Command(BaseCommand):
    """Safe to repeat, and while everything runs."""

    help = "Seal the passwords of calendars, the secrets of feeds and of webhooks with the present key."

    def handle(self, *args: Any, **options: Any) -> None:
        calendars = reseal_calendar_secrets()
        self.stdout.write(f"calendars: {calendars.done} secrets have the present key")
        try:
            self.stdout.write(f"webhooks: {reseal_webhook_secrets()} have the present key")
        except Unreadable as error:
            raise CommandError(_MISSING.format(what="A webhook")) from error
        if calendars.unreadable:
            raise CommandError(_MISSING.format(what=f"{calendars.unreadable} of the calendars' secrets"))


_MISSING = (
    "{what} cannot be read: sealed with a key that is not among the settings. Add it to KYOSEKI_OLD_CALENDAR_KEYS and"
    " run this again; or let the person enter the password anew."
)
