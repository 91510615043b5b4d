"""The areas in which a person's departments are at home."""

from collections.abc import Mapping
from datetime import date

from core.revision import Slow
from spaces.selectors import floor_plans
from spaces.selectors.floor_reading import departments_of


def home_areas(person_id: int | None, day: date, slow: Mapping[Slow, int]) -> list[dict[str, object]]:
    """AreaBriefs of the areas that belong to one of the person's departments on `day`, the top floor first."""
    own = departments_of(person_id, day)
    return [
        {"id": area.id, "code": area.code, "name": area.name, "floor": plan.floor.id}
        for plan in floor_plans(day, revision=slow[Slow.PLACES])
        for area in plan.areas
        if area.is_home_of(own, day.weekday())
    ]
