"""Weekdays by half-hours."""

from dataclasses import asdict
from typing import Any

from occupancy.policies import figures
from occupancy.policies.slots import slot_time
from occupancy.selectors.demand_sums import demand_of_facts
from occupancy.selectors.report_days import report_days
from occupancy.selectors.report_scope import LeftOut, scope_of
from occupancy.selectors.report_slots import department_of, slots_of_report
from occupancy.selectors.reported import Reported

_WEEKDAYS = range(5)


def heat_map(reported: Reported) -> dict[str, Any]:
    """`{scope, slots, rows}`: five rows from Monday, a cell for each slot of the core window."""
    days = report_days(reported.period)
    facts = department_of(reported, days)
    slots = slots_of_report(reported, days, facts)
    rows = []
    for weekday in _WEEKDAYS:
        its = days.weekdays == weekday
        cells = figures.heat_map(slots.in_use[its], slots.in_service[its], slots.counted[its])
        rows.append(
            {
                "weekday": weekday,
                "days": int(slots.counted[its].any(axis=1).sum()),
                "cells": [None if cell is None else asdict(cell) for cell in cells],
            }
        )
    return {
        "scope": scope_of(
            reported,
            days,
            left_out=LeftOut(desks=slots.withheld_desks),
            demand=None if facts is None else demand_of_facts(facts),
        ),
        "slots": [slot_time(slot).isoformat("minutes") for slot in range(days.first_slot, days.end_slot)],
        "rows": rows,
    }
