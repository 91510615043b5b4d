"""The occupancy app: who was where, counted. Facts that stay, and the reports made of them."""

from django.apps import AppConfig

from audit.subscribers import subscribe
from core.words import register_words
from occupancy.policies.counts import COUNT_WORDS
from occupancy.policies.refusals import OCCUPANCY_WORDS

_BOOKING_CHANGED = (
    "booking.booked",
    "booking.cancelled",
    "booking.changed",
    "booking.checked_in",
    "booking.checked_out",
    "booking.cut",
    "booking.followed",
    "booking.moved",
    "booking.released",
    "booking.relocated",
    "booking.restored",
    "booking.walked_up",
)


_TELEWORK_CHANGED = (
    "telework.approved",
    "telework.cancelled",
    "telework.not_performed",
    "telework.ordered",
    "telework.revoked",
    "telework.shortened",
)
"""What gives a day telework or takes it away, as days that are entered afterwards and approved a week later."""


class OccupancyConfig(AppConfig):
    name = "occupancy"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_words(OCCUPANCY_WORDS)
        register_words(COUNT_WORDS)
        subscribe(
            name="occupancy.bookings",
            kinds=_BOOKING_CHANGED,
            handler="occupancy.services.marking.hear_of_days",
            wants="occupancy.selectors.late_events.is_about_the_past",
            any_order=True,
        )
        subscribe(
            name="occupancy.telework",
            kinds=_TELEWORK_CHANGED,
            handler="occupancy.services.marking.hear_of_days",
            wants="occupancy.selectors.late_events.is_about_the_past",
            any_order=True,
        )
        subscribe(
            name="occupancy.gate_logs",
            kinds=("gate_log.imported",),
            handler="occupancy.services.marking.hear_of_gate_log",
            any_order=True,
        )
