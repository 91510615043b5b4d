"""Buildings, floors, and the layout in force on a day."""

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.revision import PerRevision, Slow, revisions
from spaces.models import AreaHome, AreaPlacement, Building, DeskPlacement, Floor, Layout
from spaces.policies.floor_plan import DAYS_OF_WEEK, BuildingHours, FloorPlan, PlacedArea, PlacedDesk, PlacedFloor


@dataclass(frozen=True, slots=True)
class _Hall:
    """Every building and floor, and the days from which each floor's layouts are in force."""

    buildings: Mapping[int, BuildingHours]
    floors: Mapping[int, PlacedFloor]
    days: Mapping[int, tuple[dt.date, ...]]
    layout_ids: Mapping[int, tuple[int, ...]]


def places_revision() -> int:
    """The revision of places now, for callers that have not read all revisions already."""
    return revisions()[Slow.PLACES]


def buildings(*, revision: int | None = None) -> tuple[BuildingHours, ...]:
    """Every building, in order of its code."""
    return tuple(_hall(revision).buildings.values())


def floors_of(building_id: int | None = None, *, revision: int | None = None) -> tuple[PlacedFloor, ...]:
    """The floors of one building or of all, the top floor first."""
    floors = _hall(revision).floors.values()
    return tuple(floor for floor in floors if building_id is None or floor.building.id == building_id)


def layout_in_force(floor_id: int, day: dt.date, *, revision: int | None = None) -> int | None:
    """The id of the floor's latest layout that has begun on `day`; None when none has, or there is no such floor."""
    hall = _hall(revision)
    begun = bisect_right(hall.days.get(floor_id, ()), day)
    return hall.layout_ids[floor_id][begun - 1] if begun else None


def floor_plan(floor_id: int, day: dt.date, *, revision: int | None = None) -> FloorPlan | None:
    """What stands on the floor on `day`, or None where no layout is in force.

    `revision` is that of Slow.PLACES, where the caller has it already. Costs no further query while it stands.
    """
    revision = places_revision() if revision is None else revision
    layout_id = layout_in_force(floor_id, day, revision=revision)
    return None if layout_id is None else _plans.get(layout_id, revision)


def floor_plans(day: dt.date, *, building_id: int | None = None, revision: int | None = None) -> tuple[FloorPlan, ...]:
    """The plans in force on `day` of all floors that have one, the top floor first."""
    revision = places_revision() if revision is None else revision
    every = (floor_plan(floor.id, day, revision=revision) for floor in floors_of(building_id, revision=revision))
    return tuple(plan for plan in every if plan is not None)


def plans_of(layout_ids: Iterable[int], *, revision: int | None = None) -> tuple[FloorPlan, ...]:
    """The plans of layouts, by their ids; each id has to exist."""
    revision = places_revision() if revision is None else revision
    return tuple(_plans.get(layout_id, revision) for layout_id in layout_ids)


def _hall(revision: int | None) -> _Hall:
    return _halls.get("all", places_revision() if revision is None else revision)


def _read_hall(_key: str) -> _Hall:
    buildings = {row.pk: _hours(row) for row in Building.objects.order_by("code")}
    floors = {
        row.pk: PlacedFloor(row.pk, row.code, row.name, row.level, buildings[row.building_id])
        for row in Floor.objects.order_by("building__code", "-level", "code")
        if row.building_id in buildings
    }
    days: dict[int, list[dt.date]] = defaultdict(list)
    layout_ids: dict[int, list[int]] = defaultdict(list)
    for layout_id, floor_id, day in Layout.objects.order_by("effective_from").values_list(
        "pk", "floor_id", "effective_from"
    ):
        if floor_id in floors:
            days[floor_id].append(day)
            layout_ids[floor_id].append(layout_id)
    return _Hall(
        buildings,
        floors,
        {floor_id: tuple(every) for floor_id, every in days.items()},
        {floor_id: tuple(every) for floor_id, every in layout_ids.items()},
    )


def _hours(row: Building) -> BuildingHours:
    return BuildingHours(
        id=row.pk,
        code=row.code,
        name=row.name,
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        day_starts_at=row.day_starts_at,
        am_ends_at=row.am_ends_at,
        pm_starts_at=row.pm_starts_at,
        day_ends_at=row.day_ends_at,
    )


def _read_plan(layout_id: int) -> FloorPlan:
    layout = Layout.objects.select_related("floor__building").defer("plan").get(pk=layout_id)
    floor = layout.floor
    return FloorPlan(
        floor=PlacedFloor(floor.pk, floor.code, floor.name, floor.level, _hours(floor.building)),
        layout_id=layout_id,
        effective_from=layout.effective_from,
        width=layout.width,
        height=layout.height,
        areas=_placed_areas(layout_id),
        desks=_placed_desks(layout_id),
    )


def _placed_areas(layout_id: int) -> tuple[PlacedArea, ...]:
    homes: dict[int, list[set[int]]] = defaultdict(lambda: [set() for _ in range(DAYS_OF_WEEK)])
    for placement_id, department_id, weekday in AreaHome.objects.filter(placement__layout_id=layout_id).values_list(
        "placement_id", "department_id", "weekday"
    ):
        for day in range(DAYS_OF_WEEK) if weekday is None else (weekday,):
            homes[placement_id][day].add(department_id)
    rows = AreaPlacement.objects.filter(layout_id=layout_id).select_related("area").order_by("area__code")
    return tuple(
        PlacedArea(
            id=row.area_id,
            code=row.area.code,
            name=row.name,
            x=row.x,
            y=row.y,
            width=row.width,
            height=row.height,
            homes_by_weekday=tuple(frozenset(ids) for ids in homes[row.pk]),
            overflow_ids=tuple(row.overflow),
        )
        for row in rows
    )


def _placed_desks(layout_id: int) -> tuple[PlacedDesk, ...]:
    rows = DeskPlacement.objects.filter(layout_id=layout_id).select_related("desk", "area").order_by("desk__code")
    return tuple(
        PlacedDesk(
            id=row.desk_id,
            code=row.desk.code,
            area_id=row.area.area_id,
            x=row.x,
            y=row.y,
            width=row.width,
            height=row.height,
            rotation=row.rotation,
            mode=row.mode,
            features=tuple(row.features),
            assigned_to_id=row.assigned_to_id,
        )
        for row in rows
    )


_halls = PerRevision(_read_hall)
_plans = PerRevision(_read_plan)
