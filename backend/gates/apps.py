"""The gates app: who passed which gate when."""

from django.apps import AppConfig

from core.forgetting import register_forgetter
from core.words import register_words
from gates.policies.refusals import GATE_LOG_WORDS


class GatesConfig(AppConfig):
    name = "gates"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_forgetter(self.name, "gates.services.forgetting.forget_day")
        register_words({code.value: words for code, words in GATE_LOG_WORDS.items()})
