"""A placement made better section by section, as long as that helps; and what keeps it from being better."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from planning.policies.placing import PlacementProblem, moved, moves_of, needed_by, on_floor
from planning.policies.placing_words import Binding

MOST_BINDINGS = 12


@dataclass(frozen=True, slots=True)
class _Step:
    """Sections that go to another floor together; `gain` is what the objective loses by it."""

    sections: tuple[int, ...]
    floor: int
    gain: int


def polished(problem: PlacementProblem, placed: Mapping[int, int]) -> dict[int, int]:
    """`placed`, after every single move that breaks nothing and makes it better."""
    now = dict(placed)
    while step := max(
        (one for one in _single_steps(problem, now) if next(_in_the_way(problem, now, one), None) is None),
        key=lambda one: one.gain,
        default=None,
    ):
        now.update(dict.fromkeys(step.sections, step.floor))
    return now


def what_binds(problem: PlacementProblem, placed: Mapping[int, int]) -> list[dict[str, Any]]:
    """Sections, alone or as a group, that would be better on another floor, and the demand that keeps each away.

    Exact for that one move: everything else stays where it is. The dearest first; of each demand (and floor) the
    dearest alone, and each section or group once for a demand: a bureau that lies apart would be better nearly
    anywhere.
    """
    dearest: dict[tuple[str, int | None], dict[str, Any]] = {}
    told: set[tuple[str, tuple[int, ...]]] = set()
    for step in sorted([*_single_steps(problem, placed), *_group_steps(problem, placed)], key=lambda one: -one.gain):
        for kind, slack in _in_the_way(problem, placed, step):
            demand = kind.value, step.floor if kind is Binding.CAPACITY else None
            if demand in dearest or (kind.value, step.sections) in told:
                continue
            told.add((kind.value, step.sections))
            dearest[demand] = {
                "kind": kind.value,
                "floor": step.floor,
                "department": step.sections[0] if len(step.sections) == 1 else None,
                "sections": list(step.sections),
                "slack": slack,
                "gain": step.gain,
            }
    return sorted(dearest.values(), key=lambda row: -int(row["gain"]))[:MOST_BINDINGS]


def _single_steps(problem: PlacementProblem, placed: Mapping[int, int]) -> Iterator[_Step]:
    for section in problem.sections:
        yield from _steps(problem, placed, (section.id,))


def _group_steps(problem: PlacementProblem, placed: Mapping[int, int]) -> Iterator[_Step]:
    for near in problem.near:
        yield from _steps(problem, placed, tuple(sorted(near.sections)))


def _steps(problem: PlacementProblem, placed: Mapping[int, int], sections: tuple[int, ...]) -> Iterator[_Step]:
    """Those that make it better. What they change is reckoned from the groups and sections concerned alone."""
    going = set(sections)
    near = [one for one in problem.near if not going.isdisjoint(one.sections)]
    before = _cost(problem, placed, sections, near)
    for floor in problem.floors:
        after = {**{one: placed[one] for group in near for one in group.sections}, **dict.fromkeys(sections, floor.id)}
        gain = before - _cost(problem, after, sections, near)
        if gain > 0:
            yield _Step(sections, floor.id, gain)


def _cost(problem: PlacementProblem, placed: Mapping[int, int], sections: Sequence[int], near: Sequence[Any]) -> int:
    level = {floor.id: floor.level for floor in problem.floors}
    total = 0
    for number in sections:
        section = problem.section_by_id[number]
        total += problem.counter_weight * (level[placed[number]] - problem.lowest_level) if section.counter else 0
        total += problem.move_weight * moved(section, placed[number])
    for group in near:
        levels = [level[placed[one]] for one in group.sections]
        total += group.weight * (max(levels) - min(levels))
    return total


def _in_the_way(
    problem: PlacementProblem, placed: Mapping[int, int], step: _Step
) -> Iterator[tuple[Binding, int | None]]:
    """What forbids the step, with how much is left of it."""
    going = [problem.section_by_id[one] for one in step.sections]
    if any(section.fixed_floor not in (None, step.floor) for section in going):
        yield Binding.FIXED, None
    there = on_floor(problem, placed, step.floor)
    capacity = problem.floor_by_id[step.floor].capacity
    if needed_by(problem, [*there, *(one for one in going if placed[one.id] != step.floor)]) > capacity:
        yield Binding.CAPACITY, capacity - needed_by(problem, there)
    if problem.most_moves is not None:
        after = moves_of(problem, {**placed, **dict.fromkeys(step.sections, step.floor)})
        if after > problem.most_moves:
            yield Binding.MOST_MOVES, problem.most_moves - moves_of(problem, placed)
