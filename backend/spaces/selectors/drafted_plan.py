"""A floor that is only drawn, as the plan it would be: so that what it displaces can be told before it is published."""

import datetime as dt
from collections.abc import Iterable
from itertools import count

from people.models import Department, Person
from spaces.importing.drawn import DrawnArea, DrawnFloor
from spaces.models import Area, Desk, Floor
from spaces.policies.floor_plan import DAYS_OF_WEEK, FloorPlan, PlacedArea, PlacedDesk
from spaces.selectors.floors import floors_of

DRAWN_ONLY = 0
"""The layout id of a plan that nobody has published. Areas and desks that are new in it have ids below nought."""


def drafted_plan(floor: Floor, drawn: DrawnFloor, effective_from: dt.date) -> FloorPlan:
    """The plan that publishing `drawn` from `effective_from` on would give the floor, as far as its codes are known.

    A desk of an area that is not drawn is left out.
    """
    area_ids = _ids(drawn.areas, dict(Area.objects.filter(building_id=floor.building_id).values_list("code", "pk")))
    desk_ids = _ids(drawn.desks, dict(Desk.objects.filter(code__in=drawn.desks).values_list("code", "pk")))
    numbers = {desk.assigned_to for desk in drawn.desks.values() if desk.assigned_to}
    people = dict(Person.objects.filter(number__in=numbers).values_list("number", "pk"))
    codes = {code for area in drawn.areas.values() for code, _weekday in area.homes}
    departments = dict(Department.objects.filter(code__in=codes).values_list("code", "pk"))
    return FloorPlan(
        floor=next(placed for placed in floors_of() if placed.id == floor.pk),
        layout_id=DRAWN_ONLY,
        effective_from=effective_from,
        width=drawn.width,
        height=drawn.height,
        areas=tuple(_placed_area(drawn.areas[code], area_ids, departments) for code in sorted(drawn.areas)),
        desks=tuple(
            PlacedDesk(
                id=desk_ids[code],
                code=code,
                area_id=area_ids[desk.area],
                x=desk.x,
                y=desk.y,
                width=desk.width,
                height=desk.height,
                rotation=desk.rotation,
                mode=desk.mode,
                features=desk.features,
                assigned_to_id=people.get(desk.assigned_to or ""),
            )
            for code, desk in sorted(drawn.desks.items())
            if desk.area in drawn.areas
        ),
    )


def _ids(codes: Iterable[str], known: dict[str, int]) -> dict[str, int]:
    new = count(-1, -1)
    return known | {code: next(new) for code in codes if code not in known}


def _placed_area(area: DrawnArea, area_ids: dict[str, int], departments: dict[str, int]) -> PlacedArea:
    homes: list[set[int]] = [set() for _ in range(DAYS_OF_WEEK)]
    for code, weekday in area.homes:
        for day in range(DAYS_OF_WEEK) if weekday is None else (weekday,):
            homes[day].update({departments[code]} if code in departments else ())
    return PlacedArea(
        id=area_ids[area.code],
        code=area.code,
        name=area.name,
        x=area.x,
        y=area.y,
        width=area.width,
        height=area.height,
        homes_by_weekday=tuple(frozenset(home) for home in homes),
        overflow_ids=tuple(area_ids[code] for code in area.overflow if code in area_ids),
    )
