"""The series app: bookings that repeat."""

from django.apps import AppConfig


class SeriesConfig(AppConfig):
    name = "series"
    default_auto_field = "django.db.models.BigAutoField"
