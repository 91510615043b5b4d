"""A stored layout in the words of the importer, to compare a folder with."""

import datetime as dt
from collections import defaultdict

from spaces.importing.drawn import DrawnArea, DrawnDesk, DrawnFloor
from spaces.models import Area, AreaHome, AreaPlacement, DeskPlacement, Floor, Layout


def layout_on(floor: Floor, day: dt.date) -> Layout | None:
    """The floor's layout in force on `day`, read afresh."""
    return Layout.objects.filter(floor=floor, effective_from__lte=day).order_by("-effective_from").first()


def drawn_floor(layout: Layout, floor_code: str) -> DrawnFloor:
    """What `layout` holds, by codes."""
    placements = list(AreaPlacement.objects.filter(layout=layout).select_related("area").order_by("area__code"))
    overflow_ids = {area_id for placement in placements for area_id in placement.overflow}
    area_codes = dict(Area.objects.filter(pk__in=overflow_ids).values_list("pk", "code"))
    homes = _homes(layout)
    areas = {
        row.area.code: DrawnArea(
            code=row.area.code,
            name=row.name,
            x=row.x,
            y=row.y,
            width=row.width,
            height=row.height,
            homes=frozenset(homes[row.pk]),
            overflow=tuple(area_codes[area_id] for area_id in row.overflow),
        )
        for row in placements
    }
    code_of = {row.pk: row.area.code for row in placements}
    return DrawnFloor(floor_code, layout.width, layout.height, layout.plan, areas, _desks(layout, code_of))


def _homes(layout: Layout) -> dict[int, set[tuple[str, int | None]]]:
    homes: dict[int, set[tuple[str, int | None]]] = defaultdict(set)
    rows = AreaHome.objects.filter(placement__layout=layout)
    for placement_id, code, weekday in rows.values_list("placement_id", "department__code", "weekday"):
        homes[placement_id].add((code, weekday))
    return homes


def _desks(layout: Layout, code_of_placement: dict[int, str]) -> dict[str, DrawnDesk]:
    rows = DeskPlacement.objects.filter(layout=layout).select_related("desk", "assigned_to").order_by("desk__code")
    return {
        row.desk.code: DrawnDesk(
            code=row.desk.code,
            area=code_of_placement[row.area_id],
            x=row.x,
            y=row.y,
            width=row.width,
            height=row.height,
            rotation=row.rotation,
            mode=row.mode,
            features=tuple(row.features),
            assigned_to=row.assigned_to.number if row.assigned_to else None,
        )
        for row in rows
    }
