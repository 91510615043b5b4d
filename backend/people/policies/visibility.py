"""Who may see where a person is, was or will be."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Visibility(StrEnum):
    """Who may see where this person is: everyone, the own section, or nobody but the manager."""

    EVERYONE = "everyone"
    SECTION = "section"
    MANAGER = "manager"


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who asks: the account, the person behind it if any, and the departments of today's posts.

    `departments` are those the person works in (main and concurrent posts), `manages` those whose 所属長 the person is.
    """

    account_id: int
    person_id: int | None
    departments: frozenset[int] = frozenset()
    manages: frozenset[int] = frozenset()
    roles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Seen:
    """Whom the question is about: `departments` are those of the posts, `lineage` these and all above them."""

    person_id: int
    visibility: str
    departments: frozenset[int]
    lineage: frozenset[int]


def is_manager_of(viewer: Viewer, lineage: Collection[int]) -> bool:
    """Whether `viewer` manages one of the departments of `lineage`, which runs from the root down to the own one."""
    return not viewer.manages.isdisjoint(lineage)


def may_see_where(viewer: Viewer, seen: Seen, *, day: date, today: date) -> bool:
    """Whether `viewer` may know where `seen` is on `day`.

    One's own days always; one's people's, as their manager, always, the past too. Anybody else: today and the coming
    days, as far as the person's own wish lets them, and never the past. docs/architecture.md says so among what must
    always be true.
    """
    if viewer.person_id == seen.person_id:
        return True
    if is_manager_of(viewer, seen.lineage):
        return True
    if day < today:
        return False
    if seen.visibility == Visibility.EVERYONE:
        return True
    return seen.visibility == Visibility.SECTION and not viewer.departments.isdisjoint(seen.departments)
