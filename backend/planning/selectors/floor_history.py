"""What the facts say of floors in the last weeks, and whose floor is which."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from occupancy.models import FloorPresence, OccupancyDay, PlaceDay
from people.models import Department, Person
from people.models.person import PersonKind
from planning.policies.forecast import LEAST_DAYS, Floats, FloorHistory
from planning.selectors.calendar import working_days
from plans.models import TeamDay
from spaces.policies.floor_plan import FloorPlan

WEEKS_BACK = 12
MOST_DAYS = 40
"""Eight weeks: what is older says little of the coming days."""


@dataclass(frozen=True, slots=True)
class FloorPeople:
    """The people at home on each floor (by the floor's number in the list), by their departments."""

    floor_of_department: Mapping[int, int]
    people_of_department: Mapping[int, int]
    lineage_of: Mapping[int, Sequence[int]]
    floors: int

    @property
    def people(self) -> Floats:
        """How many are at home on each floor."""
        counts = np.zeros(self.floors)
        for department, floor in self.floor_of_department.items():
            counts[floor] += self.people_of_department.get(department, 0)
        return counts

    def team_shares(self, days: Sequence[date]) -> Floats:
        """The share of each floor's people whose department, or one above it, has a team day; by floor and day."""
        found = np.zeros((self.floors, len(days)))
        if not days:
            return found
        number = {day: place for place, day in enumerate(days)}
        rows = TeamDay.objects.filter(day__range=(min(days), max(days))).values_list("day", "department_id")
        teams: dict[int, set[int]] = {}
        for day, department in rows:
            if day in number:
                teams.setdefault(number[day], set()).add(department)
        for place, departments in teams.items():
            for department, floor in self.floor_of_department.items():
                if not departments.isdisjoint(self.lineage_of[department]):
                    found[floor, place] += self.people_of_department.get(department, 0)
        whole = self.people[:, None]
        return np.divide(found, whole, out=np.zeros_like(found), where=whole > 0)


def people_of_floors(plans: Sequence[FloorPlan], today: date) -> FloorPeople:
    """Whose people are at home on which floor: by the area that is home to their department, or to the next above."""
    home: dict[int, int] = {}
    for number, plan in enumerate(plans):
        for area in plan.areas:
            for department in area.homes(today.weekday()):
                home.setdefault(department, number)
    lineages = {
        pk: tuple(lineage or (pk,)) for pk, lineage in Department.objects.values_list("pk", "lineage").order_by("code")
    }
    floor_of = {}
    for pk, lineage in lineages.items():
        floor = next((home[one] for one in reversed(lineage) if one in home), None)
        if floor is not None:
            floor_of[pk] = floor
    people: dict[int, int] = {}
    staff = Person.objects.filter(kind=PersonKind.STAFF, department_id__in=list(floor_of))
    rows = staff.exclude(active_to__lt=today).exclude(active_from__gt=today)
    for department in rows.values_list("department_id", flat=True):
        if department is not None:
            people[department] = people.get(department, 0) + 1
    return FloorPeople(floor_of, people, lineages, len(plans))


def floor_history(plans: Sequence[FloorPlan], today: date, of: FloorPeople) -> tuple[str | None, FloorHistory]:
    """The peaks of floors on past working days, and their source: gates where they tell of enough days, else check-ins.

    Days that are not over are left out. Without any source there is no day.
    """
    asked = working_days(today - timedelta(weeks=WEEKS_BACK), today - timedelta(days=1))
    rows = OccupancyDay.objects.filter(day__in=asked, provisional=False).order_by("day")
    days = [(one.day, one.core_first, one.core_end, one.coverage) for one in rows]
    gates = [(day, first, end) for day, first, end, coverage in days if coverage.get("gate_passages")]
    known = [(day, first, end) for day, first, end, coverage in days if coverage.get("confirmed_minutes")]
    source = "gate" if len(gates) >= LEAST_DAYS or len(gates) >= len(known) else "check_in"
    chosen = (gates if source == "gate" else known)[-MOST_DAYS:]
    core = {day: (first, end) for day, first, end in chosen}
    peaks = _peaks([plan.floor.id for plan in plans], core, source)
    history = FloorHistory(list(core), peaks, of.team_shares(list(core)))
    return (source if chosen else None), history


def _peaks(floors: Sequence[int], core: Mapping[date, tuple[int, int]], source: str) -> Floats:
    number = {floor: place for place, floor in enumerate(floors)}
    column = {day: place for place, day in enumerate(core)}
    if source == "gate":
        rows = FloorPresence.objects.filter(day__in=list(core), floor_id__in=floors)
        read = list(rows.values_list("day", "floor_id", "present"))
    else:
        places = PlaceDay.objects.filter(day__in=list(core), floor_id__in=floors, area__isnull=True)
        read = list(places.values_list("day", "floor_id", "checked_in"))
    slots = np.zeros((len(floors), len(core), 48))
    for day, floor, counts in read:
        first, end = core[day]
        slots[number[floor], column[day], first:end] += counts[first:end]
    peaks: Floats = slots.max(axis=2)
    return peaks
