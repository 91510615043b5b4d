"""People on floors and in buildings, slot by slot, as the gates know them."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from occupancy.policies.adding import added_up
from occupancy.policies.sources import PlaceKind
from occupancy.selectors.columns import day, number, numbers_of, ordinals_of, rows_of, slots, slots_of
from occupancy.selectors.report_days import ReportDays
from occupancy.selectors.report_places import EVERYTHING, Places

_ROWS: Mapping[PlaceKind, tuple[str, str]] = {
    PlaceKind.ALL: (str(EVERYTHING), "floor_id IS NULL"),
    PlaceKind.BUILDING: ("building_id", "floor_id IS NULL"),
    PlaceKind.FLOOR: ("floor_id", "floor_id = ANY(%(floors)s::bigint[])"),
}


def people_slots(places: Places, days: ReportDays) -> dict[int, tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """By id: people there in each slot (days by slots), and distinct people of each day; nothing of areas.

    At one time everybody is in one building, so that people there add up over buildings. Distinct people do not: of
    everything they are told by the facts of departments (`facts_of_everybody`), and here they are those of one building
    after the other.
    """
    if places.kind not in _ROWS or not len(days):
        return {}
    id_column, condition = _ROWS[places.kind]
    rows = rows_of(
        {
            "place": number(id_column),
            "day": day("day"),
            "people": number("people"),
            "present": slots("present", days.first_slot, days.end_slot),
        },
        f"FROM occupancy_floorpresence WHERE building_id = ANY(%(buildings)s::bigint[]) AND {condition} "
        "AND day BETWEEN %(first)s AND %(last)s",
        {**places.parameters, **days.bounds},
    )
    where, belongs = days.places_in(ordinals_of(rows, "day"))
    rows, where = rows[belongs], where[belongs]
    ids, which = np.unique(numbers_of(rows, "place"), return_inverse=True)
    keys = which * len(days) + where
    present, people = (
        added_up(counts, keys, len(ids) * len(days)).reshape(len(ids), len(days), *counts.shape[1:])
        for counts in (slots_of(rows, "present"), numbers_of(rows, "people"))
    )
    return {place: (present[index], people[index]) for index, place in enumerate(ids.tolist())}
