"""How many desks are free on every floor."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bookings.models import Booking
from bookings.selectors.loans import lent_desks
from core.interval import Interval
from core.revision import Slow
from spaces.policies.closed_places import closed_desks
from spaces.policies.floor_plan import BuildingHours
from spaces.selectors import closures_overlapping, floor_plans


def free_counts(building: BuildingHours, day: date, during: Interval, slow: Mapping[Slow, int]) -> list[dict[str, Any]]:
    """How many desks of each floor and area of a building are free in `during`, the top floor first; one query."""
    taken = set(Booking.objects.holding().within(day, during).values_list("desk_id", flat=True))
    closures = closures_overlapping(during, revision=slow[Slow.PLACES])
    lent = lent_desks(day, slow[Slow.LOANS])
    answer = []
    for plan in floor_plans(day, building_id=building.id, revision=slow[Slow.PLACES]):
        closed = closed_desks(plan, closures) if closures else {}
        areas = {area.id: {"area": area.id, "free": 0, "drop_in": 0} for area in plan.areas}
        in_service = 0
        for desk in plan.desks:
            if desk.mode == "unavailable" or desk.id in closed:
                continue
            in_service += 1
            if desk.id in taken:
                continue
            if desk.mode == "bookable" or desk.id in lent:
                areas[desk.area_id]["free"] += 1
            elif desk.mode == "drop_in":
                areas[desk.area_id]["drop_in"] += 1
        rows = list(areas.values())
        answer.append(
            {
                "floor": plan.floor.id,
                "in_service": in_service,
                "free": sum(row["free"] for row in rows),
                "drop_in": sum(row["drop_in"] for row in rows),
                "areas": rows,
            }
        )
    return answer
