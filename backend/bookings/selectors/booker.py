"""Who books: the person's departments on the day of the booking."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from people.models import Post


@dataclass(frozen=True, slots=True)
class Booker:
    """`lineage` runs from the bureau to the section of the main post; `departments` holds those of every post."""

    person_id: int
    department_id: int | None
    lineage: tuple[int, ...]
    departments: frozenset[int]


def booker_on(person_id: int, day: date) -> Booker:
    """The person with the posts held on `day`."""
    posts = (
        Post.objects.filter(
            Q(active_to__isnull=True) | Q(active_to__gte=day), person_id=person_id, active_from__lte=day
        )
        .order_by("pk")
        .values_list("kind", "department_id", "department__lineage")
    )
    main: tuple[int | None, tuple[int, ...]] = (None, ())
    departments: set[int] = set()
    for kind, department_id, lineage in posts:
        departments.update(lineage or [department_id])
        if kind == Post.Kind.MAIN:
            main = (department_id, tuple(lineage or [department_id]))
    return Booker(person_id, main[0], main[1], frozenset(departments))
