"""A placement problem in part: the sections of a few floors are placed anew, all others stay where they are.

Small enough to be solved in a moment, and what makes the part better makes the whole better. Source: Shaw, "Using
constraint programming and local search methods to solve vehicle routing problems", CP 1998 (large neighbourhoods).
"""

import random
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from planning.policies.placing import PlacementProblem

FLOORS_AT_ONCE = 3


def held(problem: PlacementProblem, placed: Mapping[int, int], free: Collection[int]) -> PlacementProblem:
    """The problem with every section fixed that `placed` has on none of the floors `free`."""
    return replace(
        problem,
        sections=tuple(
            one if placed[one.id] in free else replace(one, fixed_floor=placed[one.id]) for one in problem.sections
        ),
    )


def some_floors(problem: PlacementProblem, seed: int) -> Iterator[frozenset[int]]:
    """A few floors again and again, by turns neighbours and any; none where there are no more than a few."""
    floors = [floor.id for floor in sorted(problem.floors, key=lambda floor: (floor.level, floor.id))]
    if len(floors) <= FLOORS_AT_ONCE:
        return
    chance = random.Random(seed)  # noqa: S311 - nothing secret hangs on it
    while True:
        first = chance.randrange(len(floors) - FLOORS_AT_ONCE + 1)
        yield frozenset(floors[first : first + FLOORS_AT_ONCE])
        yield frozenset(chance.sample(floors, FLOORS_AT_ONCE))
