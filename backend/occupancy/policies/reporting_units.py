"""Which departments of a day may be told about, so that nobody reads a group of fewer than five out of the figures.

A figure of a department is a sum over everyone below it. Sums can be taken from each other: a bureau of 40 less its
published sections of 37 leaves three people. So the rule is about what is left. What a published department has beyond
the published departments below it is its *reporting unit*; every unit is of five people or more, or of nobody. So is
what the whole city has beyond its published departments, as figures of everybody are always known. All that can be
worked out by adding and taking away is made of whole units, because the departments are a tree (docs/decisions/0058),
and so never tells of one to four people.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

SMALLEST_GROUP = 5
"""Fewer people than these are never told of: the rule of this product (docs/occupancy.md)."""


@dataclass(frozen=True, slots=True)
class Node:
    """A department of the day: those who are directly in it, and the department it is in; None or unknown: none."""

    id: int
    parent: int | None
    own_people: int


_Picked: TypeAlias = "tuple[_Picked, _Picked, int | None] | tuple[()]"
"""The departments chosen so far, as a tree whose ends are empty: joining two costs nothing."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """A way of publishing below a node: the more departments the better, then those higher up, then the larger."""

    departments: int = 0
    height: int = 0
    people: int = 0
    picked: _Picked = ()

    @property
    def worth(self) -> tuple[int, int, int]:
        return self.departments, self.height, self.people

    def joined(self, other: "_Choice", chosen: int | None = None) -> "_Choice":
        return _Choice(
            self.departments + other.departments,
            self.height + other.height,
            self.people + other.people,
            self.picked if chosen is None and not other.picked else (self.picked, other.picked, chosen),
        )


def published(tree: Sequence[Node], smallest: int = SMALLEST_GROUP) -> frozenset[int]:
    """The departments whose figures may be shown, as many as can be.

    Where several choices are equally many, the departments higher up are kept, and then the larger ones, so that the
    fewest people are left out; what is left is decided by the order of ids. Departments without people are never among
    them. People in no department, such as visitors, belong here too, as a node of their own without a parent. Raises
    ValueError where departments are in one another.
    """
    by_id = {node.id: node for node in tree}
    below: dict[int | None, list[Node]] = {}
    for node in sorted(by_id.values(), key=lambda each: each.id):
        below.setdefault(node.parent if node.parent in by_id else None, []).append(node)
    depths = _depths(below)
    if len(depths) != len(by_id):
        raise ValueError("departments are in one another")
    people: dict[int, int] = {}
    ways: dict[int, dict[int, _Choice]] = {}
    for node_id in sorted(depths, key=lambda each: -depths[each]):
        node, children = by_id[node_id], below.get(node_id, [])
        people[node_id] = node.own_people + sum(people[child.id] for child in children)
        ways[node_id] = _ways(node, [ways.pop(child.id) for child in children], people[node_id], depths, smallest)
    city = _joined_ways(0, [ways[root.id] for root in below.get(None, [])], smallest)
    best = max((city[left] for left in (0, smallest) if left in city), key=lambda each: each.worth, default=_Choice())
    return frozenset(_ids(best.picked))


def _depths(below: Mapping[int | None, Sequence[Node]]) -> dict[int, int]:
    """How far each department is from its root."""
    depths: dict[int, int] = {}
    level = [node.id for node in below.get(None, [])]
    depth = 0
    while level:
        depths.update(dict.fromkeys(level, depth))
        level = [child.id for node_id in level for child in below.get(node_id, [])]
        depth += 1
    return depths


def _ways(
    node: Node, children: Sequence[Mapping[int, _Choice]], people: int, depths: Mapping[int, int], smallest: int
) -> dict[int, _Choice]:
    """The best choice below a node for each number of people that it leaves to the department above.

    People are counted up to `smallest`: more of them are as good as that many.
    """
    ways = _joined_ways(node.own_people, children, smallest)
    told = _Choice(departments=1, height=-depths[node.id], people=people)
    if people >= smallest:
        for left in (0, smallest):
            if left in ways:
                _keep(ways, 0, ways[left].joined(told, node.id))
    return ways


def _joined_ways(own_people: int, children: Sequence[Mapping[int, _Choice]], smallest: int) -> dict[int, _Choice]:
    """The best choice below several departments for each number of people whom they and `own_people` leave."""
    ways = {min(own_people, smallest): _Choice()}
    for child in children:
        joined: dict[int, _Choice] = {}
        for left, choice in ways.items():
            for more, other in child.items():
                _keep(joined, min(left + more, smallest), choice.joined(other))
        ways = joined
    return ways


def _keep(ways: dict[int, _Choice], left: int, choice: _Choice) -> None:
    """Keep the better of two choices that leave equally many."""
    known = ways.get(left)
    if known is None or choice.worth > known.worth:
        ways[left] = choice


def _ids(picked: _Picked) -> Iterator[int]:
    """The chosen departments of a tree of joins."""
    waiting = [picked]
    while waiting:
        taken = waiting.pop()
        if taken:
            left, right, chosen = taken
            waiting += [left, right]
            if chosen is not None:
                yield chosen
