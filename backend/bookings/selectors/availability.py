"""Who has which desk of a floor, and how many are free on every floor."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bookings.models import Booking
from bookings.policies.desk_state import DeskState, desk_state
from bookings.selectors.holdings import Holding, holdings
from bookings.selectors.loans import lent_desks
from core import clock
from core.interval import Interval
from core.revision import Slow
from people.policies.visibility import Viewer
from spaces.policies.closed_places import closed_desks
from spaces.policies.floor_plan import BuildingHours, FloorPlan
from spaces.selectors import closures_overlapping, floor_plans


def floor_availability(
    plan: FloorPlan, during: Interval, viewer: Viewer, slow: Mapping[Slow, int]
) -> list[dict[str, Any]]:
    """The state of every desk of `plan` in `during`, in the order of the plan, as plain values for JSON."""
    day = clock.city_day(during.start)
    held = _first_by_desk(holdings(viewer, day, during, floor_id=plan.floor.id), viewer)
    closed = closed_desks(plan, closures_overlapping(during, revision=slow[Slow.PLACES]))
    lent = lent_desks(day, slow[Slow.LOANS])
    rows = []
    for desk in plan.desks:
        holding = held.get(desk.id)
        mine = holding is not None and holding.person_id == viewer.person_id
        state = desk_state(
            mode=desk.mode,
            mine=mine,
            taken=holding is not None,
            closed=desk.id in closed,
            lent=desk.id in lent,
            own=desk.assigned_to_id is not None and desk.assigned_to_id == viewer.person_id,
        )
        row: dict[str, Any] = {"desk": desk.id, "state": state.value}
        if holding is not None and state in (DeskState.TAKEN, DeskState.MINE):
            row["holder"] = holding.holder
            if mine:
                row["booking"] = holding.booking_id
            if not holding.during.covers(during):
                row["partly"] = True
        if state is DeskState.CLOSED:
            row["reason"] = closed[desk.id][0].reason
        rows.append(row)
    return rows


def free_counts(building: BuildingHours, day: date, during: Interval, slow: Mapping[Slow, int]) -> list[dict[str, Any]]:
    """How many desks of each floor and area of a building are free in `during`, the top floor first; one query."""
    taken = set(Booking.objects.holding().within(day, during).values_list("desk_id", flat=True))
    closures = closures_overlapping(during, revision=slow[Slow.PLACES])
    lent = lent_desks(day, slow[Slow.LOANS])
    answer = []
    for plan in floor_plans(day, building_id=building.id, revision=slow[Slow.PLACES]):
        closed = closed_desks(plan, closures) if closures else {}
        areas = {area.id: {"area": area.id, "free": 0, "drop_in": 0} for area in plan.areas}
        in_service = 0
        for desk in plan.desks:
            if desk.mode == "unavailable" or desk.id in closed:
                continue
            in_service += 1
            if desk.id in taken:
                continue
            if desk.mode == "bookable" or desk.id in lent:
                areas[desk.area_id]["free"] += 1
            elif desk.mode == "drop_in":
                areas[desk.area_id]["drop_in"] += 1
        rows = list(areas.values())
        answer.append(
            {
                "floor": plan.floor.id,
                "in_service": in_service,
                "free": sum(row["free"] for row in rows),
                "drop_in": sum(row["drop_in"] for row in rows),
                "areas": rows,
            }
        )
    return answer


def _first_by_desk(found: Sequence[tuple[int, Holding]], viewer: Viewer) -> dict[int, Holding]:
    """One booking a desk: the viewer's own before others, else the first in time."""
    first: dict[int, Holding] = {}
    for desk_id, holding in found:
        if desk_id not in first or holding.person_id == viewer.person_id:
            first[desk_id] = holding
    return first
