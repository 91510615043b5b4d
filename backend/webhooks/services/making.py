"""An event becomes a delivery for each webhook that waits for it."""

from django.db import transaction

from audit.models import Event
from core import clock
from webhooks.models import Delivery
from webhooks.policies.kinds import kind_named
from webhooks.selectors.bodies import told_of
from webhooks.selectors.wanted import webhooks_waiting_for
from webhooks.services.deferring import defer_sending


@transaction.atomic
def make_deliveries(event: Event) -> None:
    """Make what is to be posted of the event, once for each webhook however often the event is heard of."""
    told = told_of(event, kind_named(event.kind))
    waiting = webhooks_waiting_for(event.kind, departments=told.departments)
    now = clock.now()
    Delivery.objects.bulk_create(
        [
            Delivery(
                webhook_id=pk,
                event_id=event.pk,
                kind=event.kind,
                body=told.body,
                made_at=now,
                waits_since=now,
                try_at=now,
            )
            for pk in waiting
        ],
        ignore_conflicts=True,
    )
    defer_sending(waiting)
