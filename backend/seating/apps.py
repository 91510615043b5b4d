"""The seating app: who sits where, chosen for a person, a group or a whole section."""

from django.apps import AppConfig

from core.forgetting import register_forgetter
from core.words import register_words
from seating.policies.refusals import SEATING_WORDS


class SeatingConfig(AppConfig):
    name = "seating"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_forgetter(self.name, "seating.services.forgetting.forget_day")
        register_words(SEATING_WORDS)
