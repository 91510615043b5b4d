"""The people app."""

from django.apps import AppConfig

from core.forgetting import register_forgetter
from core.words import register_words
from people.words import PEOPLE_WORDS


class PeopleConfig(AppConfig):
    name = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_forgetter(self.name, "people.services.forgetting.forget_visitors_of")
        register_words(PEOPLE_WORDS)
