"""The calendars app: one's days in one's own calendar, and one's calendar in the plan."""

from django.apps import AppConfig


class CalendarsConfig(AppConfig):
    name = "calendars"
    default_auto_field = "django.db.models.BigAutoField"
