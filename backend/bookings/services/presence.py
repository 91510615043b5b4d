"""Check in, check out, and sit down at a free desk without a booking."""

from django.db import transaction

from bookings.models import Booking, BookingState
from bookings.models.querysets import BookingQuerySet
from bookings.policies.presence import Action, action_refused
from bookings.selectors.desk_now import booking_here, free_until
from bookings.selectors.facts import wish_for
from bookings.selectors.moment import moment_of
from bookings.services.attempts import attempt
from bookings.services.booking import end_booking, finish_booking
from bookings.services.deciding import hold, queue_for, refuse_unless_allowed
from bookings.services.freeing import freed_together
from bookings.services.moment import locked_booking, refuse_action
from bookings.services.recording import record_booking, snapshot
from core import clock
from core.interval import Interval


@transaction.atomic
def check_in(*, booking_id: int) -> Booking:
    """The person has come. Raises Refused before the check-in time, after the end, or when it was done already."""
    booking = locked_booking(booking_id)
    refuse_action(Action.CHECK_IN, booking)
    return _mark_present(booking)


@transaction.atomic
def check_out(*, booking_id: int) -> Booking:
    """The person leaves: the desk is free from this minute. In the very minute of its start nothing is left to keep."""
    booking = locked_booking(booking_id)
    refuse_action(Action.CHECK_OUT, booking)
    if clock.this_minute() <= booking.start:
        return end_booking(booking, BookingState.CANCELLED, because="person")
    finish_booking(booking, clock.this_minute())
    return booking


@transaction.atomic
def check_in_at_desk(*, person_id: int, desk_id: int, leave_other: bool = False) -> Booking:
    """Check in by the desk's code: to the person's booking there, or as a walk-up until the desk is next taken.

    With `leave_other`, whatever other desk the person holds now is checked out of (or given up) first, in the same
    transaction. Raises Refused as `check_in` and `book_desk` do; a walk-up asks neither window nor group address.
    """
    # The desks that may be left are locked in the same call: two people who change places would wait for each other.
    left = _other_desks_now(person_id, desk_id).values_list("desk_id", flat=True) if leave_other else []
    queue_for(person_id, desk_id, *left)
    mine = booking_here(person_id, desk_id, clock.now())
    if mine is not None:
        booking = locked_booking(mine)
        if action_refused(Action.CHECK_IN, moment_of(booking)) is None:
            return _mark_present(booking)
        if booking.start <= clock.now():
            refuse_action(Action.CHECK_IN, booking)
    with freed_together():
        if leave_other:
            _leave_other_desks(person_id, desk_id)
        with attempt(person_id=person_id, desk_id=desk_id, day=clock.today()):
            return _walk_up(person_id, desk_id)


def _mark_present(booking: Booking) -> Booking:
    before = snapshot(booking)
    booking.state = BookingState.CHECKED_IN
    booking.checked_in_at = clock.now()
    booking.release_at = None
    booking.save(update_fields=["state", "checked_in_at", "release_at"])
    record_booking("checked_in", booking, before=before)
    return booking


def _walk_up(person_id: int, desk_id: int) -> Booking:
    start = clock.this_minute()
    until = free_until(person_id=person_id, desk_id=desk_id, start=start)
    during = Interval(start, until)
    wish = wish_for(person_id=person_id, desk_id=desk_id, during=during)
    refuse_unless_allowed(wish, walk_up=True)
    booking = hold(wish, asked=during, state=BookingState.CHECKED_IN, walk_up=True)
    record_booking("walked_up", booking)
    return booking


def _leave_other_desks(person_id: int, desk_id: int) -> None:
    now = clock.this_minute()
    for other in list(_other_desks_now(person_id, desk_id).values_list("pk", flat=True)):
        booking = locked_booking(other)
        if booking.state == BookingState.CHECKED_IN and booking.start < now:
            finish_booking(booking, now)
        else:
            end_booking(booking, BookingState.CANCELLED, because="person")


def _other_desks_now(person_id: int, desk_id: int) -> BookingQuerySet:
    """The person's live bookings of this minute at other desks than this."""
    now = clock.this_minute()
    under_way = Booking.objects.of(person_id).live().on(clock.city_day(now))
    return under_way.filter(during__startswith__lte=now, during__endswith__gt=now).exclude(desk_id=desk_id)
