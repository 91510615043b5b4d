"""The desks among which one is chosen for a person, with what speaks for each."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import hypot

from bookings.models import Booking
from bookings.selectors.facts import Wish
from bookings.services.booking import wish_as_asked
from core import clock
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow
from people.models import Person
from people.policies.visibility import Viewer, may_see_where
from people.selectors.seen import seen_people
from plans.selectors.working_days import CityCalendar, city_calendar
from seating.policies.choosing import Candidate
from seating.policies.refusals import SeatingRefusal
from spaces.selectors import floor_plans, placed_desk
from spaces.selectors.desks import DeskOnFloor

WORKING_DAYS_BEFORE = 3
"""A desk at which one sat on one of these days before is not chosen as long as there is another."""

OWN, ALSO_OWN, OVERFLOW, COMMON = range(4)
"""Ranks of areas: the section of the main post, those of concurrent posts, where they overflow to, everybody's."""


@dataclass(frozen=True, slots=True)
class DeskWanted:
    """Whose desk, when, and how it should be. `near` is a colleague; `besides` are desks that were offered already."""

    person_id: int
    asked: Interval
    near: Person | None = None
    features: Sequence[str] = ()
    besides: Collection[int] = ()


@dataclass(frozen=True, slots=True)
class Candidates:
    """What there is to choose from. `near_known` says that the colleague's desk is known to whoever asks."""

    desks: Sequence[Candidate]
    near_known: bool


def candidates_for(wanted: DeskWanted, viewer: Viewer) -> Candidates:
    """The free desks that the person may have at that time; five queries. Raises Refused for hours nobody can have."""
    wish = wish_of_person(wanted.person_id, wanted.asked)
    near = _desk_of(wanted.near, wish, viewer) if wanted.near is not None else None
    lately = _desks_sat_at(wanted.person_id, wish.day, city_calendar(wish.now_revisions[Slow.CALENDAR]))
    desks = [
        Candidate(
            desk_id=place.desk.id,
            code=place.desk.code,
            area_rank=rank,
            lacks=tuple(feature for feature in wanted.features if feature not in place.desk.features),
            sat_lately=place.desk.id in lately,
            metres=_metres(place, near),
        )
        for rank, place in open_desks(wish)
        if place.desk.id not in wanted.besides
    ]
    return Candidates(desks, near is not None)


def wish_of_person(person_id: int, asked: Interval) -> Wish:
    """The person's wish for any desk at that time: which areas are theirs does not depend on the desk asked about."""
    plans = floor_plans(clock.city_day(asked.start))
    desk = next((desk for plan in plans for desk in plan.desks), None)
    if desk is None:
        raise Refused(SeatingRefusal.NO_DESK_TO_CHOOSE)
    return wish_as_asked(person_id, desk.id, asked)


def open_desks(wish: Wish) -> list[tuple[int, DeskOnFloor]]:
    """Free desks with the rank of their area: the own ones, common ones, and of the overflow areas the first with room
    once the own ones are full, as the group address has it.
    """
    order = wish.area_order()
    free = wish.free_desks(order.all())
    main = {area_id for area_id in order.own if _is_main(wish, area_id)}
    ranked = [(OWN if area_id in main else ALSO_OWN, place) for area_id in order.own for place in free[area_id]]
    if not ranked:
        first = next((area_id for area_id in order.overflow if free[area_id]), None)
        ranked = [(OVERFLOW, place) for place in free[first]] if first is not None else []
    return ranked + [(COMMON, place) for area_id in order.common for place in free[area_id]]


def working_days_before(calendar: CityCalendar, day: date, count: int) -> list[date]:
    """The `count` working days before `day`, the latest first."""
    found: list[date] = []
    while len(found) < count:
        day -= timedelta(days=1)
        if calendar.is_working_day(day):
            found.append(day)
    return found


def _is_main(wish: Wish, area_id: int) -> bool:
    plans = floor_plans(wish.day, revision=wish.now_revisions[Slow.PLACES])
    areas = (plan.area_by_id[area_id] for plan in plans if area_id in plan.area_by_id)
    return any(area.is_home_of(wish.booker.lineage, wish.day.weekday()) for area in areas)


def _desk_of(person: Person, wish: Wish, viewer: Viewer) -> DeskOnFloor | None:
    """Where the colleague sits at that time, as far as `viewer` may know."""
    seen = seen_people([person], first=wish.day, last=wish.day)[person.pk]
    if not may_see_where(viewer, seen, day=wish.day, today=clock.today()):
        return None
    held = Booking.objects.holding().made().of(person.pk).within(wish.day, wish.during).order_by("during").first()
    return placed_desk(held.desk_id, wish.day, revision=wish.now_revisions[Slow.PLACES]) if held else None


def _desks_sat_at(person_id: int, day: date, calendar: CityCalendar) -> frozenset[int]:
    days = working_days_before(calendar, day, WORKING_DAYS_BEFORE)
    rows = Booking.objects.holding().made().of(person_id).filter(day__in=days)
    return frozenset(rows.values_list("desk_id", flat=True))


def _metres(place: DeskOnFloor, near: DeskOnFloor | None) -> float | None:
    if near is None or near.plan.floor.id != place.plan.floor.id:
        return None
    return round(hypot(place.desk.x - near.desk.x, place.desk.y - near.desk.y), 2)
