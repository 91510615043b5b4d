"""Demand of a place over a period."""

from collections.abc import Mapping, Sequence

import numpy as np

from occupancy.policies.demand_figures import DEMAND, DemandSums
from occupancy.policies.sources import PlaceKind
from occupancy.selectors.columns import number, numbers_of, rows_of
from occupancy.selectors.department_facts import DepartmentFacts
from occupancy.selectors.report_days import ReportDays
from occupancy.selectors.report_places import Places

_CONDITIONS: Mapping[PlaceKind, tuple[str, str]] = {
    PlaceKind.ALL: ("0", "TRUE"),
    PlaceKind.BUILDING: ("0", "floor_id = ANY(%(floors)s::bigint[])"),
    PlaceKind.FLOOR: ("floor_id", "floor_id = ANY(%(floors)s::bigint[])"),
    PlaceKind.AREA: ("area_id", "floor_id = ANY(%(floors)s::bigint[]) AND area_id = ANY(%(areas)s::bigint[])"),
}


def demand_of_place(places: Places, days: ReportDays, names: Sequence[str] = DEMAND) -> DemandSums:
    """The demand of a place alone, over its working days with facts; of the counts with these `names`."""
    found = demand_of_places(places, days, names)
    return DemandSums({name: sum(sums[name] for sums in found.values()) for name in names})


def demand_of_places(places: Places, days: ReportDays, names: Sequence[str]) -> dict[int, DemandSums]:
    """By id, the demand of several places; of everything and of a building under 0."""
    id_column, condition = _CONDITIONS[places.kind]
    rows = rows_of(
        {"place": number(id_column), **{name: number(f"sum({name})") for name in names}},
        f"FROM occupancy_demandday WHERE working_day AND {condition} AND day BETWEEN %(first)s AND %(last)s GROUP BY 1",
        {**places.parameters, **days.bounds},
    )
    ids = numbers_of(rows, "place").tolist()
    columns = {name: numbers_of(rows, name).tolist() for name in names}
    return {place: DemandSums({name: columns[name][row] for name in names}) for row, place in enumerate(ids)}


def demand_of_facts(facts: DepartmentFacts) -> DemandSums | None:
    """The demand of a department, summed over all of `facts`; None where it may be told of on no day."""
    if not len(facts.where):
        return None
    return DemandSums({name: int(np.sum(facts.numbers[name])) for name in DEMAND})
