"""What a report says of itself: its period, place and source, what it covers, and what it leaves out."""

from dataclasses import dataclass
from typing import Any

from occupancy.policies.demand_figures import DemandSums
from occupancy.policies.figures import share_of
from occupancy.policies.sources import COVERAGE_OF, PlaceKind, Source, counts_of
from occupancy.selectors.counted_slots import counted_cells
from occupancy.selectors.demand_sums import demand_of_place
from occupancy.selectors.department_facts import Which, never_told
from occupancy.selectors.desk_slots import desk_slots
from occupancy.selectors.report_days import ReportDays
from occupancy.selectors.report_places import areas_within, place_alone
from occupancy.selectors.reported import Reported
from occupancy.selectors.versions import facts_version


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What suppression leaves out of a report (docs/decisions/0058)."""

    desks: int = 0
    departments: int | None = None
    """None: to be counted."""


def scope_of(
    reported: Reported, days: ReportDays, *, left_out: LeftOut | None = None, demand: DemandSums | None = None
) -> dict[str, Any]:
    """The scope as the API tells it; `demand` is of the place, where it is known already."""
    left_out = left_out or LeftOut()
    place = reported.place
    return {
        "from": reported.period.first,
        "to": reported.period.last,
        "source": reported.source.value,
        "counts": counts_of(reported.source, place.kind).value,
        "place": {"kind": place.kind.value, "id": place.id, "name": place.name, "code": place.code},
        "working_days": len(days),
        "left_out_days": days.left_out_days,
        "missing_days": days.missing_days,
        "provisional_days": int(days.provisional.sum()),
        "coverage": _coverage(reported, days, demand),
        "withheld": {
            "departments": _departments(reported, days) if left_out.departments is None else left_out.departments,
            "desks": left_out.desks,
        },
        "built_at": days.built_at,
        "facts_version": facts_version(),
    }


def _departments(reported: Reported, days: ReportDays) -> int:
    if reported.place.kind is PlaceKind.DEPARTMENT:
        return never_told(days, Which(under=reported.place.id))
    return never_told(days, Which()) if reported.place.has_roll else 0


def _coverage(reported: Reported, days: ReportDays, demand: DemandSums | None) -> dict[str, Any]:
    part, whole = _parts(reported, days, demand)
    estimated = share_of(days.stays_estimated, days.stays) if reported.source is Source.GATE else None
    return {
        "share": share_of(part, whole),
        "says": COVERAGE_OF[reported.source].value,
        "part": part,
        "whole": whole,
        "estimated_share": estimated,
    }


def _parts(reported: Reported, days: ReportDays, demand: DemandSums | None) -> tuple[int, int]:
    """What is known of how much: minutes, days, cells or desk slots, as the source has it."""
    if reported.source is Source.GATE:
        return int(days.gate.sum()), len(days)
    if reported.source in (Source.BOOKING, Source.CHECK_IN):
        if demand is not None:
            return demand["confirmed_minutes"], demand["booked_minutes"]
        if reported.place.has_roll and reported.place.kind is not PlaceKind.DEPARTMENT:
            return days.confirmed_minutes, days.booked_minutes
        if reported.place.kind is PlaceKind.DEPARTMENT:
            return 0, 0
        sums = demand_of_place(place_alone(reported.place), days, ("confirmed_minutes", "booked_minutes"))
        return sums["confirmed_minutes"], sums["booked_minutes"]
    if reported.place.kind is PlaceKind.DEPARTMENT or not len(days):
        return 0, 0
    places = place_alone(reported.place)
    if reported.source is Source.COUNT:
        return counted_cells(days, desk_slots(areas_within(places), days, in_use="booked"))
    desks = desk_slots(places, days, in_use="sensed").values()
    return (
        sum(int(one.in_use[days.core].sum()) for one in desks),
        sum(int(one.in_service[days.core].sum()) for one in desks),
    )
