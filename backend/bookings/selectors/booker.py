"""Who books: the person's departments on the day of the booking."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.prepared import prepared_cursor
from people.models import Post


@dataclass(frozen=True, slots=True)
class Booker:
    """`lineage` runs from the bureau to the section of the main post; `departments` holds those of every post."""

    person_id: int
    department_id: int | None
    lineage: tuple[int, ...]
    departments: frozenset[int]


# Written out and prepared: every attempt to book asks it.
_POSTS = """
SELECT post.kind, post.department_id, department.lineage
  FROM people_post post JOIN people_department department ON department.id = post.department_id
 WHERE post.person_id = %(person)s AND post.active_from <= %(day)s
   AND (post.active_to IS NULL OR post.active_to >= %(day)s)
 ORDER BY post.id
"""


def booker_on(person_id: int, day: date) -> Booker:
    """The person with the posts held on `day`."""
    with prepared_cursor() as cursor:
        cursor.execute(_POSTS, {"person": person_id, "day": day})
        posts = cursor.fetchall()
    return booker_with(person_id, posts)


def bookers_on(person_id: int, days: Iterable[date]) -> dict[date, Booker]:
    """The person with the posts held on each of `days`; one query."""
    posts = Post.objects.filter(person_id=person_id).order_by("pk")
    rows = list(posts.values_list("kind", "department_id", "department__lineage", "active_from", "active_to"))
    return {
        day: booker_with(person_id, [row[:3] for row in rows if row[3] <= day and (row[4] is None or day <= row[4])])
        for day in days
    }


def booker_with(person_id: int, posts: Sequence[Sequence[Any]]) -> Booker:
    """The person with `posts`: of each its kind, its department and that department's lineage."""
    main: tuple[int | None, tuple[int, ...]] = (None, ())
    departments: set[int] = set()
    for kind, department_id, lineage in posts:
        departments.update(lineage or [department_id])
        if kind == Post.Kind.MAIN:
            main = (department_id, tuple(lineage or [department_id]))
    return Booker(person_id, main[0], main[1], frozenset(departments))
