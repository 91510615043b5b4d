"""Daily peaks over time."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from occupancy.policies import figures
from occupancy.policies.periods import By, first_of
from occupancy.policies.place_slots import PlaceSlots
from occupancy.policies.slots import slot_time
from occupancy.policies.sources import PlaceKind
from occupancy.selectors.demand_sums import demand_of_facts
from occupancy.selectors.department_facts import DepartmentFacts, facts_of_everybody
from occupancy.selectors.people_on_floors import people_slots
from occupancy.selectors.report_days import ReportDays, report_days
from occupancy.selectors.report_places import place_alone
from occupancy.selectors.report_scope import LeftOut, scope_of
from occupancy.selectors.report_slots import department_of, slots_of_report
from occupancy.selectors.reported import Reported
from occupancy.selectors.roll_days import roll_days

_UNKNOWN = -1


def timeline(reported: Reported, by: By) -> dict[str, Any]:
    """`{scope, by, p95, rows}`: a row for each working day with facts, or for each week or month that has some."""
    days = report_days(reported.period)
    facts = department_of(reported, days)
    slots = slots_of_report(reported, days, facts)
    peaks = figures.daily_peaks(slots.in_use, slots.whole)
    present = _present(reported, days, facts)
    rows: dict[Any, list[int]] = {}
    for row, day in enumerate(days.days):
        rows.setdefault(first_of(day, by), []).append(row)
    demand = None if facts is None else demand_of_facts(facts)
    return {
        "scope": scope_of(reported, days, left_out=LeftOut(desks=slots.withheld_desks), demand=demand),
        "by": by.value,
        "p95": figures.peaks(peaks).p95,
        "rows": [
            {"day": first, **_row(np.array(its), slots, peaks, present, days, of_desks=facts is None)}
            for first, its in rows.items()
        ],
    }


def _row(
    its: NDArray[np.int64],
    slots: PlaceSlots,
    peaks: figures.Counts,
    present: figures.Counts,
    days: ReportDays,
    *,
    of_desks: bool,
) -> dict[str, Any]:
    in_use, in_service, counted = slots.in_use[its], slots.in_service[its], slots.counted[its]
    served = np.where(slots.whole[its], in_service, 0)
    highest = int(peaks[its].argmax())
    known = int(peaks[its][highest]) != figures.UNKNOWN
    at = int(figures.peak_slots(in_use, slots.whole[its])[highest])
    most = int(present[its].max())
    return {
        "peak": int(peaks[its][highest]) if known else None,
        "peak_at": slot_time(days.first_slot + at).isoformat("minutes") if known else None,
        "present": None if most == _UNKNOWN else most,
        "in_service": int(served.max()) if known and of_desks else None,
        "average": figures.average_utilisation(in_use, in_service, counted) if of_desks else None,
        "provisional": bool(days.provisional[its].any()),
    }


def _present(reported: Reported, days: ReportDays, facts: DepartmentFacts | None) -> figures.Counts:
    """Distinct people of each day: by gates or check-ins of whoever has a roll, else by gates alone."""
    nobody_knows = np.full(len(days), _UNKNOWN, dtype=np.int64)
    if facts is not None or reported.place.has_roll:
        roll = roll_days(facts if facts is not None else facts_of_everybody(days), days)
        return np.where(roll.told, roll.present, _UNKNOWN)
    if reported.place.kind is PlaceKind.AREA:
        return nobody_knows
    places = place_alone(reported.place)
    people = people_slots(places, days).get(places.ids[0])
    return nobody_knows if people is None else np.where(days.gate, people[1], _UNKNOWN)
