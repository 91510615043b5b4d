"""The relocation app: what a closure or a new layout displaces, and where it can go."""

from django.apps import AppConfig

from core.forgetting import register_forgetter
from core.words import register_words
from relocation.words import RELOCATION_WORDS
from spaces.layout_followers import register_layout_follower


class RelocationConfig(AppConfig):
    name = "relocation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_forgetter(self.name, "relocation.services.forgetting.forget_day")
        register_words(RELOCATION_WORDS)
        register_layout_follower("relocation", "relocation.services.following.layouts_changed")
