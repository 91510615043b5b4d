"""The areas in which a person's departments are at home."""

from collections.abc import Mapping
from datetime import date

from core.revision import Slow
from spaces.selectors import floor_plans
from spaces.selectors.floor_reading import departments_of


def home_areas(
    person_id: int | None, main_department_id: int | None, day: date, slow: Mapping[Slow, int]
) -> list[dict[str, object]]:
    """AreaBriefs of the areas that belong to one of the person's departments on `day`.

    Those of the section of the main post come first: screens open there. Then the top floor first.
    """
    own = departments_of(person_id, day)
    main = frozenset() if main_department_id is None else frozenset({main_department_id})
    homes = [
        (area, plan.floor.id)
        for plan in floor_plans(day, revision=slow[Slow.PLACES])
        for area in plan.areas
        if area.is_home_of(own, day.weekday())
    ]
    homes.sort(key=lambda home: not home[0].is_home_of(main, day.weekday()))
    return [{"id": area.id, "code": area.code, "name": area.name, "floor": floor_id} for area, floor_id in homes]
