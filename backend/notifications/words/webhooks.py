"""Webhooks: what IT has to look at."""

from notifications.words.saying import Saying, Sayings

WEBHOOK_WORDS: Sayings = {
    "webhook_failing": {
        "ja": Saying(
            "Webhook の送信を中止したものがあります",
            "「{name}」への配信が {since} から続けて失敗し、3 日たった {given_up} 件の送信を中止しました。"
            "送信先を確かめて、送り直してください。",
        ),
        "en": Saying(
            "Deliveries of a webhook were given up",
            "Deliveries to “{name}” have failed since {since}; {given_up} of them were given up after three "
            "days. Look at the receiver, and send them again.",
        ),
    },
    "webhook_stopped": {
        "ja": Saying(
            "Webhook を止めました",
            "「{name}」の送信先が、もう受け取らないと答えました(410)。この Webhook を止めました。",
        ),
        "en": Saying(
            "A webhook was paused",
            "The receiver of “{name}” said that it wants nothing any more (410), so the webhook was paused.",
        ),
    },
}
