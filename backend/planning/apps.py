"""The planning app: how many desks a hall needs, and which section goes on which floor."""

from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "planning"
    default_auto_field = "django.db.models.BigAutoField"
