"""Desks in use as people counted them on walks, by area and slot.

A count of an area without a desk that the area may show (docs/decisions/0058) would be of few assigned desks alone:
it counts nowhere.
"""

from collections.abc import Mapping

import numpy as np

from core import clock
from occupancy.models import FloorCount
from occupancy.policies.place_slots import PlaceSlots
from occupancy.policies.slots import SLOT_MINUTES
from occupancy.policies.sources import PlaceKind
from occupancy.selectors.desk_slots import DeskSlots
from occupancy.selectors.report_days import ReportDays
from occupancy.selectors.report_places import Places


def counted_slots(places: Places, days: ReportDays, of_areas: Mapping[int, DeskSlots]) -> dict[int, PlaceSlots]:
    """By id, the places in which somebody counted, or could have: those with some of the areas `of_areas`.

    A peak of several areas is of slots in which all of them were counted.
    """
    counts = _latest(days)
    shape = (len(days), days.width)
    found: dict[int, PlaceSlots] = {}
    for place, areas in _areas_of(places, of_areas).items():
        in_use, in_service = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
        counted, whole = np.zeros(shape, dtype=bool), np.ones(shape, dtype=bool)
        for area in areas:
            shown = of_areas[area].in_service > 0
            seen = np.zeros(shape, dtype=bool)
            for (row, column), (used, served) in counts.get(area, {}).items():
                if shown[row, column]:
                    in_use[row, column] += used
                    in_service[row, column] += served
                    seen[row, column] = True
            counted |= seen
            whole &= seen | ~shown
        counted &= days.core
        found[place] = PlaceSlots(in_use, in_service, counted, counted & whole)
    return found


def counted_cells(days: ReportDays, of_areas: Mapping[int, DeskSlots]) -> tuple[int, int]:
    """Pairs of an area and a core slot: those in which somebody counted, and all with desks in service."""
    counts = _latest(days)
    every = sum(int((desks.in_service > 0)[days.core].sum()) for desks in of_areas.values())
    counted = sum(
        1
        for area, desks in of_areas.items()
        for row, column in counts.get(area, {})
        if desks.in_service[row, column] and days.core[row, column]
    )
    return counted, every


def _areas_of(places: Places, of_areas: Mapping[int, DeskSlots]) -> dict[int, list[int]]:
    """The areas by the place that they are counted for."""
    found: dict[int, list[int]] = {}
    for area, desks in of_areas.items():
        match places.kind:
            case PlaceKind.AREA:
                found[area] = [area]
            case PlaceKind.FLOOR:
                found.setdefault(desks.floor_id, []).append(area)
            case _:
                found.setdefault(places.ids[0], []).append(area)
    return found


def _latest(days: ReportDays) -> dict[int, dict[tuple[int, int], tuple[int, int]]]:
    """By area and (day, slot): desks in use and in service, as whoever counted last in the slot says."""
    found: dict[int, dict[tuple[int, int], tuple[int, int]]] = {}
    number_of = {ordinal: number for number, ordinal in enumerate(days.ordinals.tolist())}
    for count in FloorCount.objects.filter(
        day__range=(days.period.first, days.period.last), withdrawn_at__isnull=True
    ).order_by("at", "pk"):
        minutes = int((count.at - clock.day_start(count.day)).total_seconds()) // 60
        row, column = number_of.get(count.day.toordinal()), minutes // SLOT_MINUTES - days.first_slot
        if row is not None and 0 <= column < days.width:
            found.setdefault(count.area_id, {})[row, column] = (count.in_use, count.in_service)
    return found
