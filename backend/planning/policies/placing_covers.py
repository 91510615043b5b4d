"""Rows that every placement keeps and the linear relaxation breaks: groups that do not fit together on some floors.

Seen section by section a floor is filled to the last desk by parts of sections. Seen group by group it is not: of two
bureaus that need seven tenths of a floor each only one lies on it as a whole. A *window* is a stretch of floors. A
group whose interval reaches out of the window still needs there what does not fit outside. Groups (or sections) that
need more than the window has, taken together, are a cover: not all of them need so much there. The most broken cover
of a window is found by dynamic programming over the tree of groups, then lifted to the groups left out. Source:
Crowder, Johnson and Padberg, Operations Research 31 (1983), here over intervals.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planning.policies.placing import PlacementProblem
from planning.policies.placing_program import Interval, Program, Row

BROKEN_BY = 0.02
_SURE = 1e-3
_NEVER = 9.0


@dataclass(frozen=True, slots=True)
class _Share:
    """A group needs `desks` of the window or more where one of `variables` holds."""

    node: int
    desks: int
    variables: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Window:
    """A stretch of floors with its desks, and what groups may need of it on one day, by their place in the tree."""

    capacity: int
    shares: tuple[tuple[_Share, ...], ...]


class Covers:
    """The covers of a program, for the days of its problem that are given."""

    def __init__(self, problem: PlacementProblem, program: Program, days: Sequence[int]) -> None:
        self._groups, self._after = _tree(program.intervals)
        self._known: set[tuple[tuple[tuple[int, int], ...], int]] = set()
        self._windows = [
            window
            for need in _needs(problem, self._groups, days)
            for window in _windows(program, [program.intervals[group] for group in self._groups], need)
        ]

    def broken_by(self, value: Sequence[float]) -> Iterator[Row]:
        """For each window the row that `value`, the relaxed variables, breaks most; none comes twice."""
        relaxed = np.asarray(value)
        for window in self._windows:
            chosen = self._most_broken(window, relaxed)
            if not chosen:
                continue
            row, most = self._lifted(window, chosen, relaxed)
            key = (tuple(sorted(row.items())), most)
            if key not in self._known and sum(by * value[one] for one, by in row.items()) > most + BROKEN_BY:
                self._known.add(key)
                yield row, most

    def _most_broken(self, window: _Window, relaxed: NDArray[np.float64]) -> list[tuple[_Share, float]]:
        """Shares that together pass the window, of which the relaxation holds nearly all; empty: no broken cover."""
        nodes = _likely(window, relaxed)
        places = [node for node, _ in nodes]
        size = window.capacity + 2
        costs = np.full((len(nodes) + 1, size), _NEVER)
        costs[0, 0] = 0.0
        from_stage = np.full(costs.shape, -1, dtype=np.int32)
        from_desks = np.zeros(costs.shape, dtype=np.int32)
        taken = np.full(costs.shape, -1, dtype=np.int32)
        every = np.arange(size, dtype=np.int32)
        for stage, (node, shares) in enumerate(nodes):
            here = costs[stage]
            _improve(costs, from_stage, from_desks, taken, stage, stage + 1, here, every, -1)
            behind = int(np.searchsorted(places, self._after[node]))
            for number, (share, held) in enumerate(shares):
                desks = min(share.desks, size - 1)
                there = np.full(size, _NEVER)
                there[desks:] = here[: size - desks] + max(0.0, 1.0 - held)
                came = every - desks
                beyond = size - 1 - desks + int(here[size - 1 - desks :].argmin())
                there[-1], came[-1] = here[beyond] + max(0.0, 1.0 - held), beyond
                _improve(costs, from_stage, from_desks, taken, stage, behind, there, came, number)
        if costs[-1, -1] > 1.0 - BROKEN_BY:
            return []
        found = []
        stage, desks = len(nodes), size - 1
        while stage > 0:
            before = int(from_stage[stage, desks])
            if (number := int(taken[stage, desks])) >= 0:
                found.append(nodes[before][1][number])
            stage, desks = before, int(from_desks[stage, desks])
        return found

    def _lifted(
        self, window: _Window, chosen: list[tuple[_Share, float]], relaxed: NDArray[np.float64]
    ) -> tuple[Mapping[int, int], int]:
        """The cover as a row, without shares it does not need, and with every other group as far as that can be."""
        cover = [share for share, _ in chosen]
        over = sum(share.desks for share in cover) - window.capacity
        for share, _ in sorted(chosen, key=lambda one: one[1]):
            if share.desks < over:
                cover.remove(share)
                over -= share.desks
        most = len(cover) - 1
        row: Counter[int] = Counter()
        within = np.zeros(window.capacity + 1, dtype=np.int64)
        taken: set[int] = set()
        others = [(share, float(relaxed[list(share.variables)].sum())) for shares in window.shares for share in shares]
        others.sort(key=lambda one: (-one[1], -one[0].desks))
        for share, first in [*((one, True) for one in cover), *((one, False) for one, _ in others)]:
            members = self._groups[share.node]
            if not first and not taken.isdisjoint(members):
                continue
            left = window.capacity - share.desks
            by = 1 if first else most - int(within[left]) if left >= 0 else most
            if by > 0:
                row.update(dict.fromkeys(share.variables, by))
                taken |= members
                if left >= 0:
                    within[share.desks :] = np.maximum(within[share.desks :], within[: left + 1] + by)
        return row, most


def _improve(
    costs: NDArray[np.float64],
    from_stage: NDArray[np.int32],
    from_desks: NDArray[np.int32],
    taken: NDArray[np.int32],
    stage: int,
    to: int,
    there: NDArray[np.float64],
    came: NDArray[np.int32],
    number: int,
) -> None:
    better = there < costs[to] - 1e-12
    costs[to][better] = there[better]
    from_stage[to][better] = stage
    from_desks[to][better] = came[better]
    taken[to][better] = number


def _likely(window: _Window, relaxed: NDArray[np.float64]) -> list[tuple[int, list[tuple[_Share, float]]]]:
    """By group the shares that the relaxation holds in part, the largest first; smaller ones if they are likelier."""
    nodes = []
    for node, shares in enumerate(window.shares):
        held: list[tuple[_Share, float]] = []
        least = _SURE
        for share in shares:
            part = float(relaxed[list(share.variables)].sum())
            if part > least:
                held.append((share, part))
                least = part + _SURE
        if held:
            nodes.append((node, held))
    return nodes


def _tree(
    intervals: Mapping[frozenset[int], Sequence[Interval]],
) -> tuple[list[frozenset[int]], list[int]]:
    """Groups and sections that lie within each other or apart, each before those in it; and what comes after each."""
    family: list[frozenset[int]] = []
    for group in sorted(intervals, key=lambda one: (-len(one), sorted(one))):
        if all(group <= other or group.isdisjoint(other) for other in family):
            family.append(group)
    order: list[frozenset[int]] = []

    def add(groups: list[frozenset[int]]) -> None:
        tops = [one for one in groups if not any(one < other for other in groups)]
        for top in sorted(tops, key=sorted):
            order.append(top)
            add([one for one in groups if one < top])

    add(family)
    after = [
        next((later for later in range(place + 1, len(order)) if not order[later] < group), len(order))
        for place, group in enumerate(order)
    ]
    return order, after


def _needs(problem: PlacementProblem, groups: Sequence[frozenset[int]], days: Sequence[int]) -> Iterator[list[int]]:
    sections = problem.section_by_id
    for day in days if problem.days else [0]:
        yield [sum(sections[one].needs_on(day) for one in group) for group in groups]


def _windows(program: Program, intervals: Sequence[Sequence[Interval]], need: Sequence[int]) -> Iterator[_Window]:
    floors = len(program.floors)
    below = [0]
    for floor in program.floors:
        below.append(below[-1] + floor.capacity)
    for lowest in range(floors):
        for highest in range(lowest, floors):
            shares = tuple(
                tuple(_shares(node, need[node], own, lowest, highest, below)) for node, own in enumerate(intervals)
            )
            yield _Window(below[highest + 1] - below[lowest], shares)


def _shares(
    node: int, need: int, own: Sequence[Interval], lowest: int, highest: int, below: Sequence[int]
) -> Iterator[_Share]:
    """What the group needs of the window at least, the most first, each with every interval that says so."""
    by_desks: dict[int, list[int]] = {}
    for one in own:
        if one.highest < lowest or one.lowest > highest:
            continue
        outside = max(0, below[lowest] - below[one.lowest]) + max(0, below[one.highest + 1] - below[highest + 1])
        if need > outside:
            by_desks.setdefault(need - outside, []).append(one.variable)
    variables: list[int] = []
    for desks in sorted(by_desks, reverse=True):
        variables += by_desks[desks]
        yield _Share(node, desks, tuple(variables))
