"""The bookings app."""

from django.apps import AppConfig

from bookings.words import BOOKING_WORDS
from core.words import register_words


class BookingsConfig(AppConfig):
    name = "bookings"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_words(BOOKING_WORDS)
