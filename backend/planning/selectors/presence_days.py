"""How many people of departments were there at once, day by day, by the facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from occupancy.models import DepartmentDay, OccupancyDay

MOST_DAYS = 120
FEWEST_DAYS = 10
"""With fewer days nothing is said of what is usual."""


@dataclass(frozen=True, slots=True)
class PresenceDays:
    """For each department the most people at once in the core window of each of `days`; None where it is not told.

    Departments whose figures may not be shown on any of the days are not in it.
    """

    days: tuple[date, ...]
    by_department: dict[int, tuple[int | None, ...]]


def presence_days(department_ids: Sequence[int], *, before: date) -> PresenceDays:
    """The last working days before `before` that have facts: by the gates, else by check-ins."""
    known = OccupancyDay.objects.filter(working_day=True, provisional=False, day__lt=before).order_by("-day")
    rows = list(known.values_list("day", "coverage", "core_first", "core_end")[:MOST_DAYS])
    by_gate = [row for row in rows if row[1].get("gate_passages")]
    chosen = by_gate if len(by_gate) >= FEWEST_DAYS else [row for row in rows if row[1].get("confirmed_minutes")]
    if len(chosen) < FEWEST_DAYS:
        return PresenceDays((), {})
    column = "gate_present" if chosen is by_gate else "checked_in_present"
    window = {day: (first, end) for day, _, first, end in chosen}
    days = tuple(sorted(window))
    place = {day: number for number, day in enumerate(days)}
    found: dict[int, list[int | None]] = {}
    facts = DepartmentDay.objects.filter(day__in=days, department_id__in=department_ids, published=True)
    for department_id, day, present in facts.values_list("department_id", "day", column):
        first, end = window[day]
        found.setdefault(department_id, [None] * len(days))[place[day]] = max(present[first:end], default=0)
    return PresenceDays(days, {department_id: tuple(one) for department_id, one in found.items()})
