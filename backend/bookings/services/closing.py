"""Close a place: what is booked there meanwhile is given up, and said so before."""

from collections.abc import Sequence

from django.db import transaction

from bookings.models import Booking, BookingState
from bookings.services.booking import end_booking, finish_booking
from bookings.services.deciding import PLACES_AS_THEY_ARE
from core import clock
from core.interval import Interval
from core.locks import lock
from spaces.models import Closure
from spaces.selectors import placed_desk
from spaces.services.closures import ClosedPlaceWanted, close_place


def displaced_by(place: ClosedPlaceWanted, during: Interval) -> Sequence[Booking]:
    """The live bookings that a closure of `place` would displace, in order of their start."""
    live = Booking.objects.unfinished(clock.now()).overlapping(during).order_by("during", "pk")
    return [booking for booking in live if _stands_in(place, booking)]


@transaction.atomic
def close_and_displace(*, place: ClosedPlaceWanted, during: Interval, reason: str) -> tuple[Closure, Sequence[Booking]]:
    """Close the place and give up what is booked there, in one transaction that nobody can book into.

    A booking under way is checked out at this minute; the others are cancelled with the closure as the cause.
    """
    lock(PLACES_AS_THEY_ARE)
    displaced = displaced_by(place, during)
    for booking in displaced:
        if booking.state == BookingState.CHECKED_IN and booking.start < clock.this_minute():
            finish_booking(booking, clock.this_minute())
        else:
            end_booking(booking, BookingState.CANCELLED, because="closure")
    return close_place(place=place, during=during, reason=reason), displaced


def _stands_in(place: ClosedPlaceWanted, booking: Booking) -> bool:
    stands = placed_desk(booking.desk_id, booking.day)
    return stands is not None and place.closes(stands.plan, stands.desk)
