"""The plans app."""

from django.apps import AppConfig

from core.forgetting import register_forgetter
from core.words import register_words
from directory.followers import register_roll_follower
from plans.holders import register_holder
from plans.policies import PLAN_WORDS
from plans.policies.claims import OWN, OWN_OFFICE


class PlansConfig(AppConfig):
    name = "plans"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_forgetter(self.name, "plans.services.forgetting.forget_day")
        register_words(PLAN_WORDS)
        register_holder(OWN, "plans.services.own_plans.let_own_plan_go")
        register_holder(OWN_OFFICE, "plans.services.own_plans.let_own_plan_go")
        register_roll_follower(
            self.name,
            "plans.services.following_roll.own_plans_end",
            effects="plans.services.following_roll.ending_own_plans",
        )
