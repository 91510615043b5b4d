"""A floor as one viewer reads it: who is at home where, which areas are the viewer's, whose the assigned desks are."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q

from core import clock
from core.revision import PerRevision
from people.models import Department, Person, Post
from people.policies.visibility import Seen, Viewer, may_see_where
from spaces.policies.floor_plan import FloorPlan


@dataclass(frozen=True, slots=True)
class FloorReading:
    """`departments` by area id and `people` by person id, as briefs; `mine` are area ids."""

    plan: FloorPlan
    departments: Mapping[int, list[dict[str, Any]]]
    mine: frozenset[int]
    people: Mapping[int, dict[str, Any]]


def floor_reading(
    plan: FloorPlan, day: dt.date, viewer: Viewer, *, own: Collection[int], people_revision: int
) -> FloorReading:
    """What `viewer` reads of `plan` on `day`. `own` are the viewer's departments with all above them.

    At most two queries: one for who the assigned desks belong to, one for departments not known at `people_revision`.
    """
    weekday = day.weekday()
    known = _departments.get("all", people_revision)
    return FloorReading(
        plan=plan,
        departments={
            area.id: sorted(
                (known[number] for number in area.homes(weekday) if number in known), key=lambda brief: brief["code"]
            )
            for area in plan.areas
        },
        mine=frozenset(area.id for area in plan.areas if area.is_home_of(own, weekday)),
        people=assigned_people(plan, day, viewer),
    )


def departments_of(person_id: int | None, day: dt.date) -> frozenset[int]:
    """The departments of every post the person holds on `day`, with all above them; one query."""
    if person_id is None:
        return frozenset()
    found: set[int] = set()
    for department_id, lineage in (
        _posts_on(day).filter(person_id=person_id).values_list("department_id", "department__lineage")
    ):
        found.update(lineage or (), (department_id,))
    return frozenset(found)


def assigned_people(plan: FloorPlan, day: dt.date, viewer: Viewer) -> dict[int, dict[str, Any]]:
    """PersonBriefs by id of those whom desks of `plan` are assigned to, as far as `viewer` may know; one query."""
    wanted = {desk.assigned_to_id for desk in plan.desks if desk.assigned_to_id is not None}
    if not wanted:
        return {}
    posts = _posts_on(day).filter(person_id=OuterRef("pk")).values("department_id")
    rows = Person.objects.filter(pk__in=wanted).values_list(
        "pk", "name", "family_name", "visibility", "department__name", "department__lineage", ArraySubquery(posts)
    )
    return {
        pk: {"id": pk, "name": name, "family_name": family_name, "department": department or ""}
        for pk, name, family_name, visibility, department, lineage, sections in rows
        if may_see_where(
            viewer,
            Seen(pk, visibility, departments=frozenset(sections), lineage=frozenset(lineage or ())),
            day=day,
            today=clock.today(),
        )
    }


def _posts_on(day: dt.date) -> Any:
    return Post.objects.filter(Q(active_to__isnull=True) | Q(active_to__gte=day), active_from__lte=day)


def _read_departments(_key: str) -> dict[int, dict[str, Any]]:
    rows = Department.objects.values_list("pk", "code", "name")
    return {pk: {"id": pk, "code": code, "name": name} for pk, code, name in rows}


_departments = PerRevision(_read_departments)
