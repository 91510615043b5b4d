"""The calendars app: one's days in one's own calendar, and one's calendar in the plan."""

from django.apps import AppConfig

from audit.subscribers import subscribe
from calendars.policies.city_refusals import CITY_WORDS
from calendars.policies.heard import HEARD
from calendars.policies.link_refusals import LINK_WORDS
from calendars.policies.proposal_refusals import PROPOSAL_WORDS
from core.forgetting import register_forgetter
from core.words import register_words
from directory.followers import register_roll_follower


class CalendarsConfig(AppConfig):
    name = "calendars"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_words(CITY_WORDS)
        register_forgetter(self.name, "calendars.services.forgetting_days.forget_day")
        register_words(LINK_WORDS)
        register_words(PROPOSAL_WORDS)
        subscribe(
            name="calendars.changed",
            kinds=HEARD,
            handler="calendars.services.hearing.look_again",
            wants="calendars.selectors.reached.is_worth_a_look",
            any_order=True,
        )
        register_roll_follower(
            self.name,
            "calendars.services.following_roll.calendars_follow",
            effects="calendars.services.following_roll.ending_calendars",
            locks="calendars.services.following_roll.locks",
        )
