"""Why not: everything that stands in the way of a person, a desk and a stretch of a day, and not only the first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bookings.models import Booking
from bookings.policies.hours import OpenHours, cut_at_now, hours_refused
from bookings.policies.refusals import BookingRefusal
from bookings.policies.way_out import WAY_OUT, WayOut
from bookings.selectors.allowance import unfinished_bookings
from bookings.selectors.facts import Wish, wish_for
from bookings.selectors.rivals import desk_taken
from core import clock
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow
from plans.policies import claim_refused
from plans.policies.claims import YIELDING
from plans.selectors.ledger import held_stretch
from plans.selectors.working_days import CityCalendar, city_calendar
from spaces.selectors.desks import DeskOnFloor

LOOKED_AHEAD_DAYS = 800


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing in the way: `until` is when it will be over by itself, None while somebody would have to change it."""

    refused: Refused
    until: date | datetime | None
    way_out: WayOut


def reasons(person_id: int, place: DeskOnFloor, asked: Interval) -> list[Reason]:
    """Every rule, rival and closure that refuses the person this desk now, in the order in which they are asked."""
    now = clock.this_minute()
    asked = clock.in_city(asked)
    day = clock.city_day(asked.start)
    building = place.plan.building
    hours = OpenHours(clock.at(day, building.opens_at), clock.at(day, building.closes_at))
    if refused := hours_refused(asked, hours, now):
        return [Reason(refused, None, WAY_OUT[refused.code])]
    wish = wish_for(person_id=person_id, desk_id=place.desk.id, during=cut_at_now(asked, now))
    calendar = city_calendar(wish.now_revisions[Slow.CALENDAR])
    return [Reason(refused, _until(refused, wish, calendar), WAY_OUT[refused.code]) for refused in _every(wish)]


def _every(wish: Wish) -> Iterator[Refused]:
    person_id, desk = wish.booker.person_id, wish.place.desk
    yield from wish.refusals(unfinished_bookings(person_id, clock.now()))
    if rival := desk_taken(desk.id, wish.during, desk.code):
        yield rival
    if held := held_stretch(person_id, wish.during, unless=YIELDING):
        yield claim_refused(held)


def _until(refused: Refused, wish: Wish, calendar: CityCalendar) -> date | datetime | None:
    facts = refused.facts
    match refused.code:
        case BookingRefusal.BEYOND_WINDOW:
            return _bookable_from(wish.day, calendar, int(wish.rules.rule("window_working_days").value))
        case BookingRefusal.NO_SHOW_LIMITED:
            limited_until: date = facts["limited_until"]
            return limited_until
        case BookingRefusal.NOT_A_WORKING_DAY:
            return calendar.working_days_from(wish.day, 1)[0]
        case BookingRefusal.QUOTA_REACHED:
            return _first_end(wish.booker.person_id)
    rival = facts.get("conflicts_with")
    end: datetime | None = rival["end"] if rival else None
    return end


def _bookable_from(day: date, calendar: CityCalendar, window: int) -> date | None:
    """The first day on which the window reaches `day`, None where that lies too far ahead to say."""
    ahead = (clock.today() + timedelta(days=number) for number in range(LOOKED_AHEAD_DAYS))
    first = max(clock.today(), day - timedelta(days=2 * window + 31))
    return next((one for one in ahead if one >= first and calendar.last_day_of_window(one, window) >= day), None)


def _first_end(person_id: int) -> datetime | None:
    """When the first of the bookings that use up the allowance is over."""
    single = Booking.objects.of(person_id).unfinished(clock.now()).filter(repeated=False)
    first = single.order_by("during").first()
    return first.end if first else None
