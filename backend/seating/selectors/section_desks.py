"""The desks that a department draws: in its areas, where these overflow to, and the common ones beside them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from bookings.models import Booking
from core.interval import Interval
from people.models import Department
from seating.policies.adjacency import DeskBox
from seating.selectors.candidates import COMMON, OVERFLOW, OWN
from spaces.policies.floor_plan import FloorPlan, PlacedArea, PlacedDesk
from spaces.selectors import closures_overlapping, floor_plans
from spaces.selectors.desks import DeskOnFloor


@dataclass(frozen=True, slots=True)
class RankedDesk:
    """A desk with the rank of its area: 0 for the department's own, more for each area after them."""

    rank: int
    kind: int
    place: DeskOnFloor


def desks_of_section(department: Department, day: date, only_areas: Sequence[int] | None) -> list[RankedDesk]:
    """The bookable desks in which the department draws, free or not, in the order of areas; one query.

    Own areas come first, then those they overflow to in order, then common areas of the same floors. `only_areas`
    leaves only these, in that same order.
    """
    weekday = day.weekday()
    plans = floor_plans(day)
    everywhere = {area.id: (area, plan) for plan in plans for area in plan.areas}
    departments = _departments(department)
    own = [area for area, _ in everywhere.values() if area.is_home_of(departments, weekday)]
    floors = {everywhere[area.id][1].floor.id for area in own}
    overflow = dict.fromkeys(after for area in own for after in area.overflow_ids)
    common = [
        area for area, plan in everywhere.values() if area.is_common(weekday) and (plan.floor.id in floors or not own)
    ]
    ranks: dict[int, tuple[int, int]] = {area.id: (0, OWN) for area in own}
    for after in [area_id for area_id in overflow if area_id in everywhere]:
        ranks.setdefault(after, (len(set(ranks.values())), OVERFLOW))
    last = len(set(ranks.values()))
    for area in common:
        ranks.setdefault(area.id, (last, COMMON))
    return [
        RankedDesk(rank, kind, DeskOnFloor(desk, plan))
        for area_id, (rank, kind) in ranks.items()
        if only_areas is None or area_id in only_areas
        for area, plan in [everywhere[area_id]]
        for desk in _bookable(plan, area)
    ]


def free_of(
    desks: Sequence[RankedDesk], day: date, during: Interval, *, freed: Collection[int] = ()
) -> list[RankedDesk]:
    """Those that nobody holds and nothing closes; the bookings `freed` (by id) count as given up. Two queries."""
    held = Booking.objects.holding().within(day, during).filter(desk_id__in=[one.place.desk.id for one in desks])
    taken = set(held.exclude(pk__in=freed).values_list("desk_id", flat=True))
    closures = closures_overlapping(during)
    return [
        one
        for one in desks
        if one.place.desk.id not in taken
        and not any(closure.closes(one.place.plan, one.place.desk) for closure in closures)
    ]


def box_of(place: DeskOnFloor, rank: int = 0) -> DeskBox:
    """The desk as it stands."""
    desk = place.desk
    return DeskBox(
        desk_id=desk.id,
        code=desk.code,
        floor_id=place.plan.floor.id,
        x=desk.x,
        y=desk.y,
        width=desk.width,
        height=desk.height,
        rotation=desk.rotation,
        rank=rank,
    )


def _bookable(plan: FloorPlan, area: PlacedArea) -> list[PlacedDesk]:
    return [desk for desk in plan.desks_in(area.id) if desk.mode == "bookable"]


def _departments(department: Department) -> set[int]:
    """The department, all above it, and all below it."""
    below = Department.objects.filter(lineage__contains=[department.pk]).values_list("pk", flat=True)
    return {*(department.lineage or ()), department.pk, *below}
