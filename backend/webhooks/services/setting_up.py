"""Webhooks are made, changed, paused and removed by IT."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from audit.context import current_origin
from audit.services import record
from core import clock
from core.refused import Refused
from core.revision import Slow, bump
from webhooks.models import Webhook
from webhooks.policies.refusals import WebhookRefusal, one_more_refused
from webhooks.selectors.wanted import KINDS_WANTED
from webhooks.sending import is_allowed_host
from webhooks.services.deferring import defer_sending
from webhooks.services.keeping_secrets import new_secret, seal

SUBJECT = "webhook"


@transaction.atomic
def make_webhook(
    *, name: str, address: str, kinds: Sequence[str], departments: Sequence[int] = ()
) -> tuple[Webhook, str]:
    """Set a webhook up; answers it with its secret, which nobody can read again.

    It hears of what happens from a second later on at the latest. Raises Refused (`webhook_host_not_allowed`,
    `too_many_webhooks`).
    """
    bump(Slow.WEBHOOKS)  # and with its row wait for whoever else makes one, so that the count holds
    if refused := one_more_refused(Webhook.objects.filter(removed_at__isnull=True).count()):
        raise refused
    _refuse_unless_allowed(address)
    secret = new_secret()
    webhook = Webhook.objects.create(
        name=name,
        address=address,
        kinds=sorted(set(kinds)),
        departments=sorted(set(departments)),
        sealed_secret=seal().seal(secret),
        created_by_id=current_origin().actor_id,
        created_at=clock.now(),
    )
    _changed("made", webhook)
    return webhook, secret


@transaction.atomic
def change_webhook(*, webhook_id: int, **wanted: Any) -> Webhook:
    """Change `name`, `address`, `kinds`, `departments` or `active`; what is not given stays.

    Made active again, what waited is sent, and a trouble is forgotten. Events of the time in which it was paused are
    not made up for. Raises Webhook.DoesNotExist, or Refused (`webhook_host_not_allowed`).
    """
    webhook = Webhook.objects.select_for_update().get(pk=webhook_id, removed_at__isnull=True)
    before = _facts(webhook)
    for name, value in wanted.items():
        setattr(webhook, name, sorted(set(value)) if isinstance(value, list) else value)
    if "address" in wanted:
        _refuse_unless_allowed(webhook.address)
    if before == _facts(webhook):
        return webhook
    if webhook.active and not before["active"]:
        webhook.trouble, webhook.troubled_since = "", None
    webhook.save()
    bump(Slow.WEBHOOKS)
    _changed("changed", webhook, before=before)
    if webhook.active:
        defer_sending([webhook.pk])
    return webhook


@transaction.atomic
def remove_webhook(*, webhook_id: int) -> None:
    """Remove it; what waits is not sent any more. Raises Webhook.DoesNotExist."""
    webhook = Webhook.objects.select_for_update().get(pk=webhook_id, removed_at__isnull=True)
    webhook.active, webhook.removed_at = False, clock.now()
    webhook.save(update_fields=["active", "removed_at"])
    bump(Slow.WEBHOOKS)
    _changed("removed", webhook)


def _refuse_unless_allowed(address: str) -> None:
    if not is_allowed_host(address):
        raise Refused(WebhookRefusal.WEBHOOK_HOST_NOT_ALLOWED)


def _facts(webhook: Webhook) -> dict[str, Any]:
    return {name: getattr(webhook, name) for name in ("name", "address", "kinds", "departments", "active")}


def _changed(what: str, webhook: Webhook, *, before: dict[str, Any] | None = None) -> None:
    KINDS_WANTED.forget()
    transaction.on_commit(KINDS_WANTED.forget)
    record(kind=f"webhook.{what}", subject_kind=SUBJECT, subject_id=webhook.pk, before=before, after=_facts(webhook))
