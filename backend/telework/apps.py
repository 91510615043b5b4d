"""The telework app: registrations, requests, reports and the rules they follow."""

from django.apps import AppConfig

from core.words import register_words
from directory.followers import register_roll_follower
from plans.holders import register_holder
from telework.words import TELEWORK_WORDS


class TeleworkConfig(AppConfig):
    name = "telework"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_words(TELEWORK_WORDS)
        register_holder("telework", "telework.services.holder.let_request_go")
        register_roll_follower(
            self.name,
            "telework.services.following_roll.telework_follows",
            effects="telework.selectors.after_roll.following_telework",
            locks="telework.services.following_roll.locks",
        )
