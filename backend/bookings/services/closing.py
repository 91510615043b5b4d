"""Close a place: what is booked there meanwhile is given up, and said so before."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from bookings.models import Booking, BookingState
from bookings.models.querysets import BookingQuerySet
from bookings.services.booking import cut_booking, end_booking, finish_booking
from bookings.services.freeing import freed_together, places_opened
from bookings.services.offering import withdraw_offer
from core import clock
from core.interval import Interval
from core.locks import PLACES_AS_THEY_ARE, lock
from spaces.models import Closure
from spaces.selectors import placed_desk
from spaces.services.closures import ClosedPlaceWanted, close_place, lift_closure


def displaced_by(place: ClosedPlaceWanted, during: Interval) -> Sequence[Booking]:
    """The live bookings that a closure of `place` would displace, in order of their start."""
    return _standing(Booking.objects.unfinished(clock.now()), place, during)


@transaction.atomic
def close_and_displace(*, place: ClosedPlaceWanted, during: Interval, reason: str) -> tuple[Closure, Sequence[Booking]]:
    """Close the place and give up what is booked there, in one transaction that nobody can book into.

    A booking that begins before the closure keeps what lies before it; who sits there as it begins is checked out at
    this minute. The others are cancelled with the closure as the cause. Offers of its desks are taken back.
    """
    lock(PLACES_AS_THEY_ARE)
    displaced = displaced_by(place, during)
    with freed_together():
        for booking in displaced:
            give_up_from(booking, during.start, because="closure")
        for offered in _standing(Booking.objects.offered(), place, during):
            withdraw_offer(offered, because="closure")
        return close_place(place=place, during=during, reason=reason), displaced


@transaction.atomic
def open_again(*, closure_id: int) -> Closure:
    """Lift the closure, and offer what opens to those who wait. Raises as `lift_closure` does."""
    lock(PLACES_AS_THEY_ARE)
    closure = lift_closure(closure_id=closure_id)
    places_opened()
    return closure


def give_up_from(booking: Booking, lost_from: datetime, *, because: str) -> None:
    """Give up what a live booking, its row locked, holds from `lost_from` on: nobody is sent away before that.

    What lies before stays. Who sits there when that time has come is checked out at this minute.
    """
    now = clock.this_minute()
    if booking.start < lost_from and now < lost_from:
        cut_booking(booking, lost_from, because=because)
    elif booking.state == BookingState.CHECKED_IN and booking.start < now:
        finish_booking(booking, now)
    else:
        end_booking(booking, BookingState.CANCELLED, because=because)


def _standing(bookings: BookingQuerySet, place: ClosedPlaceWanted, during: Interval) -> Sequence[Booking]:
    rows = bookings.overlapping(during).select_related("person", "desk").order_by("during", "pk")
    return [booking for booking in rows if _stands_in(place, booking)]


def _stands_in(place: ClosedPlaceWanted, booking: Booking) -> bool:
    stands = placed_desk(booking.desk_id, booking.day)
    return stands is not None and place.closes(stands.plan, stands.desk)
