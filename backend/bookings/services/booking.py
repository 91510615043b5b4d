"""Book, change and cancel."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from bookings.models import ONE_BOOKING_PER_DESK, Booking, BookingState
from bookings.policies.hours import OpenHours, cut_at_now, hours_refused
from bookings.policies.presence import Action
from bookings.policies.refusals import BookingRefusal
from bookings.selectors.facts import Wish, wish_for
from bookings.selectors.instead import with_alternatives
from bookings.selectors.rivals import desk_taken
from bookings.services.attempts import attempt
from bookings.services.deciding import hold, queue_for, refuse_unless_allowed, release_time, stand_as_wished
from bookings.services.freeing import desk_freed, freed_together
from bookings.services.holder import holder_of
from bookings.services.moment import locked_booking, refuse_action
from bookings.services.recording import record_booking, snapshot
from core import clock
from core.constraints import violated_constraint
from core.interval import Interval
from core.refused import Refused
from plans.policies.claims import YIELDING
from plans.services.ledger import let_go, reclaim


@transaction.atomic
def book_desk(*, person_id: int, desk_id: int, during: Interval, repeated: bool = False) -> Booking:
    """Book the desk for the person, or raise Refused with the rule or the rival in the way.

    `repeated` says that it is one of many dates booked at once: window and allowance are then those of series.
    An interval that has begun is cut at this minute: a full day booked at 10:07 holds the desk from 10:07.
    """
    with attempt(person_id=person_id, desk_id=desk_id, day=clock.city_day(during.start)):
        queue_for(person_id, desk_id)
        wish = wish_as_asked(person_id, desk_id, during, repeated=repeated)
        refuse_unless_allowed(wish)
        booking = hold(wish, asked=during)
    record_booking("booked", booking)
    return booking


@transaction.atomic
def change_booking(*, booking_id: int, desk_id: int | None = None, during: Interval | None = None) -> Booking:
    """Move to another desk, another time, or both. The old one is given up only if the new one is won.

    A booking not begun keeps its identity; put off to a time at which nobody can check in yet, it is booked again and
    checked in no more. One under way keeps what has been: to another desk it ends now and goes on there as a new
    booking (`moved_from`); on its own desk only its end can change.
    """
    booking = locked_booking(booking_id, desk_id)
    refuse_action(Action.CHANGE, booking)
    wanted_desk = booking.desk_id if desk_id is None else desk_id
    asked = Interval.of_range(booking.booked_during) if during is None else during
    with attempt(person_id=booking.person_id, desk_id=wanted_desk, day=clock.city_day(asked.start)):
        if booking.state == BookingState.CHECKED_IN and booking.start < clock.this_minute():
            return _change_under_way(booking, wanted_desk, asked)
        return _change_before(booking, wanted_desk, asked)


def _change_before(booking: Booking, wanted_desk: int, asked: Interval) -> Booking:
    keeps_start = (
        wanted_desk == booking.desk_id and booking.start <= clock.this_minute() and asked.start <= booking.start
    )
    begun_at = booking.start if keeps_start else None
    wish = wish_as_asked(booking.person_id, wanted_desk, asked, begun_at=begun_at, repeated=booking.repeated)
    refuse_unless_allowed(wish, but=booking.pk)
    return rewrite_booking(booking, wish, asked)


@transaction.atomic
def cancel_booking(*, booking_id: int, because: str = "person") -> Booking:
    """Give the booking up. It stays as a record; the desk and the person's stretch are free from this moment."""
    booking = locked_booking(booking_id)
    refuse_action(Action.CANCEL, booking)
    return end_booking(booking, BookingState.CANCELLED, because=because)


def end_booking(booking: Booking, state: BookingState, *, because: str) -> Booking:
    """Cancel or release a booking whose row the caller has locked, and let go of the person's stretch."""
    before = snapshot(booking)
    booking.state = state
    booking.ended_at = clock.now()
    booking.ended_because = because
    booking.save(update_fields=["state", "ended_at", "ended_because"])
    let_go(holder=holder_of(booking.pk), at=booking.ended_at)
    record_booking(str(state), booking, before=before, because=because)
    desk_freed(booking.desk_id, booking.day, booking.interval)
    return booking


def finish_booking(booking: Booking, at: datetime) -> None:
    """Check a booking out at the minute `at`, which lies inside it: desk and person are free from then on."""
    before, held = snapshot(booking), booking.interval
    during = Interval(booking.start, min(at, booking.end))
    booking.state = BookingState.CHECKED_OUT
    booking.checked_out_at = clock.now()
    booking.during = during.as_range()
    booking.save(update_fields=["state", "checked_out_at", "during"])
    reclaim(person_id=booking.person_id, during=during, holder=holder_of(booking.pk))
    record_booking("checked_out", booking, before=before)
    desk_freed(booking.desk_id, booking.day, held)


def cut_booking(booking: Booking, end: datetime, *, because: str) -> None:
    """Let a live booking end earlier, at `end`, which lies inside it; it stays booked or checked in."""
    before, held = snapshot(booking), booking.interval
    during = Interval(booking.start, end)
    booking.during = during.as_range()
    if booking.release_at is not None:
        booking.release_at = min(booking.release_at, end)
    booking.save(update_fields=["during", "release_at"])
    reclaim(person_id=booking.person_id, during=during, holder=holder_of(booking.pk))
    record_booking("cut", booking, before=before, because=because)
    desk_freed(booking.desk_id, booking.day, held)


def _change_under_way(booking: Booking, desk_id: int, asked: Interval) -> Booking:
    if desk_id == booking.desk_id:
        if asked.start not in (booking.start, Interval.of_range(booking.booked_during).start):
            raise Refused(BookingRefusal.STARTED_ALREADY, {"allowed_from": booking.start})
        wish = wish_as_asked(booking.person_id, desk_id, asked, begun_at=booking.start, repeated=booking.repeated)
        refuse_unless_allowed(wish, but=booking.pk)
        return rewrite_booking(booking, wish, asked)
    if asked.start > clock.this_minute():
        raise Refused(BookingRefusal.STARTED_ALREADY, {"allowed_from": booking.start})
    with freed_together():
        finish_booking(booking, clock.this_minute())
        wish = wish_as_asked(booking.person_id, desk_id, asked, repeated=booking.repeated)
        refuse_unless_allowed(wish)
        moved = hold(wish, asked=asked, state=BookingState.CHECKED_IN, moved_from=booking.pk)
    record_booking("moved", moved, before=snapshot(booking))
    return moved


def rewrite_booking(booking: Booking, wish: Wish, asked: Interval, *, kind: str = "changed", **more: str) -> Booking:
    """Let the locked booking hold what `wish` wants from now on; `kind` and `more` go into its event.

    Raises Refused when a rival has the desk or the person's stretch.
    """
    before, given_up = snapshot(booking), (booking.desk_id, booking.day, booking.interval)
    if _comes_later(booking, wish):
        booking.state, booking.checked_in_at = BookingState.BOOKED, None
    stand_as_wished(booking, wish)
    booking.day = wish.day
    booking.during = wish.during.as_range()
    booking.booked_during = asked.as_range()
    if booking.state == BookingState.BOOKED:
        booking.release_at = release_time(wish)
    try:
        with transaction.atomic():
            booking.save()
    except IntegrityError as error:
        if violated_constraint(error) != ONE_BOOKING_PER_DESK:
            raise
        rival = desk_taken(booking.desk_id, wish.during, wish.place.desk.code, but=booking.pk)
        raise (with_alternatives(rival, wish) if rival else error) from error
    reclaim(person_id=booking.person_id, during=wish.during, holder=holder_of(booking.pk), displaces=YIELDING)
    record_booking(kind, booking, before=before, **more)
    desk_freed(*given_up)
    return booking


def _comes_later(booking: Booking, wish: Wish) -> bool:
    """Whether who has checked in puts the booking off to a time at which nobody could check in yet."""
    if booking.state != BookingState.CHECKED_IN or wish.during.start <= booking.start:
        return False
    opens = timedelta(minutes=wish.rules.minutes("check_in_opens_minutes"))
    return clock.now() < wish.during.start - opens


def wish_as_asked(
    person_id: int, desk_id: int, asked: Interval, *, begun_at: datetime | None = None, repeated: bool = False
) -> Wish:
    """The wish, cut at this minute; a booking that has begun on the same desk keeps its start (`begun_at`)."""
    now = clock.this_minute()
    asked = clock.in_city(asked)
    held = Interval(begun_at, asked.end) if begun_at and begun_at < asked.end else None
    if held is None:
        held = cut_at_now(asked, now) if asked.end > now else asked
    wish = wish_for(person_id=person_id, desk_id=desk_id, during=held, repeated=repeated)
    building = wish.place.plan.building
    hours = OpenHours(clock.at(wish.day, building.opens_at), clock.at(wish.day, building.closes_at))
    if refused := hours_refused(asked, hours, now):
        raise refused
    return wish
