"""Places as plain values for JSON, in the shapes of `answers`."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from spaces.policies.floor_plan import STEP_MINUTES, BuildingHours, FloorPlan, PlacedDesk
from spaces.selectors.desks import DeskOnFloor
from spaces.selectors.floor_reading import FloorReading

UNAVAILABLE = "unavailable"


def building_shape(building: BuildingHours) -> dict[str, Any]:
    """A Building."""
    parts = {
        "full": (building.day_starts_at, building.day_ends_at),
        "am": (building.day_starts_at, building.am_ends_at),
        "pm": (building.pm_starts_at, building.day_ends_at),
    }
    return {
        "id": building.id,
        "code": building.code,
        "name": building.name,
        "opens_at": _clock(building.opens_at),
        "closes_at": _clock(building.closes_at),
        "step_minutes": STEP_MINUTES,
        "parts": {name: {"start": _clock(start), "end": _clock(end)} for name, (start, end) in parts.items()},
    }


def floor_shape(plan: FloorPlan) -> dict[str, Any]:
    """A Floor."""
    return {
        "id": plan.floor.id,
        "building": plan.building.id,
        "code": plan.floor.code,
        "name": plan.floor.name,
        "desks": sum(desk.mode != UNAVAILABLE for desk in plan.desks),
    }


def desk_shape(desk: PlacedDesk, assigned_to: Mapping[str, Any] | None) -> dict[str, Any]:
    """A Desk; `assigned_to` is the PersonBrief of its person as far as the viewer may know."""
    return {
        "id": desk.id,
        "code": desk.code,
        "area": desk.area_id,
        "x": desk.x,
        "y": desk.y,
        "width": desk.width,
        "height": desk.height,
        "rotation": desk.rotation,
        "mode": desk.mode,
        "features": desk.features,
        "assigned_to": assigned_to,
    }


def floor_detail_shape(reading: FloorReading) -> dict[str, Any]:
    """A FloorDetail."""
    plan = reading.plan
    return {
        "id": plan.floor.id,
        "building": plan.building.id,
        "code": plan.floor.code,
        "name": plan.floor.name,
        "layout": plan.layout_id,
        "effective_from": plan.effective_from,
        "width": plan.width,
        "height": plan.height,
        "plan_url": plan_url(plan.layout_id),
        "areas": [
            {
                "id": area.id,
                "code": area.code,
                "name": area.name,
                "x": area.x,
                "y": area.y,
                "width": area.width,
                "height": area.height,
                "departments": reading.departments[area.id],
                "mine": area.id in reading.mine,
            }
            for area in plan.areas
        ],
        "desks": [desk_shape(desk, reading.people.get(desk.assigned_to_id or 0)) for desk in plan.desks],
    }


def desk_found_shape(found: DeskOnFloor) -> dict[str, Any]:
    """A DeskFound."""
    return {
        "id": found.desk.id,
        "code": found.desk.code,
        "floor": found.plan.floor.id,
        "floor_name": found.plan.floor.name,
        "area_name": found.area.name,
        "mode": found.desk.mode,
    }


def plan_url(layout_id: int) -> str:
    """Where the drawing of a layout is; a changed drawing belongs to another layout."""
    return reverse("layout-plan", args=[layout_id])


def _clock(time: dt.time) -> str:
    return time.strftime("%H:%M")
