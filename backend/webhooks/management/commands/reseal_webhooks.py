"""Seals the secrets of webhooks with the present key, so that an old one can be taken from the settings."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from core.sealing import Unreadable
from webhooks.services.keeping_secrets import reseal_secrets


class Command(BaseCommand):
    """`manage.py reseal_webhooks`, after KYOSEKI_CALENDAR_KEY was changed."""

    help = "Seals the secrets of webhooks with the present key; then an old key can be taken from the settings."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            count = reseal_secrets()
        except Unreadable as error:
            raise CommandError(
                "A secret is sealed with a key that the settings do not name: add it to KYOSEKI_OLD_CALENDAR_KEYS. "
                "Nothing was changed."
            ) from error
        self.stdout.write(f"{count} webhooks are sealed with the present key.")
