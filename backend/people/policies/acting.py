"""Who may hold, change and give up a desk for whom (docs/decisions/0019)."""

from dataclasses import dataclass
from enum import StrEnum

from people.policies.roles import Role
from people.policies.visibility import Viewer, is_manager_of


class Relation(StrEnum):
    """Why somebody may act for a person."""

    ONESELF = "oneself"
    MANAGER = "manager"
    DELEGATE = "delegate"
    FACILITIES = "facilities"


@dataclass(frozen=True, slots=True)
class ActedFor:
    """Whom the question is about, today.

    `lineage` holds the departments of the person's posts and all above them; `delegates` those to whom the person has
    given the booking of desks for a period that runs today. A visitor has neither.
    """

    person_id: int
    on_the_roll: bool
    visitor: bool
    lineage: frozenset[int] = frozenset()
    delegates: frozenset[int] = frozenset()


def relation_to(viewer: Viewer, person: ActedFor) -> Relation | None:
    """Why `viewer` may book for `person`, the nearest reason first; None when they may not.

    What counts is today, whatever day the booking is for: a delegation says when somebody may act. A visitor's desk is
    for facilities alone, whoever the host is; and nobody books for a person who is no longer, or not yet, there.
    """
    if viewer.person_id is None:
        return None
    if viewer.person_id == person.person_id:
        return Relation.ONESELF
    if not person.on_the_roll:
        return None
    if person.visitor:
        return Relation.FACILITIES if Role.FACILITIES in viewer.roles else None
    if is_manager_of(viewer, person.lineage):
        return Relation.MANAGER
    return Relation.DELEGATE if viewer.person_id in person.delegates else None
