"""The waitlists app: people who wait for a desk of an area, and what they are offered."""

from django.apps import AppConfig

from bookings.freed import Queue, register_queue
from core.forgetting import register_forgetter
from core.words import register_words
from directory.followers import register_roll_follower
from waitlists.words import WAITLIST_WORDS


class WaitlistsConfig(AppConfig):
    name = "waitlists"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_forgetter(self.name, "waitlists.services.forgetting.forget_day")
        register_words(WAITLIST_WORDS)
        register_queue(
            self.name,
            Queue(
                desk_freed="waitlists.services.serving.serve_desk",
                places_opened="waitlists.services.serving.serve_places",
                offer_withdrawn="waitlists.services.serving.back_in_line",
            ),
        )
        register_roll_follower(
            self.name,
            "waitlists.services.following_roll.waits_end",
            effects="waitlists.services.following_roll.ending_waits",
            first=True,
        )
