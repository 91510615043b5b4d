"""Deliveries are kept for a time."""

from datetime import timedelta

from core import clock
from webhooks.models import Delivery, Webhook
from webhooks.policies.trying import KEPT_DAYS


def forget_old_deliveries() -> int:
    """Delete deliveries, bodies and all, that are older than KEPT_DAYS, and old secrets whose day is over.

    Answers how many deliveries. Nothing waits that long: it is given up before.
    """
    now = clock.now()
    ended = Webhook.objects.filter(old_secret_until__lt=now)
    ended.update(sealed_old_secret=None, old_secret_until=None)
    deleted, _ = Delivery.objects.filter(waits_since__lt=now - timedelta(days=KEPT_DAYS)).delete()
    return deleted
