"""What holds a stretch of somebody's day is given up, each kind by its own service."""

from bookings.models import Booking
from bookings.services.booking import cancel_booking
from calendars.models import Proposal
from plans.policies.claims import BOOKING, TELEWORK
from plans.services.own_plans import withdraw_own_plan
from telework.models import TeleworkRequest
from telework.policies.states import Actor, RequestState
from telework.services.requests import cancel_request, withdraw_request

UNDECIDED = (RequestState.DRAFT.value, RequestState.SUBMITTED.value, RequestState.RETURNED.value)


def give_up(holder_kind: str, holder_id: int | None) -> None:
    """Give it up as its person would. Raises Refused where that is not possible any more."""
    if holder_id is None:
        raise LookupError("there is nothing to give up")
    if holder_kind == BOOKING:
        cancel_booking(booking_id=holder_id)
    elif holder_kind == TELEWORK:
        _give_up_request(holder_id)
    else:
        withdraw_own_plan(own_plan_id=holder_id)


def desk_of(proposal: Proposal) -> int | None:
    """The id of the desk that answering would give up; None where none is."""
    if proposal.holder_kind != BOOKING or proposal.holder_id is None:
        return None
    return Booking.objects.values_list("desk_id", flat=True).get(pk=proposal.holder_id)


def _give_up_request(request_id: int) -> None:
    state = TeleworkRequest.objects.values_list("state", flat=True).get(pk=request_id)
    drop = withdraw_request if state in UNDECIDED else cancel_request
    drop(request_id=request_id, actor=Actor.ONESELF)
