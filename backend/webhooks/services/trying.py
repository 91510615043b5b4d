"""What is due is posted, each try by one worker, and what became of it is written down."""

from datetime import timedelta
from time import monotonic

from django.db import transaction
from django.db.models import F

from audit.services import record
from core import clock
from core.sealing import Unreadable
from webhooks import sending
from webhooks.models import Delivery, Webhook
from webhooks.policies.states import DeliveryState, DeliveryTrouble
from webhooks.policies.trying import GIVEN_UP_AFTER, LEASE_MINUTES, next_try, next_would_fail
from webhooks.selectors.deliveries import due_of, webhooks_with_due
from webhooks.services.deferring import defer_sending
from webhooks.services.keeping_secrets import good_secrets

AT_MOST_SECONDS = 20.0
"""After that the job lets others of the queue pass and goes on behind them."""


def send_due(webhook_id: int) -> int:
    """Post what is due for one webhook, the oldest first; answers how many were tried.

    Ends early at a trouble that the next one would meet too, and after AT_MOST_SECONDS with another job for the rest.
    To be called outside a transaction: each try is claimed and written down by itself.
    """
    begun, tried = monotonic(), 0
    while (delivery := due_of(webhook_id)) is not None:
        if monotonic() - begun > AT_MOST_SECONDS:
            defer_sending([webhook_id])
            break
        if not claim(delivery):
            continue
        tried += 1
        if attempt(delivery):
            break
    return tried


def send_all_due() -> None:
    """Have everything sent whose time has come."""
    defer_sending(webhooks_with_due())


def claim(delivery: Delivery) -> bool:
    """Whether this worker is the one that tries now. Nobody else does until the lease is over."""
    now = clock.now()
    rows = Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.WAITING, tries=delivery.tries, try_at__lte=now)
    return rows.update(try_at=now + timedelta(minutes=LEASE_MINUTES), tries=F("tries") + 1, tried_at=now) == 1


def attempt(delivery: Delivery) -> bool:
    """Post a claimed delivery and write down what became of it; answers whether the next one would fail as well."""
    outcome = _post(delivery)
    with transaction.atomic():
        webhook = Webhook.objects.select_for_update().get(pk=delivery.webhook_id)
        delivery = Delivery.objects.select_for_update().get(pk=delivery.pk)
        delivery.status, delivery.answer = outcome.status, outcome.answer
        delivery.trouble, delivery.milliseconds = outcome.trouble or "", outcome.milliseconds
        if outcome.trouble is None:
            _arrived(webhook, delivery)
        else:
            _failed(webhook, delivery, outcome.trouble)
        delivery.save()
    return next_would_fail(outcome.trouble, outcome.status)


def _post(delivery: Delivery) -> sending.Outcome:
    webhook = delivery.webhook
    try:
        secrets = good_secrets(webhook, clock.now())
    except Unreadable:
        return sending.Outcome(DeliveryTrouble.SEALED, None, "", None)
    return sending.send(webhook.address, secrets=secrets, kind=delivery.kind, delivery=delivery.pk, body=delivery.body)


def _arrived(webhook: Webhook, delivery: Delivery) -> None:
    delivery.state, delivery.try_at = DeliveryState.DELIVERED, None
    webhook.last_delivered_at = clock.now()
    if webhook.active:
        webhook.trouble, webhook.troubled_since = "", None
    webhook.save(update_fields=["last_delivered_at", "trouble", "troubled_since"])


def _failed(webhook: Webhook, delivery: Delivery, trouble: DeliveryTrouble) -> None:
    now = clock.now()
    if not webhook.trouble:
        webhook.troubled_since = now
    webhook.trouble = trouble
    delivery.try_at = next_try(tries=delivery.tries, waits_since=delivery.waits_since, now=now)
    if delivery.event_id is None:  # a test is not tried again, and tells nobody but who made it
        delivery.state, delivery.try_at = DeliveryState.GIVEN_UP, None
    elif trouble is DeliveryTrouble.GONE:
        delivery.state, delivery.try_at = DeliveryState.GIVEN_UP, None
        if webhook.active:
            webhook.active = False
            _tell_it(webhook, given_up=1)
    elif delivery.try_at is None:
        delivery.state = DeliveryState.GIVEN_UP
        _tell_it(webhook, given_up=1 + _give_up_others(delivery, trouble))
    webhook.save(update_fields=["trouble", "troubled_since", "active"])


def _give_up_others(delivery: Delivery, trouble: DeliveryTrouble) -> int:
    """Where the receiver takes nothing at all, whatever has waited as long is given up with the one that was."""
    if not next_would_fail(trouble, delivery.status):
        return 0
    rows = Delivery.objects.filter(
        webhook_id=delivery.webhook_id,
        state=DeliveryState.WAITING,
        waits_since__lte=clock.now() - GIVEN_UP_AFTER,
    ).exclude(pk=delivery.pk)
    return rows.update(state=DeliveryState.GIVEN_UP, try_at=None, trouble=trouble)


def _tell_it(webhook: Webhook, *, given_up: int) -> None:
    """Let IT know, once a day at most for one webhook."""
    now = clock.now()
    if webhook.told_at is not None and webhook.active and now - webhook.told_at < timedelta(days=1):
        return
    webhook.told_at = now
    webhook.save(update_fields=["told_at"])
    record(
        kind="webhook.failing" if webhook.active else "webhook.stopped",
        subject_kind="webhook",
        subject_id=webhook.pk,
        after={"name": webhook.name, "trouble": webhook.trouble, "since": webhook.troubled_since, "given_up": given_up},
    )
