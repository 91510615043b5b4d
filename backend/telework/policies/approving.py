"""Who decides about whose request, and as what. Knows no Django.

The 所属長 of the nearest department up the lineage of the main post decides, a delegate (代決) in that one's place, and
the next up when nobody has answered for a set time. Nobody decides about the own request, and no subordinate about a
manager's: of whoever manages a department, only those above it decide.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from telework.policies.forms import DecidedAs

NOBODY: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Approvers:
    """Who decides about one person's requests today.

    `managers` are those of the nearest department that has one, `next_up` those above them; `delegates` says in whose
    place each delegate decides.
    """

    person_id: int
    department_id: int | None = None
    lineage: tuple[int, ...] = ()
    managers: frozenset[int] = NOBODY
    next_up: frozenset[int] = NOBODY
    delegates: Mapping[int, int] = field(default_factory=dict)

    def everybody(self, *, covered: bool) -> list[int]:
        """The ids of all who may decide now."""
        return sorted({*self.managers, *self.delegates, *(self.next_up if covered else NOBODY)} - {self.person_id})


@dataclass(frozen=True, slots=True)
class Standing:
    """As what somebody decides, and for whom where it is in another's place."""

    decided_as: DecidedAs
    decided_for: int | None = None


def levels_above(
    person_id: int, lineage: Sequence[int], managers: Mapping[int, Iterable[int]]
) -> tuple[frozenset[int], frozenset[int]]:
    """The nearest managers of somebody whose main post is at the end of `lineage`, and the next ones up.

    `managers` holds the 所属長 of each department. Departments that the person manages, and those below them, do not
    count: whoever manages there is below the person.
    """
    chain = list(lineage)
    for place, department in enumerate(chain):
        if person_id in managers.get(department, ()):
            chain = chain[:place]
            break
    levels: list[frozenset[int]] = []
    seen: set[int] = {person_id}
    for department in reversed(chain):
        found = frozenset(managers.get(department, ())) - seen
        if found:
            levels.append(found)
            seen |= found
    return (levels[0] if levels else NOBODY, levels[1] if len(levels) > 1 else NOBODY)


def approvers_from(
    person_id: int,
    department_id: int | None,
    lineage: Sequence[int],
    managers: Mapping[int, Iterable[int]],
    delegates: Mapping[int, Iterable[int]],
) -> Approvers:
    """Who decides about a person; `delegates` holds, by manager, to whom the approving is delegated today."""
    nearest, next_up = levels_above(person_id, lineage, managers)
    in_place: dict[int, int] = {}
    for manager in sorted(nearest):
        for delegate in delegates.get(manager, ()):
            if delegate != person_id and delegate not in nearest:
                in_place.setdefault(delegate, manager)
    return Approvers(person_id, department_id, tuple(lineage), nearest, next_up, in_place)


def standing_of(viewer_id: int | None, approvers: Approvers, *, covered: bool) -> Standing | None:
    """As what `viewer_id` decides, the nearest reason first; None for oneself and for everybody else.

    `covered` says that the request has waited for longer than the next up leaves to the manager.
    """
    if viewer_id is None or viewer_id == approvers.person_id:
        return None
    if viewer_id in approvers.managers:
        return Standing(DecidedAs.MANAGER)
    if viewer_id in approvers.delegates:
        return Standing(DecidedAs.DELEGATE, approvers.delegates[viewer_id])
    if covered and viewer_id in approvers.next_up:
        return Standing(DecidedAs.COVER, min(approvers.managers))
    return None
