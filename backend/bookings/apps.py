"""The bookings app."""

from django.apps import AppConfig

from audit.subscribers import subscribe
from bookings.words import BOOKING_WORDS
from core.forgetting import register_forgetter
from core.refusals_heard import hear_refusals
from core.words import register_words
from directory.followers import register_roll_follower
from plans.holders import register_holder


class BookingsConfig(AppConfig):
    name = "bookings"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_forgetter(self.name, "bookings.services.forgetting.forget_day")
        register_words(BOOKING_WORDS)
        hear_refusals("bookings.services.attempts.remember_refused")
        register_holder(
            "booking",
            "bookings.services.displacing.let_booking_go",
            queue="bookings.services.displacing.queue_for_bookings",
            names="bookings.selectors.desk_names.desk_codes",
            let_many_go="bookings.services.displacing.let_bookings_go",
        )
        subscribe(
            name="bookings.visits_ended",
            kinds=["visitor.ended"],
            handler="bookings.services.visits.give_up_after_visit",
        )
        register_roll_follower(
            self.name,
            "bookings.services.following_roll.bookings_follow",
            effects="bookings.services.following_roll.lost_bookings",
            locks="bookings.services.following_roll.locks",
        )
