"""The attendance app."""

from django.apps import AppConfig

from attendance.words import ATTENDANCE_WORDS
from audit.subscribers import subscribe
from core.words import register_words


class AttendanceConfig(AppConfig):
    name = "attendance"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_words(ATTENDANCE_WORDS)
        subscribe(
            name="attendance.desks_back",
            kinds=["telework.cancelled", "telework.revoked", "own_plan.withdrawn"],
            handler="attendance.services.offering_back.offer_desks_back",
            wants="attendance.services.offering_back.wants_desk_back",
        )
