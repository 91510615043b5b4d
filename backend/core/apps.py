"""The core app."""

from django.apps import AppConfig

from core.problem_words import PROBLEM_WORDS
from core.words import register_words


class CoreConfig(AppConfig):
    name = "core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_words(PROBLEM_WORDS)
