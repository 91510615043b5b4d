"""What is asked of the optimiser, as it is kept: what was said, laid over what stands where nothing was said.

A section is `{"department", "code", "name", "bureau", "lineage": [[department, kind, code]], "desks", "basis",
"counter", "fixed_floor", "from_floor"}`, a floor `{"floor", "code", "name", "level", "capacity"}`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from planning.policies.placing import FloorRoom, PlacementProblem, Section, near_by_lineage

Wrong = dict[str, list[str]]
TODAY = "today"

USUAL: Mapping[str, Any] = {
    "fixed": (),
    "counters": None,
    "near": (),
    "sharing": True,
    "same_division": 4,
    "same_bureau": 2,
    "counters_low": 2,
    "few_moves": 3,
    "start_from": TODAY,
    "most_moves": None,
    "seconds": 60,
    "gap": 0.02,
}
"""What is wanted where nothing is said."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Sections in order of their codes and floors, the top first, as nobody has changed them yet."""

    building_id: int
    building_name: str
    day: str
    sections: tuple[Mapping[str, Any], ...]
    floors: tuple[Mapping[str, Any], ...]
    percentile: float = 0.95
    may_share: bool = True


def asked_of(
    proposal: Proposal, wanted: Mapping[str, Any], start: Mapping[int, int] | None
) -> tuple[dict[str, Any], Wrong]:
    """What is asked, and what makes no sense in it by field (nothing: it can be asked).

    `wanted` are the values of the request, checked in form. `start` is where sections start from, where that is
    another placement; else it is today's, or nowhere.
    """
    wrong: Wrong = {}
    floors = _floors(proposal, wanted.get("floors"), wrong)
    sections = _sections(proposal, wanted, wrong)
    known = {row["floor"] for row in floors}
    for row in sections:
        if row["fixed_floor"] is not None and row["fixed_floor"] not in known:
            wrong["fixed"] = ["unknown floor"]
        row["from_floor"] = _start_of(row, wanted["start_from"], start)
    placed = {row["department"] for row in sections}
    near = [dict(pair) for pair in wanted["near"]]
    if any(pair["a"] == pair["b"] or not {pair["a"], pair["b"]} <= placed for pair in near):
        wrong["near"] = ["two departments of `sections`"]
    if not sections:
        wrong.setdefault("sections", ["nobody to place"])
    if not floors:
        wrong.setdefault("floors", ["no floor with a layout on this day"])
    asked = {
        "day": proposal.day,
        "sections": sections,
        "floors": floors,
        "near": near,
        "percentile": proposal.percentile,
        **{
            name: wanted[name]
            for name in (
                "same_division",
                "same_bureau",
                "counters_low",
                "few_moves",
                "start_from",
                "most_moves",
                "seconds",
                "gap",
            )
        },
        "sharing": wanted["sharing"] and proposal.may_share,
    }
    return asked, wrong


def problem_of(asked: Mapping[str, Any], usual: Mapping[int, tuple[int, ...]]) -> PlacementProblem:
    """The problem that `asked` describes; `usual` holds what each section needs on each day of facts (empty: none)."""
    sections = [
        Section(
            id=row["department"],
            desks=row["desks"],
            counter=row["counter"],
            fixed_floor=row["fixed_floor"],
            home=row["from_floor"],
            lineage=tuple(department for department, _, _ in row["lineage"]),
            usual=usual.get(row["department"], ()),
        )
        for row in asked["sections"]
    ]
    weight_of_kind = {"division": asked["same_division"], "bureau": asked["same_bureau"]}
    kinds = {department: kind for row in asked["sections"] for department, kind, _ in row["lineage"]}
    return PlacementProblem(
        sections=tuple(sections),
        floors=tuple(FloorRoom(row["floor"], row["capacity"], row["level"]) for row in asked["floors"]),
        near=near_by_lineage(
            sections,
            weight_by_department={department: weight_of_kind.get(kind, 0) for department, kind in kinds.items()},
            pairs=[(pair["a"], pair["b"], pair["weight"]) for pair in asked["near"]],
        ),
        counter_weight=asked["counters_low"],
        move_weight=asked["few_moves"],
        most_moves=asked["most_moves"],
        days=max((len(days) for days in usual.values()), default=0),
    )


def without_demands(problem: PlacementProblem) -> PlacementProblem:
    """The same sections and floors with nothing fixed and any number of moves."""
    return replace(problem, sections=tuple(replace(one, fixed_floor=None) for one in problem.sections), most_moves=None)


def _floors(proposal: Proposal, wanted: Sequence[Mapping[str, Any]] | None, wrong: Wrong) -> list[dict[str, Any]]:
    if wanted is None:
        return [dict(row) for row in proposal.floors]
    capacity = {row["floor"]: row["capacity"] for row in wanted}
    known = {row["floor"] for row in proposal.floors}
    if len(capacity) < len(wanted):
        wrong["floors"] = ["a floor stands there twice"]
    elif not capacity.keys() <= known:
        wrong["floors"] = ["unknown floor, or one without a layout on this day"]
    return [{**row, "capacity": capacity[row["floor"]]} for row in proposal.floors if row["floor"] in capacity]


def _sections(proposal: Proposal, wanted: Mapping[str, Any], wrong: Wrong) -> list[dict[str, Any]]:
    rows = [{**row, "fixed_floor": None} for row in proposal.sections]
    if (named := wanted.get("sections")) is not None:
        by_department = {one["department"]: one for one in named}
        if len(by_department) < len(named):
            wrong["sections"] = ["a department stands there twice"]
        elif not by_department.keys() <= {row["department"] for row in rows}:
            wrong["sections"] = ["unknown department, or one without people on this day"]
        rows = [_stated(row, by_department[row["department"]]) for row in rows if row["department"] in by_department]
    by_id = {row["department"]: row for row in rows}
    for one in wanted["fixed"]:
        if one["department"] not in by_id:
            wrong["fixed"] = ["unknown department"]
        else:
            by_id[one["department"]]["fixed_floor"] = one["floor"]
    if (counters := wanted["counters"]) is not None:
        if not set(counters) <= by_id.keys():
            wrong["counters"] = ["unknown department"]
        for row in rows:
            row["counter"] = row["department"] in counters
    return rows


def _stated(row: Mapping[str, Any], one: Mapping[str, Any]) -> dict[str, Any]:
    basis = row["basis"] if one["desks"] == row["desks"] else "stated"
    return {
        **row,
        "desks": one["desks"],
        "basis": basis,
        "counter": one.get("counter", row["counter"]),
        "fixed_floor": one["fixed_floor"],
    }


def _start_of(row: Mapping[str, Any], start_from: Any, start: Mapping[int, int] | None) -> int | None:
    if start_from is None:
        return None
    if start_from == TODAY:
        return row["from_floor"]  # type: ignore[no-any-return]  # a row of the proposal: an id or None
    return (start or {}).get(row["department"])
