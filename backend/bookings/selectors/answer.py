"""Asked beforehand: would this booking, or a check-in here and now, be refused, and why."""

from typing import Literal

from bookings.models import Booking
from bookings.policies.hours import OpenHours, cut_at_now, hours_refused
from bookings.policies.presence import Action, action_refused
from bookings.policies.refusals import BookingRefusal
from bookings.selectors.allowance import unfinished_bookings
from bookings.selectors.desk_day import DeskDay
from bookings.selectors.desk_now import booking_here
from bookings.selectors.facts import wish_for
from bookings.selectors.instead import with_alternatives
from bookings.selectors.moment import moment_of
from bookings.selectors.rivals import desk_taken
from core import clock
from core.interval import Interval
from core.refused import Refused
from plans.policies import claim_refused
from plans.policies.claims import YIELDING
from plans.selectors.ledger import held_stretch
from spaces.selectors.desks import DeskOnFloor

CheckIn = Literal["none", "my_booking", "walk_up"]


def booking_answer(person_id: int | None, place: DeskOnFloor, asked: Interval, seen: DeskDay) -> Refused | None:
    """What `book_desk` would answer now, or None when it would book. Changes nothing.

    A booking that the person already holds meanwhile is told last: giving it up for this desk is one tap away.
    """
    if person_id is None:
        return Refused(BookingRefusal.ACCOUNT_WITHOUT_PERSON)
    now = clock.this_minute()
    asked = clock.in_city(asked)
    hours = OpenHours(seen.opens_at, seen.closes_at)
    if refused := hours_refused(asked, hours, now):
        return refused
    during = cut_at_now(asked, now)
    mine = seen.my_booking
    repeated = mine is not None and mine.repeated
    wish = wish_for(person_id=person_id, desk_id=place.desk.id, during=during, repeated=repeated)
    live = unfinished_bookings(person_id, clock.now(), but=mine.pk if mine else None, repeated=repeated)
    refused = next(wish.refusals(live), None) or desk_taken(place.desk.id, during, place.desk.code)
    if refused is not None:
        return with_alternatives(refused, wish)
    held = held_stretch(person_id, during, unless=YIELDING)
    return claim_refused(held) if held else None


def check_in_here(person_id: int | None, place: DeskOnFloor, seen: DeskDay) -> CheckIn:
    """What a check-in at this desk would do now: nothing, the person's own booking, or a walk-up."""
    if person_id is None or seen.day != clock.today():
        return "none"
    mine = booking_here(person_id, place.desk.id, clock.now())
    if mine is not None:
        moment = moment_of(Booking.objects.get(pk=mine))
        if action_refused(Action.CHECK_IN, moment) is None:
            return "my_booking"
        if moment.during.start <= clock.now():
            return "none"
    return "walk_up" if _may_sit_down(person_id, place, seen) else "none"


def _may_sit_down(person_id: int, place: DeskOnFloor, seen: DeskDay) -> bool:
    now = clock.this_minute()
    if not seen.opens_at <= now < seen.closes_at or any(held.during.holds(now) for held, _ in seen.held):
        return False
    if any(closed.during.holds(now) for closed in seen.closures):
        return False
    desk = place.desk
    return desk.mode in ("bookable", "drop_in") or desk.assigned_to_id == person_id or seen.lent
