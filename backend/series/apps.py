"""The series app: bookings that repeat."""

from django.apps import AppConfig

from core.forgetting import register_forgetter
from core.words import register_words
from directory.followers import register_roll_follower
from series.policies.refusals import SERIES_WORDS


class SeriesConfig(AppConfig):
    name = "series"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_forgetter(self.name, "series.services.forgetting.forget_day")
        register_words(SERIES_WORDS)
        register_roll_follower(
            self.name,
            "series.services.following_roll.series_end",
            effects="series.services.following_roll.ending_series",
        )
