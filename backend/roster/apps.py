"""The roster app: who is believed in the building."""

from django.apps import AppConfig

from core.words import register_words
from roster.words import ROSTER_WORDS


class RosterConfig(AppConfig):
    name = "roster"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_words(ROSTER_WORDS)
