"""What stands elsewhere in the city already: a code is one desk, and one area of its building, at a time."""

import datetime as dt
from collections.abc import Collection

from spaces.models import AreaPlacement, Desk, DeskPlacement, Floor
from spaces.selectors.layout_stretches import layout_stretches


def layouts_of_other_floors(floor: Floor, first: dt.date, until: dt.date | None) -> list[int]:
    """The ids of other floors' layouts that are in force on some day from `first` until the day before `until`."""
    return [
        stretch.layout_id
        for stretch in layout_stretches()
        if stretch.floor_id != floor.pk and stretch.meets(first, until)
    ]


def desks_elsewhere(floor: Floor, codes: Collection[str], layout_ids: Collection[int]) -> dict[str, str]:
    """By code, the place where a desk of `codes` belongs or stands meanwhile, other than on `floor`.

    `layout_ids` are those of `layouts_of_other_floors`. Of another building a desk is even when it stands nowhere now.
    """
    other_building = Desk.objects.filter(code__in=codes).exclude(building_id=floor.building_id)
    found = dict(other_building.values_list("code", "building__name"))
    standing = DeskPlacement.objects.filter(layout_id__in=layout_ids, desk__code__in=codes)
    return found | dict(standing.values_list("desk__code", "layout__floor__name"))


def areas_elsewhere(floor: Floor, layout_ids: Collection[int]) -> dict[str, str]:
    """By code, the floor on which an area of the floor's building stands, of those in `layout_ids`."""
    rows = AreaPlacement.objects.filter(layout_id__in=layout_ids, area__building_id=floor.building_id)
    return dict(rows.values_list("area__code", "layout__floor__name"))
