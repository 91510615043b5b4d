"""What a placement is about where nothing was said: sections with the desks they need, floors with theirs."""

import math
from collections import defaultdict
from datetime import date
from typing import Any

from django.db.models import Count, Q

from people.models import Department, PersonKind, Post
from planning.models.scenario import Scenario
from planning.policies.placing_asked import Proposal
from planning.policies.placing_sharing import percentile_of
from planning.policies.sections_by_rates import sections_by_rates
from planning.policies.supposed import FromRates, Supposed
from planning.selectors.presence_days import presence_days
from spaces.models import Building, DeskMode
from spaces.policies.floor_plan import DAYS_OF_WEEK, FloorPlan
from spaces.selectors.floors import floor_plans

DESKS_A_PERSON = 0.7
"""Where neither a scenario nor facts tell: so many desks for each person on the roll."""

USUAL_PERCENTILE = 0.95


def proposal_of(building: Building, day: date, scenario: Scenario | None) -> Proposal:
    """Departments with people of their own on `day`, and the floors of the building with a layout in force.

    The desks of a section are those of the scenario's answer, or by its stated rates; else the 95th percentile of how
    many were there at once in the last months, where its figures may be shown; else 0.7 of its roll.
    """
    plans = floor_plans(day, building_id=building.pk)
    rolls = _rolls(day)
    departments = {one.pk: one for one in Department.objects.filter(pk__in=_with_lineage(rolls))}
    homes = _homes(plans)
    supposed = scenario.supposed if scenario is not None else {}
    percentile = float(supposed.get("percentile") or USUAL_PERCENTILE)
    answered = _answered(scenario)
    by_rates = _by_rates(scenario, rolls)
    history = presence_days(sorted(rolls), before=day).by_department
    sections = []
    for pk, roll in rolls.items():
        department = departments[pk]
        above = [departments[one] for one in department.lineage if one != pk and one in departments]
        desks, basis = math.ceil(roll * DESKS_A_PERSON), "roll"
        if pk in answered:
            desks, basis = answered[pk], "scenario"
        elif pk in by_rates:
            desks, basis = by_rates[pk], "rates"
        elif any(history.get(pk, ())):
            desks, basis = percentile_of([one for one in history[pk] if one is not None], percentile), "history"
        sections.append(
            {
                "department": pk,
                "code": department.code,
                "name": department.name,
                "bureau": next((one.name for one in above if one.kind == Department.Kind.BUREAU), ""),
                "lineage": [[one.pk, one.kind, one.code] for one in above],
                "desks": max(1, desks),
                "basis": basis,
                "counter": department.counter_duty,
                "from_floor": homes.get(pk)
                or next((homes[one.pk] for one in reversed(above) if one.pk in homes), None),
            }
        )
    return Proposal(
        building_id=building.pk,
        building_name=building.name,
        day=day.isoformat(),
        sections=tuple(sorted(sections, key=lambda row: str(row["code"]))),
        floors=tuple(_floor(plan) for plan in plans),
        percentile=percentile,
        may_share=supposed.get("basis") != "rates",
    )


def homes_today(building: Building, day: date) -> dict[int, int]:
    """The floor on which each department is at home on `day`: of several, where it has the most desks."""
    return _homes(floor_plans(day, building_id=building.pk))


def _rolls(day: date) -> dict[int, int]:
    posts = Post.objects.filter(
        Q(active_to__isnull=True) | Q(active_to__gte=day),
        Q(department__active_to__isnull=True) | Q(department__active_to__gte=day),
        Q(person__active_to__isnull=True) | Q(person__active_to__gte=day),
        kind=Post.Kind.MAIN,
        active_from__lte=day,
        person__kind=PersonKind.STAFF,
    )
    return dict(posts.values("department_id").annotate(people=Count("pk")).values_list("department_id", "people"))


def _with_lineage(rolls: dict[int, int]) -> set[int]:
    found: set[int] = set(rolls)
    for lineage in Department.objects.filter(pk__in=rolls).values_list("lineage", flat=True):
        found.update(lineage or ())
    return found


def _answered(scenario: Scenario | None) -> dict[int, int]:
    if scenario is None or not scenario.answer:
        return {}
    rows = scenario.answer.get("by_department") or ()
    return {row["department"]["id"]: int(row["needed"]) for row in rows if row.get("needed") is not None}


def _by_rates(scenario: Scenario | None, rolls: dict[int, int]) -> dict[int, int]:
    if scenario is None:
        return {}
    supposed = Supposed.of(scenario.supposed)
    return sections_by_rates(supposed, supposed.basis, rolls) if isinstance(supposed.basis, FromRates) else {}


def _homes(plans: tuple[FloorPlan, ...]) -> dict[int, int]:
    weight: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for plan in plans:
        for area in plan.areas:
            desks = len(plan.desks_in(area.id))
            for weekday in range(DAYS_OF_WEEK):
                for department_id in area.homes(weekday):
                    weight[department_id][plan.floor.id] += desks
    return {department_id: max(floors, key=lambda one: (floors[one], -one)) for department_id, floors in weight.items()}


def _floor(plan: FloorPlan) -> dict[str, Any]:
    return {
        "floor": plan.floor.id,
        "code": plan.floor.code,
        "name": plan.floor.name,
        "level": plan.floor.level,
        "capacity": sum(desk.mode != DeskMode.UNAVAILABLE for desk in plan.desks),
    }
