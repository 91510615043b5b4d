"""The content of a draft as it is stored and sent, and the floor that it draws.

`{"width", "height", "areas": [{"code", "name", "x", "y", "width", "height", "overflow", "homes"}], "desks": [{"code",
"area", "x", "y", "width", "height", "rotation", "mode", "features", "assigned_to"}]}`: metres from the floor's upper
left, degrees, codes of areas, departments and people instead of ids. Its shape is checked where it comes in
(spaces.api.draft_requests), its sense by spaces.drafting.checks.
"""

from collections.abc import Mapping
from typing import Any

from spaces.importing.drawn import DrawnArea, DrawnDesk, DrawnFloor

Content = Mapping[str, Any]


def content_of(floor: DrawnFloor) -> dict[str, Any]:
    """The content that draws `floor`, areas and desks in order of their codes."""
    return {
        "width": floor.width,
        "height": floor.height,
        "areas": [_area_content(floor.areas[code]) for code in sorted(floor.areas)],
        "desks": [_desk_content(floor.desks[code]) for code in sorted(floor.desks)],
    }


def floor_of_content(content: Content, *, code: str, plan: str) -> DrawnFloor:
    """The floor that `content` draws. Of two with one code the first counts; spaces.drafting.checks names the other."""
    areas: dict[str, DrawnArea] = {}
    for area in content["areas"]:
        areas.setdefault(area["code"], _drawn_area(area))
    desks: dict[str, DrawnDesk] = {}
    for desk in content["desks"]:
        desks.setdefault(desk["code"], _drawn_desk(desk))
    return DrawnFloor(code, content["width"], content["height"], plan, areas, desks)


def _area_content(area: DrawnArea) -> dict[str, Any]:
    homes = sorted(area.homes, key=lambda home: (home[0], -1 if home[1] is None else home[1]))
    return {
        "code": area.code,
        "name": area.name,
        "x": area.x,
        "y": area.y,
        "width": area.width,
        "height": area.height,
        "overflow": list(area.overflow),
        "homes": [{"department": department, "weekday": weekday} for department, weekday in homes],
    }


def _desk_content(desk: DrawnDesk) -> dict[str, Any]:
    return {
        "code": desk.code,
        "area": desk.area,
        "x": desk.x,
        "y": desk.y,
        "width": desk.width,
        "height": desk.height,
        "rotation": desk.rotation,
        "mode": desk.mode,
        "features": list(desk.features),
        "assigned_to": desk.assigned_to or "",
    }


def _drawn_area(area: Mapping[str, Any]) -> DrawnArea:
    return DrawnArea(
        code=area["code"],
        name=area["name"] or area["code"],
        x=area["x"],
        y=area["y"],
        width=area["width"],
        height=area["height"],
        homes=frozenset((home["department"], home["weekday"]) for home in area["homes"]),
        overflow=tuple(dict.fromkeys(area["overflow"])),
    )


def _drawn_desk(desk: Mapping[str, Any]) -> DrawnDesk:
    return DrawnDesk(
        code=desk["code"],
        area=desk["area"],
        x=desk["x"],
        y=desk["y"],
        width=desk["width"],
        height=desk["height"],
        rotation=desk["rotation"],
        mode=desk["mode"],
        features=tuple(desk["features"]),
        assigned_to=desk["assigned_to"] or None,
    )
