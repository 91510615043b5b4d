"""Why a question about desks has no answer, and why a scenario is not changed."""

from enum import StrEnum


class PlanningRefusal(StrEnum):
    NO_FACTS = "planning_no_facts"
    TOO_FEW_DAYS = "planning_too_few_days"
    DEPARTMENT_WITHHELD = "department_withheld"
    SCENARIO_CHANGED = "scenario_changed"
    SCENARIO_NAME_TAKEN = "scenario_name_taken"
    TOO_MANY_SCENARIOS = "planning_too_many_scenarios"
