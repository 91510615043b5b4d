"""The seating app: who sits where, chosen for a person, a group or a whole section."""

from django.apps import AppConfig


class SeatingConfig(AppConfig):
    name = "seating"
    default_auto_field = "django.db.models.BigAutoField"
