"""The telework app: registrations, requests, reports and the rules they follow."""

from django.apps import AppConfig


class TeleworkConfig(AppConfig):
    name = "telework"
    default_auto_field = "django.db.models.BigAutoField"
