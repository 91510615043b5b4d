"""Whom the directory leaves without a section, and whose section has nobody at its head."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import Q

from people.models import Department, Person, Post
from people.selectors.finding import on_the_roll

if TYPE_CHECKING:
    from django.db.models import QuerySet


class Gap(StrEnum):
    """What is missing."""

    SECTION = "section"
    MANAGER = "manager"


@dataclass(frozen=True, slots=True)
class GapCounts:
    """How many people are on the roll, in how many departments, and how many lack what."""

    people: int
    departments: int
    without_section: int
    without_manager: int


def people_with_gap(gap: Gap, day: date) -> "QuerySet[Person]":
    """The staff on `day` who have no department that stands, or whose section has no 所属長 of its own."""
    people = on_the_roll(day)
    if gap is Gap.SECTION:
        return people.filter(Q(department__isnull=True) | Q(department__active_to__lt=day))
    return people.filter(department__in=_headless(day))


def gap_counts(day: date) -> GapCounts:
    """The figures for the administration screen."""
    standing = Department.objects.filter(_current(day))
    return GapCounts(
        people=on_the_roll(day).count(),
        departments=standing.count(),
        without_section=people_with_gap(Gap.SECTION, day).count(),
        without_manager=people_with_gap(Gap.MANAGER, day).count(),
    )


def _headless(day: date) -> list[int]:
    """Departments whose section (they themselves, or the one they are a unit of) nobody manages on `day`."""
    standing = {one.pk: one for one in Department.objects.filter(_current(day))}
    managing = Post.objects.filter(_current(day), manages=True, active_from__lte=day)
    on_roll = Q(person__active_to__isnull=True) | Q(person__active_to__gte=day)
    headed = set(managing.filter(on_roll).values_list("department_id", flat=True))
    return [pk for pk, one in standing.items() if _section_of(one, standing) not in headed]


def _section_of(department: Department, standing: dict[int, Department]) -> int:
    line = [standing[pk] for pk in reversed(department.lineage) if pk in standing]
    return next((one.pk for one in line if one.kind == Department.Kind.SECTION), department.pk)


def _current(day: date) -> Q:
    return Q(active_to__isnull=True) | Q(active_to__gte=day)
