"""The spaces app."""

from django.apps import AppConfig

from core.words import register_words
from spaces.words import PLACE_WORDS


class SpacesConfig(AppConfig):
    name = "spaces"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_words(PLACE_WORDS)
