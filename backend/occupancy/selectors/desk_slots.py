"""Desks in use and in service of several places, slot by slot.

Shared desks, and the assigned ones that a place may show; those that it may not are in rows of their own, which are
never added up here (docs/decisions/0058).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from occupancy.models.places import Held
from occupancy.policies.adding import added_up
from occupancy.selectors.columns import Groups, Rows, day, groups_of, number, numbers_of, rows_of, slots
from occupancy.selectors.report_days import ON_DAYS, ReportDays
from occupancy.selectors.report_places import Places

_LAST = "max(day) - date '2000-01-01'"


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
    told, hidden = _told(places, days, in_use, in_service), _hidden(places, days)
    of_told, of_hidden = told.numbers["place"], numbers_of(hidden, "place")
    ids = np.unique(np.concatenate([of_told, of_hidden]))
    where, belongs = days.places_in(told.lists["day"])
    keys = (told.spread(np.searchsorted(ids, of_told)) * len(days) + where)[belongs]
    in_use_of, in_service_of = (
        added_up(told.lists[name][belongs], keys, len(ids) * len(days)).reshape(len(ids), len(days), days.width)
        for name in ("in_use", "in_service")
    )
    left_out = np.zeros(len(ids), dtype=np.int64)
    np.maximum.at(left_out, np.searchsorted(ids, of_hidden), numbers_of(hidden, "desks"))
    floors = _last_floors(told, hidden)
    return {
        place: DeskSlots(in_use_of[index], in_service_of[index], int(left_out[index]), floors[place])
        for index, place in enumerate(ids.tolist())
    }


def _told(places: Places, days: ReportDays, in_use: str, in_service: str) -> Groups:
    """The rows that may be shown, by place and floor."""
    return groups_of(
        {"place": number(places.id_column), "floor": number("floor_id"), "last": number(_LAST)},
        {
            "day": day("day"),
            "in_use": slots(in_use, days.first_slot, days.end_slot),
            "in_service": slots(in_service, days.first_slot, days.end_slot),
        },
        f"FROM occupancy_placeday WHERE {places.condition} AND {ON_DAYS} AND held <> '{Held.WITHHELD.value}' "
        "GROUP BY 1, 2",
        {**places.parameters, **days.parameters},
    )


def _hidden(places: Places, days: ReportDays) -> Rows:
    """How many desks are left out at most, by place and floor."""
    return rows_of(
        {
            "place": number(places.id_column),
            "floor": number("floor_id"),
            "last": number(_LAST),
            "desks": number("max(desks)"),
        },
        f"FROM occupancy_placeday WHERE {places.condition} AND {ON_DAYS} AND held = '{Held.WITHHELD.value}' "
        "GROUP BY 1, 2",
        {**places.parameters, **days.parameters},
    )


def _last_floors(told: Groups, hidden: Rows) -> dict[int, int]:
    """Where each place stood last; what it may show says so before what it leaves out."""
    found: dict[int, int] = {}
    for columns in (
        [numbers_of(hidden, name).tolist() for name in _STOOD],
        [told.numbers[name].tolist() for name in _STOOD],
    ):
        found.update((place, floor) for _last, place, floor in sorted(zip(*columns, strict=True)))
    return found


_STOOD = ("last", "place", "floor")
