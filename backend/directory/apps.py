"""The directory app."""

from django.apps import AppConfig

from core.words import register_words
from directory.followers import register_roll_follower
from directory.policies.run_words import RUN_WORDS
from directory.policies.transfer_refusals import TRANSFER_WORDS


class DirectoryConfig(AppConfig):
    name = "directory"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_words(RUN_WORDS)
        register_words(TRANSFER_WORDS)
        register_roll_follower(
            "access",
            "directory.services.following_access.access_ends",
            effects="directory.services.following_access.ending_access",
        )
        register_roll_follower(
            "delegations",
            "directory.services.following_people.delegations_end",
            effects="directory.services.following_people.ending_delegations",
        )
