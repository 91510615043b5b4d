"""A good placement soon: simulated annealing by steps that people would take, too.

A section or a whole group goes to another floor, or two of them change places. Desks that are short and moves beyond
what may be cost extra on the way, so that the search passes through placements that break something; only those that
break nothing are handed out. Source: Kirkpatrick, Gelatt and Vecchi, Science 220 (1983).
"""

import math
import random
from collections.abc import Callable, Collection, Mapping

import numpy as np

from planning.policies.placing import Near, PlacementProblem, moved, needed_by

MOST_STEPS = 120_000
STEPS_A_PAIR = 10
"""Steps for each pair of sections: a hall of a hundred takes some seconds, a handful no time."""
HOT, COLD = 8.0, 0.8
"""In units of the objective: what a step may cost that is taken about every third time, at first and in the end."""
SHORT = 0.6
"""What each desk short costs on the way: little, or sections could not change places in a hall that is nearly full."""
NEARLY_FULL = 0.95
FULL_HOT, FULL_COLD, FULL_SHORT = 5.0, 0.3, (1.0, 10.0)
"""Where more than that share of the desks is needed, it cools further, and desks short cost more and more: else it
would end with some short."""
TOO_MANY = 20.0
"""What each move more than may be costs on the way."""
LOOKS_EVERY = 200


class _State:
    """A placement, with what each floor needs on each day and what everything costs."""

    def __init__(self, problem: PlacementProblem, days: tuple[int, ...], placed: Mapping[int, int]) -> None:
        self.problem = problem
        self.placed = dict(placed)
        self.level = {floor.id: floor.level for floor in problem.floors}
        self.capacity = {floor.id: floor.capacity for floor in problem.floors}
        self.needs = {
            one.id: np.array([one.needs_on(day) for day in days] if problem.days else [one.desks], dtype=np.int64)
            for one in problem.sections
        }
        some = next(iter(self.needs.values()))
        self.loads = {floor.id: np.zeros_like(some) for floor in problem.floors}
        for section, floor in self.placed.items():
            self.loads[floor] += self.needs[section]
        self.groups: dict[int, list[Near]] = {one.id: [] for one in problem.sections}
        for near in problem.near:
            for section in near.sections:
                self.groups[section].append(near)
        self.dear = SHORT
        self.moves = sum(moved(one, self.placed[one.id]) for one in problem.sections)
        self.short = sum(self._short_of(floor.id) for floor in problem.floors)

    @property
    def breaks_nothing(self) -> bool:
        most = self.problem.most_moves
        return self.short == 0 and (most is None or self.moves <= most)

    def step(self, going: Mapping[int, int], most: float) -> float | None:
        """Move sections to floors unless that costs more than `most` more; answers what it costs, None where not."""
        before = {section: self.placed[section] for section in going}
        floors = {*going.values(), *before.values()}
        near = list({id(one): one for section in going for one in self.groups[section]}.values())
        extra_before = self._extra()
        cost: float = -self._cost(going, near)
        short = self.short - sum(self._short_of(floor) for floor in floors)
        self._put(going)
        self.short = short + sum(self._short_of(floor) for floor in floors)
        cost += self._cost(going, near)
        if cost + self._extra() - extra_before <= most:
            return cost
        self._put(before)
        self.short = short + sum(self._short_of(floor) for floor in floors)
        return None

    def _put(self, going: Mapping[int, int]) -> None:
        for section, floor in going.items():
            one = self.problem.section_by_id[section]
            self.moves += moved(one, floor) - moved(one, self.placed[section])
            self.loads[self.placed[section]] -= self.needs[section]
            self.loads[floor] += self.needs[section]
            self.placed[section] = floor

    def _cost(self, sections: Mapping[int, int], near: Collection[Near]) -> int:
        problem = self.problem
        total = 0
        for number in sections:
            one = problem.section_by_id[number]
            total += problem.counter_weight * self.level[self.placed[number]] if one.counter else 0
            total += problem.move_weight * moved(one, self.placed[number])
        for group in near:
            levels = [self.level[self.placed[one]] for one in group.sections]
            total += group.weight * (max(levels) - min(levels))
        return total

    def _extra(self) -> float:
        most = self.problem.most_moves
        return self.dear * self.short + (0 if most is None else TOO_MANY * max(0, self.moves - most))

    def _short_of(self, floor: int) -> int:
        return max(0, int(self.loads[floor].max()) - self.capacity[floor])


def annealed(
    problem: PlacementProblem,
    days: tuple[int, ...],
    start: Mapping[int, int],
    *,
    found: Callable[[Mapping[int, int]], object],
    gone: Callable[[], float],
    seed: int,
) -> None:
    """Hand every placement that holds on `days` and is better than those before to `found`.

    `gone` is the share of its time that is over: it cools by that or by its steps, whichever is further, and ends at 1.
    `start` has a floor for every section; fixed ones are put where they belong first.
    """
    chance = random.Random(seed)  # noqa: S311 - nothing secret hangs on it
    fixed = {one.id: one.fixed_floor for one in problem.sections if one.fixed_floor is not None}
    state = _State(problem, days, {**start, **fixed})
    movable = [one.id for one in problem.sections if one.id not in fixed]
    groups = [tuple(one for one in sorted(near.sections) if one not in fixed) for near in problem.near]
    units = [(one,) for one in movable] + [group for group in groups if group]
    floors = [floor.id for floor in problem.floors]
    if not units or len(floors) < 2:
        return
    cost = 0.0
    best: float | None = None
    late = 0.0
    full = needed_by(problem, problem.sections) > NEARLY_FULL * sum(state.capacity.values())
    hot, cold = (FULL_HOT, FULL_COLD) if full else (HOT, COLD)
    at_first, at_last = FULL_SHORT if full else (SHORT, SHORT)
    steps = min(MOST_STEPS, STEPS_A_PAIR * len(problem.sections) ** 2)
    for number in range(steps):
        if number % LOOKS_EVERY == 0 and (late := gone()) >= 1:
            return
        over = max(number / steps, late)
        heat = hot * (cold / hot) ** over
        state.dear = at_first * (at_last / at_first) ** over
        going = _proposed(state, units, floors, chance)
        more = state.step(going, -heat * math.log(1.0 - chance.random())) if going else None
        if more is None:
            continue
        cost += more
        if state.breaks_nothing and (best is None or cost < best):
            best = cost
            found(dict(state.placed))


def _proposed(state: _State, units: list[tuple[int, ...]], floors: list[int], chance: random.Random) -> dict[int, int]:
    """A section or group to another floor, or two of them in each other's place; empty where nothing would change."""
    unit = chance.choice(units)
    placed = state.placed
    if chance.random() < 0.5:
        floor = chance.choice(floors)
        return {one: floor for one in unit if placed[one] != floor}
    other = chance.choice(units)
    here, there = placed[unit[0]], placed[other[0]]
    if here == there or not set(unit).isdisjoint(other):
        return {}
    return {**dict.fromkeys(unit, there), **dict.fromkeys(other, here)}
