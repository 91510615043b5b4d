"""The areas of a day, as days are filled by them."""

from collections.abc import Sequence
from datetime import date

from demonstration.policies.areas import AreaToFill
from spaces.policies.floor_plan import FloorPlan


def areas_to_fill(plans: Sequence[FloorPlan], day: date) -> list[AreaToFill]:
    """Every area of the layouts in force on `day`."""
    return [
        AreaToFill(
            id=area.id,
            floor_id=plan.floor.id,
            departments=area.homes(day.weekday()),
            desk_ids=[desk.id for desk in plan.desks_in(area.id) if desk.mode == "bookable"],
            assigned={
                desk.id: desk.assigned_to_id
                for desk in plan.desks_in(area.id)
                if desk.mode == "assigned" and desk.assigned_to_id
            },
            overflow=area.overflow_ids,
        )
        for plan in plans
        for area in plan.areas
    ]
