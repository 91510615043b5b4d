"""What is known of a report's place, slot by slot: desks in use and in service, or people there and on the roll."""

import numpy as np

from occupancy.policies.place_slots import PlaceSlots, unknown
from occupancy.policies.roll_days import day_sums
from occupancy.policies.sources import PlaceKind, Source
from occupancy.selectors.department_facts import DepartmentFacts, facts_of_department
from occupancy.selectors.place_slots import slots_of_places
from occupancy.selectors.report_days import ReportDays
from occupancy.selectors.report_places import place_alone
from occupancy.selectors.reported import Reported

PRESENT = {Source.BOOKING: "booked_present", Source.CHECK_IN: "checked_in_present", Source.GATE: "gate_present"}
"""Where a source's presence stands in DepartmentDay; counts and sensors know no departments."""


def department_of(reported: Reported, days: ReportDays) -> DepartmentFacts | None:
    """The facts of the department that a report is about, with its presence by the source; None of a place."""
    if reported.place.kind is not PlaceKind.DEPARTMENT or reported.place.id is None:
        return None
    column = PRESENT.get(reported.source)
    return facts_of_department(reported.place.id, days, [column] if column else [])


def slots_of_report(reported: Reported, days: ReportDays, facts: DepartmentFacts | None) -> PlaceSlots:
    """Of a place its desks, or its people by gates; of a department (`facts`) its people beside those on its roll."""
    if facts is None:
        places = place_alone(reported.place)
        return slots_of_places(places, days, reported.source).get(places.ids[0]) or unknown(*days.core.shape)
    column = PRESENT.get(reported.source)
    if column is None:
        return unknown(*days.core.shape)
    told = np.zeros(len(days), dtype=bool)
    told[facts.where] = True
    if reported.source is Source.GATE:
        told &= days.gate
    present = np.zeros(days.core.shape, dtype=np.int64)
    present[facts.where] = facts.slots[column]
    on_roll = day_sums(facts.where, facts.numbers["on_roll"], len(days))
    counted = days.core & told[:, None]
    return PlaceSlots(present, np.broadcast_to(on_roll[:, None], days.core.shape), counted, counted)
