"""Desks nobody came to are released; a cancellation or release can be undone for a while."""

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from bookings.models import Booking, BookingState
from bookings.policies.presence import Action
from bookings.selectors.facts import wish_for
from bookings.selectors.rivals import desk_taken
from bookings.services.booking import end_booking
from bookings.services.deciding import refuse_unless_allowed, release_time, stand_as_wished
from bookings.services.holder import holder_of
from bookings.services.moment import locked_booking, refuse_action
from bookings.services.recording import record_booking, snapshot
from core import clock
from core.constraints import violated_constraint
from core.interval import Interval
from plans.models import Place
from plans.policies.claims import YIELDING
from plans.services.ledger import claim


def release_no_shows() -> int:
    """Release every booking whose grace is over without a check-in; answers how many.

    Each in its own transaction and under its own lock, so that any number of workers at once release each booking
    once, and a person who checks in at that moment is either in time or told.
    """
    return sum(_release(booking_id) for booking_id in list(_due()))


@transaction.atomic
def restore_booking(*, booking_id: int) -> Booking:
    """Undo a cancellation or a release while the undo time lasts and the desk is still free.

    Who restores a released booking is there: it comes back checked in. A stretch that has begun is taken from now.
    """
    booking = locked_booking(booking_id)
    refuse_action(Action.RESTORE, booking)
    asked = Interval.of_range(booking.booked_during)
    during = Interval(max(booking.start, min(clock.this_minute(), booking.end)), booking.end)
    wish = wish_for(person_id=booking.person_id, desk_id=booking.desk_id, during=during, repeated=booking.repeated)
    refuse_unless_allowed(wish, but=booking.pk)
    before = snapshot(booking)
    came = booking.state == BookingState.RELEASED
    booking.state = BookingState.CHECKED_IN if came else BookingState.BOOKED
    booking.checked_in_at = clock.now() if came else None
    booking.release_at = None if came else release_time(wish)
    stand_as_wished(booking, wish)
    booking.during, booking.booked_during = during.as_range(), asked.as_range()
    booking.ended_at, booking.ended_because = None, ""
    try:
        with transaction.atomic():
            booking.save()
    except IntegrityError as error:
        if violated_constraint(error) is None:
            raise
        raise desk_taken(booking.desk_id, during, wish.place.desk.code, but=booking.pk) or error from error
    claim(
        person_id=booking.person_id,
        during=during,
        place=Place.OFFICE,
        holder=holder_of(booking.pk),
        displaces=YIELDING,
    )
    record_booking("restored", booking, before=before)
    return booking


def _due() -> QuerySet[Booking, int]:
    due = Booking.objects.filter(state=BookingState.BOOKED, release_at__lte=clock.now())
    return due.order_by("release_at", "pk").values_list("pk", flat=True)


@transaction.atomic
def _release(booking_id: int) -> int:
    booking = locked_booking(booking_id)
    if booking.state != BookingState.BOOKED or booking.release_at is None or booking.release_at > clock.now():
        return 0
    end_booking(booking, BookingState.RELEASED, because="no_show")
    return 1
