"""The plans app."""

from django.apps import AppConfig

from core.words import register_words
from plans.policies import PLAN_WORDS


class PlansConfig(AppConfig):
    name = "plans"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_words(PLAN_WORDS)
