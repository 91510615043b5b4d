"""How a booking lets go of a stretch of somebody's day that something else displaces: a telework day, a leave."""

from collections.abc import Iterable, Mapping

from bookings.models import Booking, BookingState
from bookings.policies.states import LIVE
from bookings.selectors.moment import rules_of
from bookings.services.booking import cut_booking, end_booking, finish_booking
from bookings.services.deciding import queue_for, queue_for_all, release_by_rules
from bookings.services.freeing import desk_freed, freed_together
from bookings.services.holder import KIND, holder_of
from bookings.services.recording import record_booking, record_bookings, snapshot
from core import clock
from core.interval import Interval
from core.revision import revisions
from plans.models import Place
from plans.services.ledger import claim, let_go_all

DISPLACED = "displaced"


def queue_for_bookings(person_ids: Iterable[int], booking_ids: Iterable[int]) -> None:
    """Wait for everyone else who wants these people's days or the desks of these bookings, which will be let go.

    Who holds the people's locks already finds the desks as they stay: a booking changes only under its person's lock.
    """
    desks = Booking.objects.filter(pk__in=list(booking_ids)).values_list("desk_id", flat=True)
    queue_for_all(person_ids, list(desks))


def let_booking_go(booking_id: int, during: Interval) -> None:
    """Give up what the booking holds of `during`, in the caller's transaction; the rest of its stretch is kept.

    What lies before stays the same booking; what lies after goes on as a booking of its own (`moved_from`). Nothing
    that has been is changed: of a booking under way only what is still to come goes.
    """
    seen = Booking.objects.get(pk=booking_id)
    queue_for(seen.person_id, seen.desk_id)
    booking = Booking.objects.select_for_update().get(pk=booking_id)
    if booking.state not in LIVE or not booking.interval.overlaps(during):
        return
    whole, start = booking.interval, booking.start
    keeps_before = start < during.start
    with freed_together():
        if keeps_before:
            cut_booking(booking, during.start, because=DISPLACED)
        elif booking.state == BookingState.CHECKED_IN and start < clock.this_minute():
            finish_booking(booking, clock.this_minute())
        else:
            end_booking(booking, BookingState.CANCELLED, because=DISPLACED)
        if during.end < whole.end:
            _go_on_after(booking, Interval(during.end, whole.end))


def let_bookings_go(wanted: Mapping[int, Interval]) -> set[int]:
    """Give up those of these bookings that nobody has come to and that lie whole in what is wanted of them.

    In the caller's transaction, which has queued for them, and in few statements; answers their ids.
    """
    rows = Booking.objects.select_for_update().filter(pk__in=list(wanted), state=BookingState.BOOKED).order_by("pk")
    going = [booking for booking in rows if wanted[booking.pk].covers(booking.interval)]
    now = clock.now()
    changed = [(booking, snapshot(booking)) for booking in going]
    for booking in going:
        booking.state, booking.ended_at, booking.ended_because = BookingState.CANCELLED, now, DISPLACED
    ids = [booking.pk for booking in going]
    Booking.objects.filter(pk__in=ids).update(state=BookingState.CANCELLED, ended_at=now, ended_because=DISPLACED)
    let_go_all(kind=KIND, holder_ids=ids, at=now)
    record_bookings(str(BookingState.CANCELLED), changed, because=DISPLACED)
    with freed_together():
        for booking in going:
            desk_freed(booking.desk_id, booking.day, booking.interval)
    return set(ids)


def _go_on_after(booking: Booking, rest: Interval) -> None:
    before = snapshot(booking)
    rules = rules_of([booking], revisions())[booking.pk]
    kept = Booking.objects.create(
        person_id=booking.person_id,
        booked_by_id=booking.booked_by_id,
        desk_id=booking.desk_id,
        floor_id=booking.floor_id,
        area_id=booking.area_id,
        department_id=booking.department_id,
        day=booking.day,
        during=rest.as_range(),
        booked_during=rest.as_range(),
        state=BookingState.BOOKED,
        spilled_over=booking.spilled_over,
        repeated=booking.repeated,
        moved_from_id=booking.pk,
        release_at=release_by_rules(rules, rest),
        created_at=clock.now(),
        revision=0,
    )
    claim(person_id=kept.person_id, during=rest, place=Place.OFFICE, holder=holder_of(kept.pk))
    record_booking("moved", kept, before=before, because=DISPLACED)
