"""Desks in use and in service of several places, slot by slot.

Shared desks, and the assigned ones that a place may show; those that it may not are in rows of their own, which are
never added up here (docs/decisions/0058).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from occupancy.models.places import Held
from occupancy.selectors.columns import (
    Column,
    Rows,
    day,
    number,
    numbers_of,
    ordinals_of,
    rows_of,
    slots,
    slots_of,
)
from occupancy.selectors.report_days import ReportDays
from occupancy.selectors.report_places import Places


@dataclass(frozen=True, slots=True)
class DeskSlots:
    """Of one place: days by slots, the most desks left out at one time, and its floor on the last day (0: none)."""

    in_use: NDArray[np.int64]
    in_service: NDArray[np.int64]
    withheld_desks: int
    floor_id: int


def desk_slots(
    places: Places, days: ReportDays, *, in_use: str, in_service: str = "in_service"
) -> dict[int, DeskSlots]:
    """By id, the places that had desks on one of the days; `in_use` and `in_service` are columns of PlaceDay."""
    told = _rows(
        places,
        days,
        f"held <> '{Held.WITHHELD.value}'",
        in_use=slots(in_use, days.first_slot, days.end_slot),
        in_service=slots(in_service, days.first_slot, days.end_slot),
    )
    hidden = _rows(places, days, f"held = '{Held.WITHHELD.value}'", desks=number("desks"))
    ids = np.unique(np.concatenate([numbers_of(told.rows, "place"), numbers_of(hidden.rows, "place")]))
    which = np.searchsorted(ids, numbers_of(told.rows, "place"))
    which_hidden = np.searchsorted(ids, numbers_of(hidden.rows, "place"))
    summed = np.zeros((2, len(ids), len(days), days.width), dtype=np.int64)
    for column, name in enumerate(("in_use", "in_service")):
        np.add.at(summed[column], (which, told.where), slots_of(told.rows, name))
    left_out = np.zeros(len(ids), dtype=np.int64)
    np.maximum.at(left_out, which_hidden, numbers_of(hidden.rows, "desks"))
    floors = np.zeros(len(ids), dtype=np.int64)
    floors[which_hidden] = numbers_of(hidden.rows, "floor")
    floors[which] = numbers_of(told.rows, "floor")
    return {
        place: DeskSlots(summed[0][index], summed[1][index], int(left_out[index]), int(floors[index]))
        for index, place in enumerate(ids.tolist())
    }


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of places, and where the day of each stands in the report."""

    rows: Rows
    where: NDArray[np.int64]


def _rows(places: Places, days: ReportDays, which: str, **columns: Column) -> _Rows:
    """In order of the days, so that what a place was last stays."""
    rows = rows_of(
        {"place": number(places.id_column), "floor": number("floor_id"), "day": day("day"), **columns},
        f"FROM occupancy_placeday WHERE {places.condition} AND day BETWEEN %(first)s AND %(last)s AND {which} "
        "ORDER BY day",
        {**places.parameters, **days.bounds},
    )
    where, belongs = days.places_in(ordinals_of(rows, "day"))
    return _Rows(rows[belongs], where[belongs])
