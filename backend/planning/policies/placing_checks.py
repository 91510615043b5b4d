"""Whether a placement breaks anything, and what makes a problem impossible at first sight."""

from collections.abc import Mapping
from typing import Any

from planning.policies.placing import PlacementProblem, moves_of, needed_by, on_floor
from planning.policies.placing_words import Why

Reason = dict[str, Any]


def reason(
    code: Why,
    *,
    floor: int | None = None,
    department: int | None = None,
    needed: int | None = None,
    available: int | None = None,
) -> Reason:
    """One of the demands that clash, as it is kept and answered."""
    return {
        "code": code.value,
        "floor": floor,
        "department": department,
        "needed": needed,
        "available": available,
    }


def clear_reasons(problem: PlacementProblem) -> list[Reason]:
    """What rules every placement out, seen without searching; empty where a search is needed to tell.

    A section that fits on no floor; sections fixed on a floor that does not hold them; more fixed moves than may be;
    more desks needed in all than there are.
    """
    found: list[Reason] = []
    largest = max((floor.capacity for floor in problem.floors), default=0)
    found += [
        reason(Why.SECTION_TOO_LARGE, department=section.id, needed=needed, available=largest)
        for section in problem.sections
        if (needed := needed_by(problem, [section])) > largest
    ]
    for floor in problem.floors:
        fixed = [section for section in problem.sections if section.fixed_floor == floor.id]
        if fixed and (needed := needed_by(problem, fixed)) > floor.capacity:
            found.append(reason(Why.FIXED_OVER_CAPACITY, floor=floor.id, needed=needed, available=floor.capacity))
    away = sum(
        section.home is not None
        and (section.home not in problem.floor_by_id or section.fixed_floor not in (None, section.home))
        for section in problem.sections
    )
    if problem.most_moves is not None and away > problem.most_moves:
        found.append(reason(Why.TOO_FEW_MOVES, needed=away, available=problem.most_moves))
    room = sum(floor.capacity for floor in problem.floors)
    if (needed := needed_by(problem, problem.sections)) > room:
        found.append(reason(Why.ALL_TOO_LARGE, needed=needed, available=room))
    return found


def breaks_nothing(problem: PlacementProblem, placed: Mapping[int, int]) -> bool:
    """Whether every section is on a floor it may be on, every floor holds its sections, and few enough move."""
    return (
        all(placed.get(section.id) in problem.floor_by_id for section in problem.sections)
        and all(section.fixed_floor in (None, placed[section.id]) for section in problem.sections)
        and all(needed_by(problem, on_floor(problem, placed, floor.id)) <= floor.capacity for floor in problem.floors)
        and (problem.most_moves is None or moves_of(problem, placed) <= problem.most_moves)
    )


def hardest_days(problem: PlacementProblem, most: int) -> tuple[int, ...]:
    """The days on which all sections together need the most, `most` of them at most."""
    if problem.days <= most:
        return tuple(range(problem.days))
    total = [sum(section.needs_on(day) for section in problem.sections) for day in range(problem.days)]
    return tuple(sorted(sorted(range(problem.days), key=lambda day: (-total[day], day))[:most]))


def days_broken(problem: PlacementProblem, placed: Mapping[int, int]) -> tuple[int, ...]:
    """For each floor that does not hold its sections, the day on which it lacks the most."""
    found = set()
    for floor in problem.floors:
        here = on_floor(problem, placed, floor.id)
        need = [sum(section.needs_on(day) for section in here) for day in range(problem.days)]
        if need and max(need) > floor.capacity:
            found.add(need.index(max(need)))
    return tuple(sorted(found))
