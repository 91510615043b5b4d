"""The facts of desks, and of the areas, floors and buildings that they add up to."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from occupancy.models import DeskDay, PlaceDay
from occupancy.models.places import Held
from occupancy.policies.held_desks import assigned_of_places
from occupancy.policies.slot_counts import counts_by, total
from occupancy.services.seen import DaySeen
from spaces.models import DeskMode

_COUNTED = ("in_service", "booked", "checked_in", "sensed", "occupied")


def desk_rows(seen: DaySeen, *, working_day: bool) -> list[DeskDay]:
    """A row for each desk of the day's layouts. No desk is in use in a slot in which it was not in service."""
    booked: dict[int, int] = {}
    checked_in: dict[int, int] = {}
    for booking in seen.bookings:
        if (held := seen.held.get(booking.id)) is not None:
            booked[booking.desk_id] = booked.get(booking.desk_id, 0) | seen.mask([held])
            checked_in[booking.desk_id] = checked_in.get(booking.desk_id, 0) | seen.mask(seen.known[booking.id])
    rows = []
    for desk in seen.desks.desks:
        in_service = desk.in_service & seen.begun
        masks = {
            "in_service": in_service,
            "booked": booked.get(desk.id, 0) & in_service,
            "checked_in": checked_in.get(desk.id, 0) & in_service,
            "sensed": seen.sensed.sensed.get(desk.id, 0) & in_service,
            "occupied": seen.sensed.occupied.get(desk.id, 0) & in_service,
        }
        slots = {name: (mask & seen.core.mask).bit_count() for name, mask in masks.items()}
        rows.append(
            DeskDay(
                day=seen.day,
                working_day=working_day,
                desk_id=desk.id,
                floor_id=desk.floor_id,
                area_id=desk.area_id,
                layout_id=desk.layout_id,
                mode=desk.mode,
                **masks,
                service_slots=slots["in_service"],
                booked_slots=slots["booked"],
                checked_in_slots=slots["checked_in"],
                sensed_slots=slots["sensed"],
                occupied_slots=slots["occupied"],
            )
        )
    return rows


def place_rows(seen: DaySeen, desks: Sequence[DeskDay]) -> list[PlaceDay]:
    """Areas with their shared and their assigned desks, and floors and buildings as their sums.

    Assigned desks that are too few to be told of stand in rows of their own, at every level: the three kinds together
    are every desk there is.
    """
    areas = _area_rows(seen, desks)
    _add_readings_of_areas(seen, areas)
    floors = _sums(areas, lambda row: (row.building_id, row.floor_id))
    buildings = _sums(floors, lambda row: (row.building_id, None))
    every = [*areas, *floors, *buildings]
    shared = [row for row in every if row.held == Held.SHARED.value]
    assigned = [row for row in every if row.held == Held.ASSIGNED.value]
    return [*shared, *_divided(assigned)]


def _divided(assigned: Sequence[PlaceDay]) -> list[PlaceDay]:
    """The rows of assigned desks, each with what its place's figures leave out of it taken apart."""
    areas = [row for row in assigned if row.area_id is not None]
    if not areas:
        return []
    of_places = assigned_of_places(
        [np.array([getattr(row, name) for name in _COUNTED]) for row in areas],
        [row.floor_id or 0 for row in areas],
        [row.building_id for row in areas],
    )
    of_area = {row.area_id: part for row, part in zip(areas, of_places.areas, strict=True)}
    found = []
    for row in assigned:
        if row.area_id is not None:
            part = of_area[row.area_id]
        elif row.floor_id is not None:
            part = of_places.floors[row.floor_id]
        else:
            part = of_places.buildings[row.building_id]
        found.append(_row_of(row, Held.ASSIGNED, row.desks, part.shown.tolist()))
        if part.withheld_desks:
            found.append(_row_of(row, Held.WITHHELD, part.withheld_desks, part.withheld.tolist()))
    return found


def _row_of(place: PlaceDay, held: Held, desks: int, columns: Sequence[list[int]]) -> PlaceDay:
    return PlaceDay(
        day=place.day,
        building_id=place.building_id,
        floor_id=place.floor_id,
        area_id=place.area_id,
        held=held.value,
        desks=desks,
        **dict(zip(_COUNTED, columns, strict=True)),
    )


def _area_rows(seen: DaySeen, desks: Sequence[DeskDay]) -> list[PlaceDay]:
    number: dict[tuple[int, str], int] = {}
    for desk in desks:
        key = (desk.area_id, _held(desk))
        number[key] = number.get(key, 0) + 1
    counts = {
        name: counts_by(((desk.area_id, _held(desk)), getattr(desk, name)) for desk in desks) for name in _COUNTED
    }
    return [
        PlaceDay(
            day=seen.day,
            building_id=seen.desks.building_of_floor[seen.desks.floor_of_area[area_id]],
            floor_id=seen.desks.floor_of_area[area_id],
            area_id=area_id,
            held=held,
            desks=number[area_id, held],
            **{name: counts[name][area_id, held] for name in _COUNTED},
        )
        for area_id, held in sorted(number)
    ]


def _held(desk: DeskDay) -> str:
    return Held.ASSIGNED.value if desk.mode == DeskMode.ASSIGNED else Held.SHARED.value


def _add_readings_of_areas(seen: DaySeen, areas: Sequence[PlaceDay]) -> None:
    """A sensor that counts an area counts all of it: what the desks' own sensors leave of it is at the others.

    At the shared ones first.
    """
    for area_id, readings in seen.sensed.of_areas.items():
        rows = sorted((row for row in areas if row.area_id == area_id), key=lambda row: row.held != Held.SHARED.value)
        for slot, taken in readings.items():
            if not seen.begun >> slot & 1:
                continue
            left = max(taken - sum(row.occupied[slot] for row in rows), 0)
            for row in rows:
                more = min(left, row.in_service[slot] - row.sensed[slot])
                row.sensed[slot] = row.in_service[slot]
                row.occupied[slot] += more
                left -= more


def _sums(rows: Iterable[PlaceDay], place: Callable[[PlaceDay], tuple[int, int | None]]) -> list[PlaceDay]:
    parts: dict[tuple[int, int | None, str], list[PlaceDay]] = {}
    for row in rows:
        parts.setdefault((*place(row), row.held), []).append(row)
    return [
        PlaceDay(
            day=of_place[0].day,
            building_id=building_id,
            floor_id=floor_id,
            area_id=None,
            held=held,
            desks=sum(row.desks for row in of_place),
            **{name: total([getattr(row, name) for row in of_place]) for name in _COUNTED},
        )
        for (building_id, floor_id, held), of_place in parts.items()
    ]
