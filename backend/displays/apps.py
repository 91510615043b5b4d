"""The displays app: floors on wall screens, at addresses that can be revoked."""

from django.apps import AppConfig


class DisplaysConfig(AppConfig):
    name = "displays"
    default_auto_field = "django.db.models.BigAutoField"
