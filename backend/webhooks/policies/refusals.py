"""Why a webhook is not set up, tried or sent to again."""

from collections.abc import Mapping
from enum import StrEnum

from core.refused import Refused
from core.words import Language

MOST_WEBHOOKS = 20


class WebhookRefusal(StrEnum):
    """Codes of refusals about webhooks."""

    WEBHOOK_HOST_NOT_ALLOWED = "webhook_host_not_allowed"
    WEBHOOK_PAUSED = "webhook_paused"
    TOO_MANY_WEBHOOKS = "too_many_webhooks"


WEBHOOK_WORDS: Mapping[str, Mapping[Language, str]] = {
    WebhookRefusal.WEBHOOK_HOST_NOT_ALLOWED: {
        "ja": "この送信先は許可されていません。サーバーの設定 KYOSEKI_WEBHOOK_HOSTS を確かめてください。",
        "en": "This host is not among those that may be sent to. See the server's setting KYOSEKI_WEBHOOK_HOSTS.",
    },
    WebhookRefusal.WEBHOOK_PAUSED: {
        "ja": "この Webhook は止まっています。再開してから送り直してください。",
        "en": "This webhook is paused. Resume it, and send again then.",
    },
    WebhookRefusal.TOO_MANY_WEBHOOKS: {
        "ja": "Webhook の数が上限に達しています。使っていないものを削除してください。",
        "en": "There are as many webhooks as there may be. Remove one that is not used.",
    },
}


def one_more_refused(standing: int) -> Refused | None:
    """Why there cannot be one webhook more than the `standing` ones. Facts: `most`."""
    return Refused(WebhookRefusal.TOO_MANY_WEBHOOKS, {"most": MOST_WEBHOOKS}) if standing >= MOST_WEBHOOKS else None
