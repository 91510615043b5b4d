"""Which desks get a label, and what stands on it."""

import datetime as dt
from collections.abc import Collection

from displays.policies.label_sheets import DeskLabel
from spaces.policies.floor_plan import FloorPlan, PlacedDesk
from spaces.selectors import floor_plans


def desks_to_label(
    day: dt.date, *, floor_id: int | None = None, area_id: int | None = None, desk_ids: Collection[int] = ()
) -> list[DeskLabel]:
    """The desks that stand on a floor, in an area, or are named by `desk_ids`, on `day`; in order of floor and code.

    Each condition that is given has to hold. Desks out of use get one too: they may come into use again.
    """
    wanted = frozenset(desk_ids)
    return [
        DeskLabel(desk.code, _place(plan, desk))
        for plan in floor_plans(day)
        if floor_id is None or plan.floor.id == floor_id
        for desk in plan.desks
        if (area_id is None or desk.area_id == area_id) and (not wanted or desk.id in wanted)
    ]


def _place(plan: FloorPlan, desk: PlacedDesk) -> str:
    area = plan.area_by_id[desk.area_id].name
    floor = plan.floor.name
    return area if area.startswith(floor) else f"{floor} {area}"
