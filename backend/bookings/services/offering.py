"""A desk kept for somebody who waits, until that person answers.

An offer holds the desk and nothing of the person's day: who is offered a desk may be anywhere meanwhile, and no lock of
that person is needed to make an offer. The rules, the allowance and the day are asked when it is accepted.
"""

from collections.abc import Iterable
from datetime import datetime

from audit.context import acting_for
from bookings.freed import told_of_withdrawals
from bookings.models import ONE_BOOKING_PER_DESK, Booking, BookingState
from bookings.policies.refusals import BookingRefusal
from bookings.selectors.facts import Wish
from bookings.services.booking import wish_as_asked
from bookings.services.deciding import (
    queue_for_all,
    refuse_unless_allowed,
    release_time,
    stand_as_wished,
    unsaved_booking,
)
from bookings.services.displacing import let_booking_go
from bookings.services.freeing import desk_freed
from bookings.services.holder import holder_of
from bookings.services.recording import record_booking
from core import clock
from core.insert import insert_unless_conflict
from core.interval import Interval
from core.refused import Refused
from plans.models import Place
from plans.policies.claims import YIELDING
from plans.services.ledger import claim


def offer_desk(wish: Wish, *, asked: Interval, until: datetime) -> Booking | None:
    """Keep the desk for whoever wishes for it until `until`; None where somebody holds it. The desk is locked."""
    booking = unsaved_booking(wish, asked=asked, state=BookingState.OFFERED)
    booking.release_at = until
    return booking if insert_unless_conflict(booking, ONE_BOOKING_PER_DESK) else None


def locked_offer(
    booking_id: int, *, leave_other: bool = False, besides: Iterable[int] = ()
) -> tuple[Booking, list[int]]:
    """The offer, with its person's day and its desk locked, and the ids of the bookings that accepting it gives up.

    With `leave_other`, those are the person's live bookings of that stretch, their desks locked too, and so are the
    desks `besides`. Raises Booking.DoesNotExist, or Refused (`offer_over`) where it is no offer any more.
    """
    offer: Booking = Booking.objects.get(pk=booking_id)
    others: list[tuple[int, int]] = []
    if leave_other:
        mine = Booking.objects.of(offer.person_id).live().within(offer.day, offer.interval)
        others = list(mine.order_by("pk").values_list("pk", "desk_id"))
    queue_for_all([offer.person_id], [offer.desk_id, *(desk_id for _, desk_id in others), *besides])
    locked: Booking = Booking.objects.select_for_update().get(pk=booking_id)
    if locked.state != BookingState.OFFERED:
        raise Refused(BookingRefusal.OFFER_OVER)
    return locked, [pk for pk, _ in others]


def take_offer(offer: Booking, *, giving_up: list[int]) -> Booking:
    """Turn the locked offer into a booking, asked like any other; `giving_up` lets go of what is in its way first.

    Raises Refused: `offer_over` after its time, and whatever `book_desk` would.
    """
    if offer.release_at is None or offer.release_at <= clock.now():
        raise Refused(BookingRefusal.OFFER_OVER, {"allowed_until": offer.release_at})
    for booking_id in giving_up:
        let_booking_go(booking_id, offer.interval)
    wish = wish_as_asked(offer.person_id, offer.desk_id, Interval.of_range(offer.booked_during))
    refuse_unless_allowed(wish)
    offer.state = BookingState.BOOKED
    offer.during = wish.during.as_range()
    stand_as_wished(offer, wish)
    offer.booked_by_id = acting_for(offer.person_id)
    offer.created_at = clock.now()
    offer.release_at = release_time(wish)
    offer.save()
    claim(
        person_id=offer.person_id,
        during=wish.during,
        place=Place.OFFICE,
        holder=holder_of(offer.pk),
        displaces=YIELDING,
    )
    record_booking("booked", offer)
    return offer


def end_offer(offer: Booking, *, because: str) -> None:
    """Let a locked offer come to nothing: the desk goes to the next who waits, or is free."""
    offer.state = BookingState.LAPSED
    offer.ended_at = clock.now()
    offer.ended_because = because
    offer.save(update_fields=["state", "ended_at", "ended_because"])
    desk_freed(offer.desk_id, offer.day, offer.interval)


def withdraw_offer(offer: Booking, *, because: str) -> None:
    """Take a locked offer back, whose desk can no longer be had; whoever made it is told."""
    for tell in told_of_withdrawals():
        tell(offer.pk)
    end_offer(offer, because=because)
