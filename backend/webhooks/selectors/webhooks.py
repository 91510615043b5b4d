"""Webhooks as IT sees them."""

from dataclasses import dataclass

from django.db.models import Count, Q

from people.models import Department
from webhooks.models import Webhook
from webhooks.policies.states import DeliveryState


@dataclass(frozen=True, slots=True)
class WebhookSeen:
    """A webhook with its departments and how many of its deliveries wait and were given up."""

    webhook: Webhook
    departments: tuple[Department, ...]
    waiting: int
    given_up: int


def webhooks_seen(webhook_id: int | None = None) -> list[WebhookSeen]:
    """Those that were not removed, by name, or the one of that id; two queries."""
    rows = Webhook.objects.filter(removed_at__isnull=True).select_related("created_by__person")
    if webhook_id is not None:
        rows = rows.filter(pk=webhook_id)
    counted = list(rows.annotate(waiting=_count(DeliveryState.WAITING), given_up=_count(DeliveryState.GIVEN_UP)))
    counted.sort(key=lambda one: (one.name, one.pk))
    ids = {pk for one in counted for pk in one.departments}
    departments = {one.pk: one for one in Department.objects.filter(pk__in=ids).order_by("code")}
    return [
        WebhookSeen(
            webhook=one,
            departments=tuple(department for pk, department in departments.items() if pk in one.departments),
            waiting=one.waiting,
            given_up=one.given_up,
        )
        for one in counted
    ]


def _count(state: DeliveryState) -> Count:
    # Tests are not counted: what became of one is told to whoever made it.
    return Count("deliveries", filter=Q(deliveries__state=state, deliveries__event_id__isnull=False))
