"""Bookings moved by order of facilities: a closure or a new layout took the desk away.

A person who is moved has not wished for it, so neither window nor allowance, group address or hours are asked. What
stays asked is what cannot be otherwise: the desk stands there and may be held, nothing closes it, nobody else has it,
and the person is nowhere else.
"""

from collections.abc import Sequence

from django.db import connection, transaction

from bookings.models import Booking, BookingState
from bookings.policies.booking import desk_refused
from bookings.policies.presence import Action
from bookings.selectors.facts import Wish, wish_for
from bookings.selectors.rivals import closed_place
from bookings.services.booking import finish_booking, rewrite_booking
from bookings.services.deciding import hold, queue_for, release_time, spills_over
from bookings.services.freeing import freed_together
from bookings.services.moment import locked_booking, refuse_action
from bookings.services.recording import record_booking, record_bookings, snapshot
from core import clock
from core.interval import Interval
from spaces.selectors.desks import DeskOnFloor

_WHERE_THEY_STAND = """
UPDATE bookings_booking booking
   SET desk_id = moved.desk, floor_id = moved.floor, area_id = moved.area, department_id = moved.department,
       spilled_over = moved.spilled_over, release_at = moved.release_at
  FROM unnest(%s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[], %s::boolean[], %s::timestamptz[])
       AS moved (id, desk, floor, area, department, spilled_over, release_at)
 WHERE booking.id = moved.id
"""


@transaction.atomic
def relocate_booking(*, booking_id: int, desk_id: int, because: str) -> Booking:
    """Move what is still to come of a live booking to another desk.

    A booking not begun keeps its identity and its stretch. Of one whose person is there already what has been stays,
    and the rest goes on as a booking of its own (`moved_from`), checked in. Raises Refused for a booking that is over,
    or a desk that cannot be held.
    """
    booking = locked_booking(booking_id, desk_id)
    refuse_action(Action.CHANGE, booking)
    now = clock.this_minute()
    rest = Interval(max(booking.start, now), booking.end)
    if booking.state == BookingState.CHECKED_IN and booking.start < now:
        with freed_together():
            finish_booking(booking, now)
            return _go_on(booking, desk_id, rest, BookingState.CHECKED_IN, because)
    asked = Interval.of_range(booking.booked_during) if rest == booking.interval else rest
    wish = _possible_wish(booking.person_id, desk_id, rest)
    return rewrite_booking(booking, wish, asked, kind="relocated", because=because)


@transaction.atomic
def book_in_place_of(*, booking: Booking, desk_id: int, during: Interval, because: str) -> Booking:
    """A booking of `during` at another desk, for the person of one that had to be given up (`moved_from`).

    Raises Refused for a desk that cannot be held, or where the person has another place by now.
    """
    queue_for(booking.person_id, booking.desk_id, desk_id)
    return _go_on(booking, desk_id, during, BookingState.BOOKED, because)


@transaction.atomic
def relocate_all(moves: Sequence[tuple[Booking, Wish]], *, because: str) -> None:
    """Move many bookings that have not begun, each to the desk of its wish and for the stretch that it has.

    The caller holds the lock of all places alone and the rows, and has made sure that every desk is free: what is not,
    the exclusion constraint refuses with an IntegrityError for all of them.
    """
    before = [(booking, snapshot(booking)) for booking, _wish in moves]
    for booking, wish in moves:
        _stand_at(booking, wish.place)
        booking.department_id = wish.booker.department_id
        booking.spilled_over = spills_over(wish)
        booking.release_at = release_time(wish) if booking.state == BookingState.BOOKED else None
    _write([booking for booking, _wish in moves])
    record_bookings("relocated", before, because=because)


@transaction.atomic
def follow_desks(moved: Sequence[tuple[Booking, DeskOnFloor]], *, because: str) -> None:
    """Write down where the desks of bookings stand now: they moved to another area or floor, the bookings with them."""
    before = [(booking, snapshot(booking)) for booking, _place in moved]
    for booking, place in moved:
        _stand_at(booking, place)
    _write([booking for booking, _place in moved])
    record_bookings("followed", before, because=because)


def _write(bookings: Sequence[Booking]) -> None:
    """Write where bookings stand in one statement: Django's own for many rows costs seconds for thousands."""
    if not bookings:
        return
    columns = zip(
        *(
            (one.pk, one.desk_id, one.floor_id, one.area_id, one.department_id, one.spilled_over, one.release_at)
            for one in bookings
        ),
        strict=True,
    )
    with connection.cursor() as cursor:
        cursor.execute(_WHERE_THEY_STAND, [list(column) for column in columns])


def _stand_at(booking: Booking, place: DeskOnFloor) -> None:
    booking.desk_id = place.desk.id
    booking.floor_id = place.plan.floor.id
    booking.area_id = place.area.id


def _go_on(booking: Booking, desk_id: int, during: Interval, state: BookingState, because: str) -> Booking:
    wish = _possible_wish(booking.person_id, desk_id, during)
    going_on = hold(wish, asked=during, state=state, moved_from=booking.pk)
    record_booking("relocated", going_on, before=snapshot(booking), because=because)
    return going_on


def _possible_wish(person_id: int, desk_id: int, during: Interval) -> Wish:
    wish = wish_for(person_id=person_id, desk_id=desk_id, during=during)
    refused = desk_refused(wish.desk_facts(), person_id, walk_up=False)
    refused = refused or next(map(closed_place, wish.closures()), None)
    if refused is not None:
        raise refused
    return wish
