"""Desks for several people together: a connected set of free desks, as close to each other as can be found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from seating.policies.adjacency import ACROSS_AN_AISLE_METRES, TOUCHING_METRES, DeskBox, apart, neighbours

AT_MOST_PROPOSALS = 3
MOST_SHARED = 0.5
"""The part of its desks that a further proposal may share with an earlier one."""


@dataclass(frozen=True, slots=True)
class DeskSet:
    """Desks in order of their codes. `across` says that an aisle lies between some; `metres` is the mean distance."""

    desks: tuple[DeskBox, ...]
    across: bool
    metres: float

    @property
    def worst_rank(self) -> int:
        return max(desk.rank for desk in self.desks)


def sets_together(free: Sequence[DeskBox], size: int) -> list[DeskSet]:
    """Up to three sets of `size` free desks, the best first.

    Desks that touch come before desks with an aisle between them, nearer areas before farther ones, closer before
    wider. Each set is grown from one desk by always adding the neighbour nearest to those already in it; that is not
    every set there is, but all of them are connected and the closest of them are among these.
    """
    found: list[DeskSet] = []
    for gap in (TOUCHING_METRES, ACROSS_AN_AISLE_METRES):
        grown = _grown_from_each(free, size, gap)
        grown.sort(key=lambda one: (one.worst_rank, round(one.metres, 3), [desk.code for desk in one.desks]))
        for one in grown:
            if len(found) < AT_MOST_PROPOSALS and all(_differ(one, other) for other in found):
                found.append(one)
    return found


def _grown_from_each(free: Sequence[DeskBox], size: int, gap: float) -> list[DeskSet]:
    by_id = {desk.desk_id: desk for desk in free}
    beside = neighbours(free, gap)
    sets: dict[frozenset[int], DeskSet] = {}
    for start in free:
        members = _grown(start, by_id, beside, size)
        if members is not None:
            key = frozenset(desk.desk_id for desk in members)
            sets.setdefault(key, _as_set(members, across=gap > TOUCHING_METRES))
    return list(sets.values())


def _grown(
    start: DeskBox, by_id: Mapping[int, DeskBox], beside: Mapping[int, set[int]], size: int
) -> list[DeskBox] | None:
    members = [start]
    chosen = {start.desk_id}
    edge = {number: apart(start, by_id[number]) for number in beside[start.desk_id]}
    while len(members) < size:
        if not edge:
            return None
        nearest = min(edge, key=lambda number: (by_id[number].rank, edge[number], by_id[number].code))
        added = by_id[nearest]
        del edge[nearest]
        members.append(added)
        chosen.add(nearest)
        for number in edge:
            edge[number] += apart(added, by_id[number])
        for number in beside[nearest] - chosen - edge.keys():
            edge[number] = sum(apart(member, by_id[number]) for member in members)
    return members


def _as_set(members: Sequence[DeskBox], *, across: bool) -> DeskSet:
    distances = [apart(one, other) for one, other in combinations(members, 2)]
    metres = sum(distances) / len(distances) if distances else 0.0
    return DeskSet(tuple(sorted(members, key=lambda desk: desk.code)), across, metres)


def _differ(one: DeskSet, other: DeskSet) -> bool:
    shared = {desk.desk_id for desk in one.desks} & {desk.desk_id for desk in other.desks}
    return len(shared) <= MOST_SHARED * len(one.desks) and set(one.desks) != set(other.desks)
