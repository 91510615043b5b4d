"""A placement as it is kept and answered: floors with their sections, what it costs, what binds."""

from collections.abc import Mapping
from typing import Any, Protocol

from planning.policies.placing import PlacementProblem, moved, moves_of, needed_by, on_floor, terms_of
from planning.policies.polishing import what_binds


class Found(Protocol):
    """What a search came to."""

    @property
    def placed(self) -> Mapping[int, int] | None: ...
    @property
    def bound(self) -> int: ...
    @property
    def stopped(self) -> str: ...
    @property
    def seconds(self) -> float: ...


def result_of(
    asked: Mapping[str, Any], problem: PlacementProblem, found: Found, *, facts_version: int | None
) -> dict[str, Any]:
    """The result, for a search that found a placement (planning.api.placement_answers has its shape)."""
    placed = dict(found.placed or {})
    terms = terms_of(problem, placed)
    start = {section.id: section.home for section in problem.sections}
    started = {section: floor for section, floor in start.items() if floor in problem.floor_by_id}
    whole = len(started) == len(start)
    return {
        "floors": [_filled(asked, problem, placed, row) for row in asked["floors"]],
        "moves": moves_of(problem, placed),
        "objective": terms.total,
        "bound": found.bound,
        "gap": round(max(0, terms.total - found.bound) / terms.total, 4) if terms.total else 0.0,
        "seconds": round(found.seconds, 1),
        "optimal": found.bound >= terms.total,
        "stopped": found.stopped,
        "terms": _terms(problem, placed),
        "start_terms": _terms(problem, {key: floor for key, floor in started.items() if floor is not None})
        if whole
        else None,
        "binding": what_binds(problem, placed),
        "unplaced": [],
        "pooled_days": problem.days,
        "facts_version": facts_version,
    }


def summary_of(result: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """What lists say of a result; None where there is none."""
    if not result or "floors" not in result:
        return None
    return {
        "moves": result["moves"],
        "short": sum(max(0, -row["left"]) for row in result["floors"]),
        "gap": result["gap"],
    }


def _terms(problem: PlacementProblem, placed: Mapping[int, int]) -> dict[str, int]:
    terms = terms_of(problem, placed)
    return {"counters": terms.counters, "nearness": terms.nearness, "moves": terms.moves}


def _filled(
    asked: Mapping[str, Any], problem: PlacementProblem, placed: Mapping[int, int], floor: Mapping[str, Any]
) -> dict[str, Any]:
    here = on_floor(problem, placed, floor["floor"])
    named = {row["department"]: row for row in asked["sections"]}
    needed = needed_by(problem, here)
    return {
        "floor": {"id": floor["floor"], "code": floor["code"], "name": floor["name"], "level": floor["level"]},
        "capacity": floor["capacity"],
        "needed": needed,
        "desks": sum(section.desks for section in here),
        "left": floor["capacity"] - needed,
        "sections": [
            {
                "department": {
                    "id": section.id,
                    "code": named[section.id]["code"],
                    "name": named[section.id]["name"],
                    "bureau": named[section.id]["bureau"],
                },
                "desks": section.desks,
                "from_floor": section.home,
                "moved": moved(section, floor["floor"]),
                "counter": section.counter,
                "fixed": section.fixed_floor is not None,
            }
            for section in here
        ],
    }
