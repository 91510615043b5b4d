"""Deliveries: which are due, and the list of them page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from core import clock
from core.pagination import Key
from webhooks.models import Delivery
from webhooks.policies.states import DeliveryState


def _due() -> QuerySet[Delivery]:
    return Delivery.objects.filter(state=DeliveryState.WAITING, try_at__lte=clock.now(), webhook__active=True)


def due_of(webhook_id: int) -> Delivery | None:
    """The delivery of the webhook whose time came first, if any is due and the webhook is active."""
    return _due().filter(webhook_id=webhook_id).select_related("webhook").order_by("try_at", "pk").first()


def webhooks_with_due() -> list[int]:
    """The webhooks for which something is due, by their ids."""
    return sorted(_due().values_list("webhook_id", flat=True).distinct())


def given_up_since(webhook_id: int, since: datetime) -> QuerySet[Delivery]:
    """What was given up of the events that came since then."""
    return Delivery.objects.filter(
        webhook_id=webhook_id, state=DeliveryState.GIVEN_UP, event_id__isnull=False, made_at__gte=since
    )


@dataclass(frozen=True, slots=True)
class DeliveryPages:
    """Deliveries of webhooks that stand, the newest first, narrowed down as asked; core.pagination's fetch."""

    webhook: int | None = None
    state: str | None = None
    kind: str | None = None

    def fetch(self, after: Key | None, backwards: bool, limit: int) -> Sequence[Delivery]:
        rows = Delivery.objects.filter(webhook__removed_at__isnull=True).select_related("webhook").defer("body")
        for column, wanted in (("webhook_id", self.webhook), ("state", self.state), ("kind", self.kind)):
            if wanted is not None:
                rows = rows.filter(**{column: wanted})
        if after is not None:
            rows = rows.filter(pk__gt=after[0]) if backwards else rows.filter(pk__lt=after[0])
        return list(rows.order_by("pk" if backwards else "-pk")[:limit])

    @staticmethod
    def key(delivery: Delivery) -> Key:
        return (delivery.pk,)


def delivery_at(delivery_id: int) -> Delivery | None:
    """One delivery with its webhook, unless that was removed."""
    rows = Delivery.objects.select_related("webhook").filter(webhook__removed_at__isnull=True)
    return rows.filter(pk=delivery_id).first()
