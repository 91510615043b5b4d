"""The attendance app."""

from django.apps import AppConfig

from attendance.words import ATTENDANCE_WORDS
from core.words import register_words


class AttendanceConfig(AppConfig):
    name = "attendance"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_words(ATTENDANCE_WORDS)
