"""A person's own days: the picture of each, with the team day that the person's departments set for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from attendance.selectors.pictures import pictures
from attendance.selectors.plan_days import PlanDay, calendar_days
from core.revision import Slow
from people.models import Department
from people.policies.visibility import Viewer
from plans.models import TeamDay
from plans.selectors.team_days import team_days_of
from telework.selectors.rules import rules_for


@dataclass(frozen=True, slots=True)
class TeamDayShown:
    """A team day that concerns somebody; `rule` says whether telework on it is warned of or refused."""

    department_id: int
    name: str
    part: str
    rule: str


@dataclass(frozen=True, slots=True)
class MyDay:
    """A day of one's own."""

    day: PlanDay
    team_day: TeamDayShown | None


def my_days(
    viewer: Viewer, department: Department | None, first: date, last: date, slow: Mapping[Slow, int]
) -> list[MyDay]:
    """The viewer's days from `first` to `last`, both included; four queries. `department` is that of the main post.

    Somebody who is nobody on the roll has the days of the calendar and nothing more.
    """
    dates = calendar_days(first, last, slow)
    if viewer.person_id is None:
        return [MyDay(PlanDay(one, None), None) for one in dates]
    mine = pictures([viewer.person_id], first, last, slow)[viewer.person_id]
    rule = str(rules_for(tuple(department.lineage or ()) if department else (), slow).team_days.value)
    # The nearest department's word is the one shown, where more than one set the day.
    of_departments = sorted(
        team_days_of(viewer.departments, first, last), key=lambda one: len(one.department.lineage or ())
    )
    team_days = {one.day: _shown(one, rule) for one in of_departments}
    return [MyDay(PlanDay(one, mine[one.day]), team_days.get(one.day)) for one in dates]


def _shown(one: TeamDay, rule: str) -> TeamDayShown:
    return TeamDayShown(one.department_id, one.department.name, one.part, rule)
