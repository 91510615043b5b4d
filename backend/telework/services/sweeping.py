"""What the clock does to requests: a day on which nobody started was not performed."""

from django.db import transaction
from django.db.models import QuerySet

from core import clock
from plans.services.ledger import Holder, let_go
from telework.models import TeleworkRequest
from telework.policies.states import Actor, RequestAction, RequestState
from telework.services.transition import move
from telework.services.work import locked_with_person


def lapse_unstarted() -> int:
    """Make every approved request whose day ended without a start `not_performed`; answers how many.

    Each in its own transaction and under its own locks, so that any number of workers at once lapse each request once.
    A day entered afterwards has ended when it is approved, and needs no start.
    """
    return sum(_lapse(request_id) for request_id in list(_due().values_list("pk", flat=True)))


def _due() -> "QuerySet[TeleworkRequest]":
    rows = TeleworkRequest.objects.filter(state=RequestState.APPROVED, day__lt=clock.today())
    return rows.order_by("day", "pk")


@transaction.atomic
def _lapse(request_id: int) -> int:
    request = locked_with_person(request_id)
    if request.state != RequestState.APPROVED:
        return 0
    move(request, RequestAction.LAPSE, Actor.CLOCK)
    let_go(holder=Holder("telework", request.pk), at=clock.now())
    return 1
