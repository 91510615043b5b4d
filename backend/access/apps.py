"""The access app."""

from django.apps import AppConfig

from access.factor_words import FACTOR_WORDS
from access.words import ACCESS_WORDS
from core.words import register_words


class AccessConfig(AppConfig):
    name = "access"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_words(ACCESS_WORDS)
        register_words(FACTOR_WORDS)
