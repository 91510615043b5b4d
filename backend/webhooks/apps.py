"""The webhooks app: other programs hear of events as they happen."""

from django.apps import AppConfig

from audit.subscribers import subscribe
from core.words import register_words
from webhooks.policies.kinds import EVENTS
from webhooks.policies.refusals import WEBHOOK_WORDS


class WebhooksConfig(AppConfig):
    name = "webhooks"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_words(WEBHOOK_WORDS)
        subscribe(
            name="webhooks.deliveries",
            kinds=EVENTS,
            handler="webhooks.services.making.make_deliveries",
            wants="webhooks.selectors.wanted.is_wanted",
        )
