"""The places that sensors speak of, by their codes."""

from dataclasses import dataclass
from datetime import date

from occupancy.policies.readings import ReadingFault
from spaces.models import DeskMode
from spaces.selectors import desk_by_code, floor_plans


@dataclass(frozen=True, slots=True)
class SensedPlace:
    """A desk or an area of the layout in force on a day; `desks` is how many of its desks can be taken."""

    desk_id: int | None
    area_id: int | None
    desks: int


def sensed_desk(code: str, day: date) -> SensedPlace | ReadingFault:
    """The desk with that code on that day."""
    found = desk_by_code(code, day)
    return ReadingFault.UNKNOWN_DESK if found is None else SensedPlace(found.desk.id, None, 1)


def sensed_area(code: str, building: str, day: date) -> SensedPlace | ReadingFault:
    """The area with that code on that day, in the building with that code, or in the only one where it is empty."""
    found = [
        (area.id, plan)
        for plan in floor_plans(day)
        for area in plan.areas
        if area.code == code and building in ("", plan.building.code)
    ]
    if not found:
        return ReadingFault.UNKNOWN_AREA
    if len(found) > 1:
        return ReadingFault.AREA_IN_SEVERAL_BUILDINGS
    area_id, plan = found[0]
    return SensedPlace(None, area_id, sum(desk.mode != DeskMode.UNAVAILABLE for desk in plan.desks_in(area_id)))
