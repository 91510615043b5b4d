"""Reading places. What is in force is kept in the process until the revision of places moves."""

from spaces.selectors.closures import closures_overlapping, desks_closed
from spaces.selectors.desks import desk_by_code, desks_matching, placed_desk
from spaces.selectors.floors import buildings, floor_plan, floor_plans, floors_of, layout_in_force

__all__ = [
    "buildings",
    "closures_overlapping",
    "desk_by_code",
    "desks_closed",
    "desks_matching",
    "floor_plan",
    "floor_plans",
    "floors_of",
    "layout_in_force",
    "placed_desk",
]
