"""Secrets of webhooks: made, renewed, read to sign with, and sealed anew."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from audit.services import record
from core import clock
from core.sealing import Seal
from webhooks.models import Webhook
from webhooks.policies.trying import OLD_SECRET_HOURS

PREFIX = "whsec_"


def seal() -> Seal:
    """What secrets of webhooks are sealed with."""
    return Seal(settings.CALENDAR_KEYS, purpose="kyoseki: webhooks")


def new_secret() -> str:
    """A secret of 256 bits that says what it is."""
    return PREFIX + secrets.token_urlsafe(32)


def good_secrets(webhook: Webhook, now: datetime) -> list[str]:
    """The secrets that sign at this moment, the newest first. Raises core.sealing.Unreadable."""
    sealed = [webhook.sealed_secret]
    if webhook.sealed_old_secret is not None and webhook.old_secret_until and now < webhook.old_secret_until:
        sealed.append(webhook.sealed_old_secret)
    lock = seal()
    return [lock.unseal(bytes(one)) for one in sealed]


@transaction.atomic
def renew_secret(*, webhook_id: int) -> tuple[Webhook, str]:
    """Give the webhook a new secret, which nobody can read again; the old one signs beside it for a day.

    Renewed twice within the day, only the newer two are good. Raises Webhook.DoesNotExist.
    """
    webhook = Webhook.objects.select_for_update().get(pk=webhook_id, removed_at__isnull=True)
    secret = new_secret()
    webhook.sealed_old_secret = webhook.sealed_secret
    webhook.old_secret_until = clock.now() + timedelta(hours=OLD_SECRET_HOURS)
    webhook.sealed_secret = seal().seal(secret)
    webhook.save(update_fields=["sealed_old_secret", "old_secret_until", "sealed_secret"])
    record(kind="webhook.secret_renewed", subject_kind="webhook", subject_id=webhook.pk)
    return webhook, secret


@transaction.atomic
def reseal_secrets() -> int:
    """Seal every secret with the present key, and answer how many. Raises core.sealing.Unreadable."""
    lock, count = seal(), 0
    for webhook in Webhook.objects.select_for_update().filter(removed_at__isnull=True).order_by("pk"):
        webhook.sealed_secret = lock.reseal(bytes(webhook.sealed_secret))
        if webhook.sealed_old_secret is not None:
            webhook.sealed_old_secret = lock.reseal(bytes(webhook.sealed_old_secret))
        webhook.save(update_fields=["sealed_secret", "sealed_old_secret"])
        count += 1
    return count
