"""What is known of places, slot by slot, by the source that was asked for."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from occupancy.policies.place_slots import PlaceSlots, unknown
from occupancy.policies.sources import PlaceKind, Source
from occupancy.selectors.counted_slots import counted_slots
from occupancy.selectors.desk_slots import DeskSlots, desk_slots
from occupancy.selectors.people_on_floors import people_slots
from occupancy.selectors.report_days import ReportDays
from occupancy.selectors.report_places import Places, areas_within

_IN_USE = {Source.CHECK_IN: "checked_in", Source.SENSOR: "occupied"}
_IN_SERVICE = {Source.SENSOR: "sensed"}


def slots_of_places(places: Places, days: ReportDays, source: Source) -> dict[int, PlaceSlots]:
    """By id, the places that had desks on one of the days."""
    if not len(days):
        return {}
    desks = desk_slots(
        places, days, in_use=_IN_USE.get(source, "booked"), in_service=_IN_SERVICE.get(source, "in_service")
    )
    if source is Source.GATE:
        found = _by_gates(places, days, desks)
    elif source is Source.COUNT:
        found = counted_slots(places, days, desk_slots(areas_within(places), days, in_use="booked"))
    else:
        found = {
            place: PlaceSlots(one.in_use, one.in_service, known, known)
            for place, one in desks.items()
            for known in [days.core & (one.in_service > 0) if source is Source.SENSOR else days.core]
        }
    return {
        place: replace(found[place], withheld_desks=one.withheld_desks, floor_id=one.floor_id)
        for place, one in desks.items()
        if place in found
    }


def _by_gates(places: Places, days: ReportDays, desks: Mapping[int, DeskSlots]) -> dict[int, PlaceSlots]:
    """People beside the desks that were in service, on days with a gate log; gates know no areas."""
    if places.kind is PlaceKind.AREA:
        return {place: unknown(*days.core.shape) for place in desks}
    people = people_slots(places, days)
    logged = days.core & days.gate[:, None]
    nobody = np.zeros(days.core.shape, dtype=np.int64)
    return {
        place: PlaceSlots(people[place][0] if place in people else nobody, one.in_service, logged, logged)
        for place, one in desks.items()
    }
