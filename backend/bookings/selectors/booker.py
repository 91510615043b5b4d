"""Who books: the person's departments on the day of the booking."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.prepared import prepared_cursor
from people.models import Person, PersonKind, Post


@dataclass(frozen=True, slots=True)
class Booker:
    """`lineage` runs from the bureau to the section of the main post; `departments` holds those of every post.

    A visitor sits where the host may sit, belongs to no department, and comes on the days of `visit`.
    """

    person_id: int
    department_id: int | None
    lineage: tuple[int, ...]
    departments: frozenset[int]
    visit: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """Who receives a visitor, and from which day to which."""

    host_id: int
    days: tuple[date, date]


# Written out and prepared: every attempt to book asks it.
_POSTS = """
SELECT post.kind, post.department_id, department.lineage,
       CASE WHEN person.kind = 'visitor' THEN person.active_from END,
       CASE WHEN person.kind = 'visitor' THEN person.active_to END
  FROM people_person person
  LEFT JOIN people_post post ON post.person_id = coalesce(person.host_id, person.id) AND post.active_from <= %(day)s
   AND (post.active_to IS NULL OR post.active_to >= %(day)s)
  LEFT JOIN people_department department ON department.id = post.department_id
 WHERE person.id = %(person)s
 ORDER BY post.id
"""


def booker_on(person_id: int, day: date) -> Booker:
    """The person with the posts held on `day`."""
    with prepared_cursor() as cursor:
        cursor.execute(_POSTS, {"person": person_id, "day": day})
        rows = cursor.fetchall()
    visit = next(((first, last) for *_post, first, last in rows if first is not None), None)
    return booker_with(person_id, [row[:3] for row in rows if row[1] is not None], visit)


def bookers_on(person_id: int, days: Iterable[date]) -> dict[date, Booker]:
    """The person with the posts held on each of `days`; two queries."""
    visit = visits_of([person_id]).get(person_id)
    posts = Post.objects.filter(person_id=visit.host_id if visit else person_id).order_by("pk")
    rows = list(posts.values_list("kind", "department_id", "department__lineage", "active_from", "active_to"))
    return {
        day: booker_with(
            person_id,
            [row[:3] for row in rows if row[3] <= day and (row[4] is None or day <= row[4])],
            visit.days if visit else None,
        )
        for day in days
    }


def visits_of(person_ids: Iterable[int]) -> dict[int, Visit]:
    """The visits of those who are visitors; one query."""
    rows = Person.objects.filter(pk__in=set(person_ids), kind=PersonKind.VISITOR)
    return {
        pk: Visit(host_id, (first, last))
        for pk, host_id, first, last in rows.values_list("pk", "host_id", "active_from", "active_to")
        if host_id is not None and first is not None and last is not None
    }


def booker_with(person_id: int, posts: Sequence[Sequence[Any]], visit: tuple[date, date] | None = None) -> Booker:
    """The person with `posts`: of each its kind, its department and that department's lineage.

    For a visitor the posts are the host's, and `visit` the first and last day.
    """
    main: tuple[int | None, tuple[int, ...]] = (None, ())
    departments: set[int] = set()
    for kind, department_id, lineage in posts:
        departments.update(lineage or [department_id])
        if kind == Post.Kind.MAIN:
            main = (department_id if visit is None else None, tuple(lineage or [department_id]))
    return Booker(person_id, main[0], main[1], frozenset(departments), visit)
