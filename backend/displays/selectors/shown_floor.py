"""What a display shows of its floor: counts, the state of each desk, and names where it may show them."""

from datetime import datetime
from typing import Any

import orjson

from bookings.policies.desk_state import DeskState
from bookings.selectors.floor_availability import floor_state
from bookings.selectors.revision import BookingsRevision
from core import clock
from core.interval import Interval
from core.revision import Slow
from displays.models import DisplayLink
from plans.selectors.working_days import city_calendar
from spaces.policies.floor_plan import FloorPlan, PlacedArea, PlacedDesk

OUT_OF_SERVICE = (DeskState.CLOSED, DeskState.UNAVAILABLE)


def display_of(key_digest: str) -> DisplayLink | None:
    """The display in use whose key has this digest; None for one unknown or revoked."""
    return DisplayLink.objects.filter(key_digest=key_digest, revoked_at__isnull=True).first()


def shown_floor(
    link: DisplayLink, plan: FloorPlan, during: Interval, revision: BookingsRevision, *, now: datetime
) -> dict[str, Any]:
    """A DisplayedFloor. As many questions as `floor_state` asks: at most one, however many desks there are."""
    counts = {area.id: {"free": 0, "drop_in": 0, "in_service": 0} for area in plan.areas}
    people: dict[int, list[dict[str, str]]] = {area.id: [] for area in plan.areas}
    desks = []
    rows = orjson.loads(orjson.dumps(floor_state(plan, during, revision).rows))
    for desk, row in zip(plan.desks, rows, strict=True):
        state, holder = DeskState(row["state"]), row.get("holder")
        count = counts[desk.area_id]
        count["in_service"] += state not in OUT_OF_SERVICE
        count["free"] += state is DeskState.FREE
        count["drop_in"] += state is DeskState.DROP_IN
        desks.append(_desk(desk, state))
        if link.names and holder:
            people[desk.area_id].append({"name": holder["family_name"], "desk_code": desk.code})
    return {
        "name": link.name,
        "building_name": plan.building.name,
        "floor_name": plan.floor.name,
        "now": now,
        "until": during.end,
        "working_day": city_calendar(revision.slow[Slow.CALENDAR]).is_working_day(clock.city_day(now)),
        "names": link.names,
        "layout": plan.layout_id,
        "width": plan.width,
        "height": plan.height,
        **{what: sum(count[what] for count in counts.values()) for what in ("free", "drop_in", "in_service")},
        "areas": [{**_area(area), **counts[area.id], "people": people[area.id]} for area in plan.areas],
        "desks": desks,
    }


def _area(area: PlacedArea) -> dict[str, Any]:
    return {"id": area.id, "name": area.name, "x": area.x, "y": area.y, "width": area.width, "height": area.height}


def _desk(desk: PlacedDesk, state: DeskState) -> dict[str, Any]:
    return {
        "id": desk.id,
        "x": desk.x,
        "y": desk.y,
        "width": desk.width,
        "height": desk.height,
        "rotation": desk.rotation,
        "state": state.value,
    }
