"""The desks of a day: where they stood, how they were used, and when they could be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core import clock
from core.interval import Interval
from core.prepared import prepared_cursor
from occupancy.policies.slot_counts import WHOLE_DAY, mask_of
from spaces.models import DeskMode
from spaces.policies.closed_places import closed_desks
from spaces.policies.floor_plan import FloorPlan
from spaces.selectors import closures_overlapping, floor_plans


@dataclass(frozen=True, slots=True)
class DeskThen:
    """A desk in the layout in force on the day; bit n of `in_service` is slot n."""

    id: int
    building_id: int
    floor_id: int
    area_id: int
    layout_id: int
    mode: str
    assigned_to_id: int | None
    in_service: int


@dataclass(frozen=True, slots=True)
class DesksOfDay:
    """Every desk of every floor, and the areas there were, by id with their floors and buildings."""

    desks: Sequence[DeskThen]
    floor_of_area: Mapping[int, int]
    building_of_floor: Mapping[int, int]


def desks_of_day(day: date) -> DesksOfDay:
    """The desks of the layouts in force on `day`, out of service where a closure said so."""
    plans = floor_plans(day)
    closures = closures_overlapping(Interval(clock.day_start(day), clock.day_end(day)))
    zone = clock.city_zone()
    desks: list[DeskThen] = []
    for plan in plans:
        closed = {
            desk_id: mask_of([(one.during.start, one.during.end) for one in closing], day, zone)
            for desk_id, closing in closed_desks(plan, closures).items()
        }
        desks += _desks(plan, closed)
    return DesksOfDay(
        desks,
        {area.id: plan.floor.id for plan in plans for area in plan.areas},
        {plan.floor.id: plan.building.id for plan in plans},
    )


def _desks(plan: FloorPlan, closed: Mapping[int, int]) -> list[DeskThen]:
    return [
        DeskThen(
            id=desk.id,
            building_id=plan.building.id,
            floor_id=plan.floor.id,
            area_id=desk.area_id,
            layout_id=plan.layout_id,
            mode=desk.mode,
            assigned_to_id=desk.assigned_to_id,
            in_service=0 if desk.mode == DeskMode.UNAVAILABLE else WHOLE_DAY & ~closed.get(desk.id, 0),
        )
        for desk in plan.desks
    ]


@dataclass(frozen=True, slots=True)
class SensedOfDay:
    """Slots with a reading and slots called taken, as bits, by desk; and by area, how many desks it called taken."""

    sensed: Mapping[int, int]
    occupied: Mapping[int, int]
    of_areas: Mapping[int, Mapping[int, int]]


_READINGS = """
SELECT slot, desk_id, area_id, occupied FROM occupancy_sensorslot WHERE day = %s
"""


def sensed_of_day(day: date) -> SensedOfDay:
    """What sensors said of a day."""
    sensed: dict[int, int] = {}
    occupied: dict[int, int] = {}
    of_areas: dict[int, dict[int, int]] = {}
    with prepared_cursor() as cursor:
        cursor.execute(_READINGS, [day])
        for slot, desk_id, area_id, taken in cursor.fetchall():
            if desk_id is None:
                of_areas.setdefault(area_id, {})[slot] = taken
            else:
                sensed[desk_id] = sensed.get(desk_id, 0) | 1 << slot
                occupied[desk_id] = occupied.get(desk_id, 0) | bool(taken) << slot
    return SensedOfDay(sensed, occupied, of_areas)
