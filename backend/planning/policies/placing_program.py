"""A placement problem as a linear program in zeros and ones, for any solver.

For each section one variable a floor. For each group of sections that should be close one variable an *interval* of
floors, exactly one of which holds: the lowest and the highest floor of the group, at the cost of its levels. A group
lies within the interval of every larger group around it, a section within its smallest groups: whenever the outer one
ends at or below a floor, so does the inner one, and the same from above. Intervals without room for the group are not
there. This form has a strong linear relaxation: with the distance as a plain difference of levels the bound would be
near zero (docs/decisions/0063).
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from planning.policies.placing import FloorRoom, PlacementProblem, Section, needed_by

Row = tuple[Mapping[int, int], int]
"""Coefficients by variable, and what their sum must not exceed (or must equal)."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Floors from `lowest` to `highest`, counted from 0 at the bottom, and the variable that says it is this one."""

    lowest: int
    highest: int
    variable: int


@dataclass(slots=True)
class Program:
    """Minimise `costs`, with `one_of` (exactly one of these variables is 1) and `at_most` rows.

    `places` is the variable of a section on a floor, by their ids. `floors` are in order, the lowest first. `intervals`
    are those of each group, and of each section for itself.
    """

    floors: tuple[FloorRoom, ...]
    costs: list[int] = field(default_factory=list)
    one_of: list[list[int]] = field(default_factory=list)
    at_most: list[Row] = field(default_factory=list)
    places: dict[tuple[int, int], int] = field(default_factory=dict)
    intervals: dict[frozenset[int], list[Interval]] = field(default_factory=dict)

    def variable(self, cost: int) -> int:
        """One more variable."""
        self.costs.append(cost)
        return len(self.costs) - 1

    def placed(self, holds: Mapping[int, bool]) -> dict[int, int]:
        """The floor of each section where the variables have these values."""
        return {section: floor for (section, floor), variable in self.places.items() if holds[variable]}


def program_of(problem: PlacementProblem, days: tuple[int, ...]) -> Program:
    """The program of `problem`, in which floors have to hold on `days` of it (without days: every section's desks)."""
    floors = tuple(sorted(problem.floors, key=lambda floor: (floor.level, floor.id)))
    program = Program(floors)
    intervals = program.intervals
    for section in problem.sections:
        intervals[frozenset((section.id,))] = _section(program, problem, section)
    _capacity(program, problem, days)
    _most_moves(program, problem)
    for near in sorted(problem.near, key=lambda one: (len(one.sections), sorted(one.sections))):
        inside = [one for one in intervals if one < near.sections]
        nearest = [one for one in inside if not any(one < other for other in inside)]
        own = list(_group(program, problem, near.sections, near.weight))
        program.one_of.append([one.variable for one in own])
        for one in nearest:
            _lies_within(program, intervals[one], own)
        intervals[near.sections] = own
    return program


def _section(program: Program, problem: PlacementProblem, section: Section) -> list[Interval]:
    found = []
    lowest = problem.lowest_level
    for number, floor in enumerate(program.floors):
        if section.fixed_floor not in (None, floor.id) or not _holds(problem, [section], floor.capacity):
            continue
        cost = problem.counter_weight * (floor.level - lowest) if section.counter else 0
        if section.home is not None and section.home != floor.id:
            cost += problem.move_weight
        variable = program.variable(cost)
        program.places[section.id, floor.id] = variable
        found.append(Interval(number, number, variable))
    program.one_of.append([one.variable for one in found])
    return found


def _capacity(program: Program, problem: PlacementProblem, days: tuple[int, ...]) -> None:
    for floor in program.floors:
        here = [one for one in problem.sections if (one.id, floor.id) in program.places]
        needs = [{one.id: one.needs_on(day) for one in here} for day in days] if problem.days else []
        for need in needs or [{one.id: one.desks for one in here}]:
            program.at_most.append(
                ({program.places[one, floor.id]: desks for one, desks in need.items()}, floor.capacity)
            )


def _most_moves(program: Program, problem: PlacementProblem) -> None:
    if problem.most_moves is None:
        return
    homes = {section.id: section.home for section in problem.sections if section.home is not None}
    away = {variable: 1 for (section, floor), variable in program.places.items() if homes.get(section, floor) != floor}
    program.at_most.append((away, problem.most_moves))


def _group(program: Program, problem: PlacementProblem, sections: frozenset[int], weight: int) -> Iterator[Interval]:
    members = [section for section in problem.sections if section.id in sections]
    for lowest in range(len(program.floors)):
        room = 0
        for highest in range(lowest, len(program.floors)):
            room += program.floors[highest].capacity
            if _holds(problem, members, room):
                levels = program.floors[highest].level - program.floors[lowest].level
                yield Interval(lowest, highest, program.variable(weight * levels))


def _holds(problem: PlacementProblem, sections: list[Section], room: int) -> bool:
    return needed_by(problem, sections) <= room


def _lies_within(program: Program, inner: list[Interval], outer: list[Interval]) -> None:
    for edge in range(len(program.floors) - 1):
        below = Counter({one.variable: 1 for one in outer if one.highest <= edge})
        if below:
            below.update({one.variable: -1 for one in inner if one.highest <= edge})
            program.at_most.append((dict(below), 0))
        above = Counter({one.variable: 1 for one in outer if one.lowest > edge})
        if above:
            above.update({one.variable: -1 for one in inner if one.lowest > edge})
            program.at_most.append((dict(above), 0))
