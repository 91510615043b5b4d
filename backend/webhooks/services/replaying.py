"""Sent again because somebody asks for it, and tests."""

from datetime import datetime, timedelta

from django.db import transaction

from audit.services import record
from core import clock
from core.refused import Refused
from webhooks.models import Delivery, Webhook
from webhooks.policies.kinds import PING
from webhooks.policies.refusals import WebhookRefusal
from webhooks.policies.states import DeliveryState
from webhooks.policies.trying import LEASE_MINUTES
from webhooks.selectors.bodies import ping_body
from webhooks.selectors.deliveries import given_up_since
from webhooks.services.deferring import defer_sending
from webhooks.services.trying import attempt


@transaction.atomic
def replay(*, delivery_id: int) -> Delivery:
    """Have one delivery posted again, whatever became of it: the same bytes under the same ids, signed anew.

    One that waits is tried at once. Raises Delivery.DoesNotExist, or Refused (`webhook_paused`).
    """
    delivery = Delivery.objects.select_for_update().get(pk=delivery_id)
    webhook = _active(delivery.webhook_id)
    now = clock.now()
    delivery.state, delivery.try_at, delivery.waits_since = DeliveryState.WAITING, now, now
    delivery.save(update_fields=["state", "try_at", "waits_since"])
    _replayed(webhook, 1)
    return delivery


@transaction.atomic
def replay_given_up(*, webhook_id: int, since: datetime) -> int:
    """Have everything posted again that was given up of what came since then; answers how many.

    Raises Webhook.DoesNotExist, or Refused (`webhook_paused`).
    """
    webhook = _active(webhook_id)
    now = clock.now()
    count = given_up_since(webhook_id, since).update(state=DeliveryState.WAITING, try_at=now, waits_since=now)
    if count:
        _replayed(webhook, count)
    return count


def send_test(*, webhook_id: int) -> Delivery:
    """Post a `ping` at once, also of a paused webhook, and answer what became of it; it is not tried again.

    To be called outside a transaction: the receiver has ten seconds. Raises Webhook.DoesNotExist.
    """
    webhook = Webhook.objects.get(pk=webhook_id, removed_at__isnull=True)
    now = clock.now()
    test = Delivery.objects.create(
        webhook=webhook,
        kind=PING,
        body=ping_body(),
        made_at=now,
        waits_since=now,
        try_at=now + timedelta(minutes=LEASE_MINUTES),
        tries=1,
        tried_at=now,
    )
    attempt(test)
    return Delivery.objects.select_related("webhook").get(pk=test.pk)


def _active(webhook_id: int) -> Webhook:
    webhook = Webhook.objects.get(pk=webhook_id, removed_at__isnull=True)
    if not webhook.active:
        raise Refused(WebhookRefusal.WEBHOOK_PAUSED)
    return webhook


def _replayed(webhook: Webhook, count: int) -> None:
    record(kind="webhook.replayed", subject_kind="webhook", subject_id=webhook.pk, after={"count": count})
    defer_sending([webhook.pk])
