"""The waitlists app: people who wait for a desk of an area, and what they are offered."""

from django.apps import AppConfig


class WaitlistsConfig(AppConfig):
    name = "waitlists"
    default_auto_field = "django.db.models.BigAutoField"
