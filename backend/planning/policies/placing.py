"""Sections to be placed on floors: the problem, as values.

Nothing here knows a database or a solver. Levels count floors from the ground, desks are whole numbers. Where `days`
is above 0, sections share: `Section.usual` has one number for each of those days, the desks the section then needs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Section:
    """A section that goes on exactly one floor.

    `desks` are what it may claim at most; `usual` what it needs on each day of the problem, never more than `desks`
    (empty: `desks` on every day). `home` is the floor where it starts from, `lineage` the departments above it.
    """

    id: int
    desks: int
    counter: bool = False
    fixed_floor: int | None = None
    home: int | None = None
    lineage: tuple[int, ...] = ()
    usual: tuple[int, ...] = ()

    def needs_on(self, day: int) -> int:
        """Desks on the day of that number."""
        return self.usual[day] if self.usual else self.desks


@dataclass(frozen=True, slots=True)
class FloorRoom:
    """A floor and the desks that can be given away on it."""

    id: int
    capacity: int
    level: int


@dataclass(frozen=True, slots=True)
class Near:
    """Sections that should be close: each level between the lowest and the highest of them costs `weight`."""

    sections: frozenset[int]
    weight: int


@dataclass(frozen=True, slots=True)
class PlacementProblem:
    """What is asked. Weights are whole numbers; what they weigh is summed and made as small as can be.

    `counter_weight`: for each level a section with a counter lies above the lowest floor. `move_weight`: for each
    section that leaves its home. `most_moves` of them may (None: any number).
    """

    sections: tuple[Section, ...]
    floors: tuple[FloorRoom, ...]
    near: tuple[Near, ...] = ()
    counter_weight: int = 0
    move_weight: int = 0
    most_moves: int | None = None
    days: int = 0
    section_by_id: Mapping[int, Section] = field(init=False, repr=False, compare=False)
    floor_by_id: Mapping[int, FloorRoom] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "section_by_id", {one.id: one for one in self.sections})
        object.__setattr__(self, "floor_by_id", {one.id: one for one in self.floors})

    @property
    def lowest_level(self) -> int:
        return min(floor.level for floor in self.floors)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a placement costs, by what is weighed."""

    counters: int
    nearness: int
    moves: int

    @property
    def total(self) -> int:
        return self.counters + self.nearness + self.moves


def needed_by(problem: PlacementProblem, sections: Sequence[Section]) -> int:
    """Desks that `sections` need when they share: the most they need together on any day of the problem."""
    if problem.days == 0:
        return sum(section.desks for section in sections)
    return max(sum(section.needs_on(day) for section in sections) for day in range(problem.days))


def on_floor(problem: PlacementProblem, placed: Mapping[int, int], floor_id: int) -> list[Section]:
    """The sections that `placed` (floor by section) puts on a floor, in the problem's order."""
    return [section for section in problem.sections if placed.get(section.id) == floor_id]


def moved(section: Section, floor_id: int) -> bool:
    """Whether the section leaves its home. One without a home does not move."""
    return section.home is not None and section.home != floor_id


def moves_of(problem: PlacementProblem, placed: Mapping[int, int]) -> int:
    """How many sections leave their home."""
    return sum(moved(section, placed[section.id]) for section in problem.sections)


def terms_of(problem: PlacementProblem, placed: Mapping[int, int]) -> Terms:
    """What `placed`, a floor for every section, costs."""
    level = {floor.id: floor.level for floor in problem.floors}
    lowest = problem.lowest_level
    counters = sum(level[placed[section.id]] - lowest for section in problem.sections if section.counter)
    nearness = 0
    for group in problem.near:
        levels = [level[placed[section_id]] for section_id in group.sections]
        nearness += group.weight * (max(levels) - min(levels))
    return Terms(
        counters=problem.counter_weight * counters,
        nearness=nearness,
        moves=problem.move_weight * moves_of(problem, placed),
    )


def near_by_lineage(
    sections: Sequence[Section], *, weight_by_department: Mapping[int, int], pairs: Sequence[tuple[int, int, int]] = ()
) -> tuple[Near, ...]:
    """Groups of sections below one department, weighed by it, and chosen pairs (section, section, weight).

    Departments that hold the same sections are one group with the sum of their weights.
    """
    below: dict[int, set[int]] = {}
    known = {section.id for section in sections}
    for section in sections:
        for department_id in section.lineage:
            below.setdefault(department_id, set()).add(section.id)
    weight: dict[frozenset[int], int] = {}
    for department_id, members in sorted(below.items()):
        _add(weight, frozenset(members), weight_by_department.get(department_id, 0))
    for one, other, chosen in pairs:
        if one in known and other in known:
            _add(weight, frozenset((one, other)), chosen)
    return tuple(Near(members, weight[members]) for members in sorted(weight, key=sorted))


def _add(weight: dict[frozenset[int], int], members: frozenset[int], more: int) -> None:
    if len(members) > 1 and more > 0:
        weight[members] = weight.get(members, 0) + more
