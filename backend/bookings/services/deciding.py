"""Decide about a wish for a desk and write it down: the one way in which any booking comes to hold a desk."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from audit.context import acting_for
from bookings.models import ONE_BOOKING_PER_DESK, Booking, BookingState
from bookings.selectors.allowance import unfinished_bookings
from bookings.selectors.facts import Wish
from bookings.selectors.instead import with_alternatives
from bookings.selectors.rivals import desk_taken
from bookings.selectors.rules import RulesHere
from bookings.services.holder import holder_of
from core import clock
from core.insert import insert_unless_conflict
from core.interval import Interval
from core.locks import PLACES_AS_THEY_ARE, Locked, lock
from plans.models import Place
from plans.policies.claims import YIELDING
from plans.services.ledger import claim


def queue_for(person_id: int, *desk_ids: int) -> None:
    """Wait for everyone else who wants something of this person's day or of these desks."""
    queue_for_all([person_id], desk_ids)


def queue_for_all(person_ids: Iterable[int], desk_ids: Iterable[int]) -> None:
    """Wait for everyone else who wants something of these people's days or of these desks.

    Whoever books more than one desk, or for more than one person, takes all its locks here before the first booking:
    one call, one order. What each booking then asks for is held already.
    """
    people = [(Locked.PERSON, person_id) for person_id in sorted(set(person_ids))]
    desks = [(Locked.DESK, desk_id) for desk_id in sorted(set(desk_ids))]
    lock(*people, *desks, shared=[PLACES_AS_THEY_ARE])


def refuse_unless_allowed(wish: Wish, *, walk_up: bool = False, but: int | None = None) -> None:
    """Raise Refused with the first rule or closure in the way. `but` is the booking that would be given up."""
    person_id = wish.booker.person_id
    live = 0 if walk_up else unfinished_bookings(person_id, clock.now(), but=but, repeated=wish.repeated)
    refused = next(wish.refusals(live, walk_up=walk_up), None)
    if refused is not None:
        raise with_alternatives(refused, wish)


def hold(
    wish: Wish,
    *,
    asked: Interval,
    state: BookingState = BookingState.BOOKED,
    walk_up: bool = False,
    moved_from: int | None = None,
) -> Booking:
    """Insert the booking and claim the person's stretch. Raises Refused when a rival has the desk or the stretch."""
    booking = unsaved_booking(wish, asked=asked, state=state, walk_up=walk_up, moved_from=moved_from)
    while not insert_unless_conflict(booking, ONE_BOOKING_PER_DESK):
        if rival := desk_taken(wish.place.desk.id, wish.during, wish.place.desk.code):
            raise with_alternatives(rival, wish)
    claim(
        person_id=booking.person_id,
        during=wish.during,
        place=Place.OFFICE,
        holder=holder_of(booking.pk),
        displaces=YIELDING,
    )
    return booking


def unsaved_booking(
    wish: Wish, *, asked: Interval, state: BookingState, walk_up: bool = False, moved_from: int | None = None
) -> Booking:
    """The wish as a row, which holds nothing before it is inserted."""
    now = clock.now()
    plan, area = wish.place.plan, wish.place.area
    return Booking(
        person_id=wish.booker.person_id,
        booked_by_id=acting_for(wish.booker.person_id),
        desk_id=wish.place.desk.id,
        floor_id=plan.floor.id,
        area_id=area.id,
        department_id=wish.booker.department_id,
        day=wish.day,
        during=wish.during.as_range(),
        booked_during=asked.as_range(),
        state=state,
        walk_up=walk_up,
        spilled_over=spills_over(wish),
        repeated=wish.repeated,
        moved_from_id=moved_from,
        release_at=release_time(wish) if state is BookingState.BOOKED else None,
        created_at=now,
        checked_in_at=now if state is BookingState.CHECKED_IN else None,
        revision=0,
    )


def spills_over(wish: Wish) -> bool:
    """Whether the desk lies in an area where other departments are at home that day."""
    weekday = wish.day.weekday()
    area = wish.place.area
    return not area.is_common(weekday) and not area.is_home_of(wish.booker.departments, weekday)


def stand_as_wished(booking: Booking, wish: Wish) -> None:
    """Let the booking, not saved here, say where its desk stands on the wish's day and for which section it is."""
    booking.desk_id = wish.place.desk.id
    booking.floor_id = wish.place.plan.floor.id
    booking.area_id = wish.place.area.id
    booking.department_id = wish.booker.department_id
    booking.spilled_over = spills_over(wish)


def release_time(wish: Wish) -> datetime | None:
    """When the booking is released if nobody checks in: the grace after its start, or after now when it has begun."""
    return release_by_rules(wish.rules, wish.during)


def release_by_rules(rules: RulesHere, during: Interval) -> datetime | None:
    """The same for a stretch under the rules that hold for its desk and person."""
    grace = rules.minutes("release_after_minutes")
    if not grace:
        return None
    return min(max(during.start, clock.now()) + timedelta(minutes=grace), during.end)
