"""The relocation app: what a closure or a new layout displaces, and where it can go."""

from django.apps import AppConfig


class RelocationConfig(AppConfig):
    name = "relocation"
    default_auto_field = "django.db.models.BigAutoField"
