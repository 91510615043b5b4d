"""Floors and areas beside each other."""

from collections.abc import Collection
from dataclasses import asdict
from typing import Any

from occupancy.policies import figures
from occupancy.policies.place_slots import PlaceSlots
from occupancy.selectors.demand_sums import demand_of_places
from occupancy.selectors.place_slots import slots_of_places
from occupancy.selectors.report_days import ReportDays, report_days
from occupancy.selectors.report_places import Places, areas_within, floors_within, place_alone
from occupancy.selectors.report_scope import LeftOut, scope_of
from occupancy.selectors.reported import Reported
from spaces.models import Area, AreaPlacement, Floor


def floors_report(reported: Reported) -> dict[str, Any]:
    """`{scope, rows}`: the floors of a place that had desks, from the top down. None of a department or an area."""
    days = report_days(reported.period)
    places = floors_within(reported.place)
    slots = slots_of_places(places, days, reported.source)
    rows = _rows(places, slots, days)
    return {
        "scope": _scope(reported, days, slots),
        "rows": [
            {"floor": _floor_brief(floor), **rows[floor.pk]}
            for floor in Floor.objects.filter(pk__in=rows).order_by("building__code", "-level", "code")
        ],
    }


def areas_report(reported: Reported) -> dict[str, Any]:
    """`{scope, rows}`: the areas of a place that had desks, floor by floor from the top. None of a department."""
    days = report_days(reported.period)
    places = areas_within(place_alone(reported.place))
    slots = slots_of_places(places, days, reported.source)
    rows = _rows(places, slots, days)
    floors = Floor.objects.in_bulk({one.floor_id for one in slots.values()})
    names = _area_names(rows.keys(), reported)
    found = [(floors[slots[area.pk].floor_id], area) for area in Area.objects.filter(pk__in=rows)]
    found.sort(key=lambda pair: (pair[0].building_id, -pair[0].level, pair[0].code, pair[1].code))
    return {
        "scope": _scope(reported, days, slots),
        "rows": [
            {
                "area": {
                    "id": area.pk,
                    "code": area.code,
                    "name": names.get(area.pk, area.code),
                    "floor": _floor_brief(floor),
                },
                **rows[area.pk],
            }
            for floor, area in found
        ],
    }


def _rows(places: Places, slots: dict[int, PlaceSlots], days: ReportDays) -> dict[int, dict[str, Any]]:
    demand = demand_of_places(places, days, ("refused",))
    return {
        place: {
            "in_service": one.most_in_service,
            "average_utilisation": figures.average_utilisation(one.in_use, one.in_service, one.counted),
            "daily_peak": asdict(figures.peaks(figures.daily_peaks(one.in_use, one.whole))),
            "full_days": figures.full_days(one.in_use, one.in_service, one.whole) if one.is_known else None,
            "refused": demand[place]["refused"] if place in demand else 0,
            "withheld_desks": one.withheld_desks,
        }
        for place, one in slots.items()
    }


def _scope(reported: Reported, days: ReportDays, slots: dict[int, PlaceSlots]) -> dict[str, Any]:
    return scope_of(reported, days, left_out=LeftOut(desks=sum(one.withheld_desks for one in slots.values())))


def _floor_brief(floor: Floor) -> dict[str, Any]:
    return {"id": floor.pk, "code": floor.code, "name": floor.name}


def _area_names(areas: Collection[int], reported: Reported) -> dict[int, str]:
    """What areas were called last in the period."""
    placed = AreaPlacement.objects.filter(area__in=areas, layout__effective_from__lte=reported.period.last)
    return dict(placed.order_by("layout__effective_from").values_list("area", "name"))
