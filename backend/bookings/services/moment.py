"""A booking at this moment: locked, and asked what it allows."""

from bookings.models import Booking
from bookings.policies.presence import Action, Moment, action_refused
from bookings.selectors.moment import moment_of
from bookings.services.deciding import queue_for


def locked_booking(booking_id: int, *desk_ids: int | None) -> Booking:
    """The booking, with its person's day and its desk (and `desk_ids`) locked. Raises Booking.DoesNotExist."""
    seen = Booking.objects.get(pk=booking_id)
    while True:
        queue_for(seen.person_id, seen.desk_id, *(desk_id for desk_id in desk_ids if desk_id is not None))
        locked: Booking = Booking.objects.select_for_update().get(pk=booking_id)
        if locked.desk_id == seen.desk_id:
            return locked
        seen = locked


def refuse_action(action: Action, booking: Booking) -> Moment:
    """Raise Refused when the booking does not allow `action` now; otherwise answer the moment."""
    moment = moment_of(booking)
    if refused := action_refused(action, moment):
        raise refused
    return moment
