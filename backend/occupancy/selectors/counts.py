"""What was counted by eye, what can be counted, and what bookings say beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core import clock
from core.interval import Interval
from occupancy.models import FloorCount
from occupancy.policies.counts import walking_order
from occupancy.policies.evidence import BookingSeen, held_of
from occupancy.policies.reporting_units import SMALLEST_GROUP
from occupancy.selectors.bookings_of_day import bookings_seen
from spaces.models import DeskMode
from spaces.policies.floor_plan import FloorPlan, PlacedArea
from spaces.selectors import desks_closed, floor_plan, floor_plans


@dataclass(frozen=True, slots=True)
class CountBeside:
    """A count, and at how many desks of the area a booking said somebody sits then; `checked_in` of them came.

    Desks assigned to somebody are left out where an area has fewer than five: they would tell who was there
    (docs/decisions/0058).
    """

    count: FloorCount
    booked: int
    checked_in: int


@dataclass(frozen=True, slots=True)
class AreaToCount:
    """An area on the walk: how many of its desks can be in use at this instant, and the day's last count of it."""

    area: PlacedArea
    in_service: int
    last: FloorCount | None


def area_on(day: date, area_id: int) -> FloorPlan | None:
    """The plan of the floor on which the area is on `day`; None where it is on none."""
    return next((plan for plan in floor_plans(day) if area_id in plan.area_by_id), None)


def desks_in_service(plan: FloorPlan, at: datetime) -> dict[int, int]:
    """By area of the floor, how many desks could be in use at an instant: all but those out of use or closed."""
    closed = desks_closed(plan, Interval(at, at + timedelta(microseconds=1)))
    found = dict.fromkeys(plan.area_by_id, 0)
    for desk in plan.desks:
        if desk.mode != DeskMode.UNAVAILABLE and desk.id not in closed:
            found[desk.area_id] += 1
    return found


def walk_of(floor_id: int) -> list[AreaToCount] | None:
    """The floor's areas of today in walking order, without those that have no desk; None without a layout.

    What bookings say is left out, so that it does not lead the eye of whoever counts.
    """
    now = clock.now()
    plan = floor_plan(floor_id, clock.city_day(now))
    if plan is None:
        return None
    in_service = desks_in_service(plan, now)
    last = {count.area_id: count for count in _standing(clock.city_day(now), floor_id)}
    with_desks = {desk.area_id for desk in plan.desks}
    return [
        AreaToCount(area, in_service[area.id], last.get(area.id))
        for area in walking_order(plan.areas)
        if area.id in with_desks
    ]


def counts_of(day: date, floor_id: int | None) -> list[CountBeside]:
    """The standing counts of a day, of one floor or of all, in order of time."""
    return beside_bookings(day, _standing(day, floor_id))


def beside_bookings(day: date, counts: Sequence[FloorCount]) -> list[CountBeside]:
    """Counts of one day with what bookings say of the same instants."""
    bookings = bookings_seen(day) if counts else []
    areas, not_told = {count.area_id for count in counts}, _desks_not_told(day) if counts else set()
    of_areas = [one for one in bookings if one.area_id in areas and one.desk_id not in not_told]
    return [_beside(count, of_areas) for count in counts]


def _desks_not_told(day: date) -> set[int]:
    """The assigned desks of areas that have too few of them."""
    of_areas: dict[int, list[int]] = {}
    for plan in floor_plans(day):
        for desk in plan.desks:
            if desk.mode == DeskMode.ASSIGNED:
                of_areas.setdefault(desk.area_id, []).append(desk.id)
    return {desk for desks in of_areas.values() if len(desks) < SMALLEST_GROUP for desk in desks}


def _standing(day: date, floor_id: int | None) -> list[FloorCount]:
    rows = FloorCount.objects.filter(day=day, withdrawn_at__isnull=True)
    if floor_id is not None:
        rows = rows.filter(floor_id=floor_id)
    return list(rows.order_by("at", "pk"))


def _beside(count: FloorCount, bookings: Iterable[BookingSeen]) -> CountBeside:
    held: dict[int, bool] = {}
    for booking in bookings:
        stretch = held_of(booking, booking.end)
        if booking.area_id != count.area_id or stretch is None or not stretch[0] <= count.at < stretch[1]:
            continue
        came = booking.checked_in_at is not None and booking.checked_in_at <= count.at
        held[booking.desk_id] = held.get(booking.desk_id, False) or came
    return CountBeside(count, len(held), sum(held.values()))
