"""Who was on the roll on a day, and in which departments: by the posts that were active then."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from occupancy.models import DepartmentDay
from people.models import Department, PersonKind, Post


@dataclass(frozen=True, slots=True)
class DepartmentThen:
    """A department as the day calls it; `lineage` are ids from the root down to this one."""

    id: int
    name: str
    kind: str
    lineage: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RollOfDay:
    """By person id the department of the main post; by id every department that somebody is in, or in one below it."""

    department_of: Mapping[int, int]
    departments: Mapping[int, DepartmentThen]

    def lineage_of(self, person_id: int) -> tuple[int, ...]:
        """The departments that count the person: from the root down; none for somebody who has no post."""
        department_id = self.department_of.get(person_id)
        return () if department_id is None else self.departments[department_id].lineage


def roll_of_day(day: date, *, frozen: bool) -> RollOfDay:
    """Who was on the roll.

    With `frozen`, departments that the day's facts name already keep that name, kind and lineage: renaming a section
    or hanging it elsewhere is nothing that happened on a day of the past.
    """
    department_of = dict(_main_posts(day))
    known = _as_frozen(day) if frozen else {}
    every = {row.id: row for row in _as_they_are()} | known
    wanted = {above for department_id in set(department_of.values()) for above in every[department_id].lineage}
    return RollOfDay(department_of, {department_id: every[department_id] for department_id in sorted(wanted)})


def _main_posts(day: date) -> list[tuple[int, int]]:
    posts = Post.objects.filter(
        Q(active_to__isnull=True) | Q(active_to__gte=day),
        Q(person__active_from__isnull=True) | Q(person__active_from__lte=day),
        Q(person__active_to__isnull=True) | Q(person__active_to__gte=day),
        kind=Post.Kind.MAIN,
        active_from__lte=day,
        person__kind=PersonKind.STAFF,
    )
    return list(posts.order_by("person_id").values_list("person_id", "department_id"))


def _as_they_are() -> list[DepartmentThen]:
    rows = Department.objects.values_list("pk", "name", "kind", "lineage")
    return [DepartmentThen(pk, name, kind, tuple(lineage) or (pk,)) for pk, name, kind, lineage in rows]


def _as_frozen(day: date) -> dict[int, DepartmentThen]:
    rows = DepartmentDay.objects.filter(day=day).values_list("department_id", "name", "kind", "lineage")
    return {pk: DepartmentThen(pk, name, kind, tuple(lineage)) for pk, name, kind, lineage in rows}
