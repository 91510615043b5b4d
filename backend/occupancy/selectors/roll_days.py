"""Attendance and telework of a report's people, day by day."""

import numpy as np

from occupancy.policies.roll_days import RollDays, day_sums
from occupancy.selectors.department_facts import DepartmentFacts
from occupancy.selectors.report_days import ReportDays


def roll_days(facts: DepartmentFacts, days: ReportDays) -> RollDays:
    """The people of `facts`, added up by day; a day without a row is not told."""
    numbers = {
        name: day_sums(facts.where, facts.numbers[name], len(days))
        for name in ("on_roll", "gate_people", "checked_in_people", "telework_halves")
    }
    told = np.zeros(len(days), dtype=bool)
    told[facts.where] = True
    return RollDays(
        told=told & (numbers["on_roll"] > 0),
        by_gate=days.gate,
        on_roll=numbers["on_roll"],
        present=np.where(days.gate, numbers["gate_people"], numbers["checked_in_people"]),
        telework_halves=numbers["telework_halves"],
    )
