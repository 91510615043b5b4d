"""What somebody would wait for: the areas where that person may book, judged by a desk of each."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from bookings.selectors.booker import booker_on
from bookings.selectors.facts import Wish
from bookings.selectors.instead import AT_MOST, Alternative
from bookings.services.booking import wish_as_asked
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow, revisions
from spaces.policies.floor_plan import FloorPlan
from spaces.selectors import closures_overlapping, floor_plans
from spaces.selectors.desks import DeskOnFloor
from waitlists.policies.refusals import WaitRefusal


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of which day somebody waits for; `area_id` None is any of the person's own areas."""

    day: date
    during: Interval
    area_id: int | None
    features: Sequence[str] = ()


def areas_to_wait_for(person_id: int, wanted: Wanted) -> list[int]:
    """The areas in whose lines the person may stand. Raises Refused as booking a desk there would, but for rivals.

    The allowance is not asked: it is when an offer is accepted. Raises `no_desk_fits` where no desk has what is wanted,
    and `desks_are_free` with the way out where nobody needs to wait.
    """
    allowed: list[Wish] = []
    refusals: list[Refused] = []
    for desk in _a_desk_of_each(person_id, wanted):
        wish = wish_as_asked(person_id, desk.desk.id, wanted.during)
        refused = next(wish.refusals(0), None)
        if refused is None:
            allowed.append(wish)
        else:
            refusals.append(refused)
    if not allowed:
        raise refusals[0] if refusals else Refused(WaitRefusal.NO_DESK_FITS)
    area_ids = [wish.place.area.id for wish in allowed]
    if free := _free_now(allowed[0], area_ids, wanted.features):
        raise Refused(WaitRefusal.DESKS_ARE_FREE, {"instead": free})
    return area_ids


def _a_desk_of_each(person_id: int, wanted: Wanted) -> list[DeskOnFloor]:
    """For each area wanted a desk that would do: the first that is not closed, if there is any."""
    revision = revisions()[Slow.PLACES]
    plans = floor_plans(wanted.day, revision=revision)
    area_ids = [wanted.area_id] if wanted.area_id is not None else own_areas(person_id, wanted.day, plans)
    closures = closures_overlapping(wanted.during, revision=revision)

    def closed(place: DeskOnFloor) -> bool:
        return any(closure.closes(place.plan, place.desk) for closure in closures)

    found = []
    for area_id in area_ids:
        desks = [DeskOnFloor(desk, plan) for plan in plans for desk in plan.desks if desk.area_id == area_id]
        fitting = [place for place in desks if place.desk.mode == "bookable" and _has(place, wanted.features)]
        if fitting:
            found.append(min(fitting, key=closed))
    return found


def own_areas(person_id: int, day: date, plans: Sequence[FloorPlan]) -> list[int]:
    """Where the person's sections are at home that day; the common areas for whoever is at home nowhere."""
    departments = booker_on(person_id, day).departments
    weekday = day.weekday()
    areas = [area for plan in plans for area in plan.areas]
    own = [area.id for area in areas if area.is_home_of(departments, weekday)]
    return own or [area.id for area in areas if area.is_common(weekday)]


def _free_now(wish: Wish, area_ids: Collection[int], features: Collection[str]) -> list[Alternative]:
    free = wish.free_desks(list(area_ids))
    places = [place for area_id in area_ids for place in free[area_id] if _has(place, features)]
    return [
        Alternative(place.desk.id, place.desk.code, place.area.name, place.plan.floor.id) for place in places[:AT_MOST]
    ]


def _has(place: DeskOnFloor, features: Collection[str]) -> bool:
    return set(features) <= set(place.desk.features)
