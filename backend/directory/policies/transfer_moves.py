"""What a planned transfer does to people's posts, before it is done: who leaves, and who has which posts then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from directory.policies.planned_values import PlannedEntry, Values, lineages
from directory.policies.runs import Subject
from people.policies.posts import DepartmentAbove, WantedPost, wanted_posts


@dataclass(frozen=True, slots=True)
class PlannedMove:
    """Somebody whose posts change, by number: from which department (code) to which, and with which posts."""

    number: str
    from_code: str
    to_code: str
    posts: Sequence[WantedPost]


@dataclass(frozen=True, slots=True)
class PlannedMoves:
    """`left` are numbers; `ended` codes of departments; `lines` each department's line of codes from the root."""

    left: Sequence[str]
    moved: Sequence[PlannedMove]
    ended: Sequence[str]
    lines: Mapping[str, Sequence[str]]


def planned_moves(
    entries: Sequence[PlannedEntry], kinds: Mapping[str, str], parents: Mapping[str, str | None]
) -> PlannedMoves:
    """Read the entries against the departments as they are now: `kinds` and `parents` by code."""
    kinds, parents = dict(kinds), dict(parents)
    before = lineages(kinds, parents)
    departments = [entry for entry in entries if entry.subject is Subject.DEPARTMENT]
    for entry in departments:
        if entry.after is not None:
            kinds[entry.key], parents[entry.key] = entry.after["kind"], entry.after["parent"]
    after = lineages(kinds, parents)
    people = [entry for entry in entries if entry.subject is Subject.PERSON]
    moved = []
    for entry in people:
        if entry.before is None or entry.after is None:
            continue
        was, becomes = _posts(entry.before, before), _posts(entry.after, after)
        if set(was) != set(becomes):
            number = entry.before["number"]
            moved.append(PlannedMove(number, entry.before["department"], entry.after["department"], becomes))
    return PlannedMoves(
        left=[entry.before["number"] for entry in people if entry.after is None and entry.before is not None],
        moved=moved,
        ended=[entry.key for entry in departments if entry.after is None],
        lines={code: [above.code for above in line] for code, line in after.items()},
    )


def _posts(values: Values, lines: Mapping[str, Sequence[DepartmentAbove]]) -> Sequence[WantedPost]:
    if values["department"] not in lines:
        return []
    return wanted_posts(
        title=values["title"], main=values["department"], concurrent=values["concurrent"], lineages=lines
    )
