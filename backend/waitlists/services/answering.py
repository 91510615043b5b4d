"""Answering an offer: it is won by exactly the person it was made to, and by nobody after its time."""

from django.db import transaction
from django.db.models import QuerySet

from bookings.models import Booking
from bookings.policies.refusals import BookingRefusal
from bookings.services.freeing import freed_together
from bookings.services.offering import locked_offer, take_offer
from core import clock
from core.refused import Refused
from spaces.selectors import placed_desk
from waitlists.models import Wait
from waitlists.policies.states import WaitState
from waitlists.services.joining import end_wait_and_offer
from waitlists.services.recording import record_wait
from waitlists.services.serving import desk_facts


@transaction.atomic
def accept_offer(*, wait_id: int, leave_other: bool = False, at_once: bool = False) -> Booking:
    """Turn the offer into a booking. With `leave_other`, what the person holds meanwhile is given up for it.

    Raises Refused: `offer_over` after its time or when it was answered, and whatever a booking would be refused for.
    The person's other waits and offers for that stretch end with it, and those desks go to the next. `at_once` says
    that the product answered, as had been wished.
    """
    seen = Wait.objects.get(pk=wait_id)
    if seen.booking_id is None:
        raise Refused(BookingRefusal.OFFER_OVER)
    offers = dict(_other_offers(seen).values_list("pk", "booking__desk_id"))
    offer, giving_up = locked_offer(seen.booking_id, leave_other=leave_other, besides=offers.values())
    wait = Wait.objects.select_for_update().get(pk=wait_id)
    if wait.state != WaitState.OFFERED or wait.booking_id != offer.pk:
        raise Refused(BookingRefusal.OFFER_OVER)
    with freed_together():
        booking = take_offer(offer, giving_up=giving_up)
        wait.state, wait.ended_at = WaitState.ACCEPTED, clock.now()
        wait.save(update_fields=["state", "ended_at"])
        place = placed_desk(booking.desk_id, booking.day)
        record_wait("accepted", wait, booking=booking.pk, at_once=at_once, **(desk_facts(place) if place else {}))
        _end_other_waits(wait)
        for other in _other_offers(wait).filter(pk__in=offers).select_related("booking__desk").order_by("pk"):
            if other.booking is not None:
                end_wait_and_offer(other, other.booking, WaitState.LEFT)
    return booking


@transaction.atomic
def decline_offer(*, wait_id: int) -> Wait:
    """Say no: the desk goes to the next, and the person waits no longer. Raises Refused (`offer_over`)."""
    wait = Wait.objects.get(pk=wait_id)
    if wait.booking_id is None:
        raise Refused(BookingRefusal.OFFER_OVER)
    offer, _ = locked_offer(wait.booking_id)
    if not end_wait_and_offer(wait, offer, WaitState.DECLINED):
        raise Refused(BookingRefusal.OFFER_OVER)
    return wait


def _end_other_waits(seated: Wait) -> None:
    for other in _others(seated).select_for_update(skip_locked=True).filter(state=WaitState.WAITING):
        other.state, other.ended_at = WaitState.LEFT, clock.now()
        other.save(update_fields=["state", "ended_at"])
        record_wait("left", other, because="seated")


def _other_offers(seated: Wait) -> QuerySet[Wait]:
    """What else was offered to the person meanwhile. One that comes at this very moment is left to lapse."""
    return _others(seated).filter(state=WaitState.OFFERED)


def _others(seated: Wait) -> QuerySet[Wait]:
    rows = Wait.objects.filter(person_id=seated.person_id, day=seated.day, during__overlap=seated.during)
    return rows.exclude(pk=seated.pk)
