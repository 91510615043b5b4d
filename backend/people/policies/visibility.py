"""Who may see where a person is, was or will be."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from people.policies.roles import Role


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

    def __str__(self) -> str:
        """The same text in every process, for tags: a set of words would be written in another order in each."""
        roles = ",".join(sorted(self.roles))
        return f"{self.account_id} {self.person_id} {sorted(self.departments)} {sorted(self.manages)} {roles}"


@dataclass(frozen=True, slots=True)
class Seen:
    """Whom the question is about: `departments` are those of the posts, `lineage` these and all above them.

    A visitor has neither, but a host.
    """

    person_id: int
    visibility: str
    departments: frozenset[int]
    lineage: frozenset[int]
    visitor: bool = False
    host_id: int | None = None


def is_manager_of(viewer: Viewer, lineage: Collection[int]) -> bool:
    """Whether `viewer` manages one of the departments of `lineage`, which runs from the root down to the own one."""
    return not viewer.manages.isdisjoint(lineage)


def may_see_where(viewer: Viewer, seen: Seen, *, day: date, today: date) -> bool:
    """Whether `viewer` may know where `seen` is on `day`.

    One's own days always; one's people's, as their manager, always, the past too. Anybody else: today and the coming
    days, as far as the person's own wish lets them, and never the past. docs/architecture.md says so among what must
    always be true. Who a visitor is, is for the host and for facilities, and not in the past either.
    """
    if viewer.person_id == seen.person_id:
        return True
    if seen.visitor:
        return day >= today and may_know_visitor(viewer, seen.host_id)
    if is_manager_of(viewer, seen.lineage):
        return True
    if day < today:
        return False
    if seen.visibility == Visibility.EVERYONE:
        return True
    return seen.visibility == Visibility.SECTION and not viewer.departments.isdisjoint(seen.departments)


def may_know_visitor(viewer: Viewer, host_id: int | None) -> bool:
    """Whether `viewer` may know a visitor's name: as the host, or for facilities."""
    return Role.FACILITIES in viewer.roles or (host_id is not None and host_id == viewer.person_id)
