"""The planning app: how many desks a hall needs, and which section goes on which floor."""

from django.apps import AppConfig

from core.words import register_words
from planning.policies.placement_refusals import PLACEMENT_WORDS
from planning.words import PLANNING_WORDS


class PlanningConfig(AppConfig):
    name = "planning"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_words(PLACEMENT_WORDS)
        register_words(PLANNING_WORDS)
