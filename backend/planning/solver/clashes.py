"""Why there is no placement: the fewest demands that would have to give way, found by making them soft."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from planning.policies.placing import PlacementProblem, moves_of, needed_by, on_floor
from planning.policies.placing_asked import without_demands
from planning.policies.placing_checks import Reason, breaks_nothing, hardest_days, reason
from planning.policies.placing_words import Why

SECONDS = 10.0
WORKERS = 2
SEED = 63
MOST_DAYS = 40


@dataclass(frozen=True, slots=True)
class Clash:
    """The demands that clash. Where floors are too small, `room` are capacities that would do, with few desks more.

    `placed`: a placement that breaks nothing with that `room`; without `room` nothing clashes.
    """

    why: list[Reason]
    room: Mapping[int, int] | None = None
    placed: Mapping[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Solved:
    """A placement (None: none came in time) and how much at least has to give way; `best`: that is what it does.

    `impossible`: there is none, and that is proven.
    """

    placed: Mapping[int, int] | None
    least: int
    best: bool
    impossible: bool


def clash_of(problem: PlacementProblem, *, proven: bool = False) -> Clash:
    """What clashes in a problem that has no placement (`proven`), or for which none was found in time.

    First floors stay as large as they are, and the fewest fixed sections and further moves give way. Where that is not
    enough, floors are too small: then the fewest desks are added. Nothing is said to clash where the time ends before
    it is certain that something has to give way.
    """
    soft = _soft_demands(problem)
    if soft.placed is not None:
        return _demands_in_the_way(problem, soft.placed, soft, proven)
    roomy = _least_room(problem)
    if roomy.placed is None:
        return _no_time()
    room = {
        floor.id: max(floor.capacity, needed_by(problem, on_floor(problem, roomy.placed, floor.id)))
        for floor in problem.floors
    }
    short = [floor for floor in problem.floors if room[floor.id] > floor.capacity]
    if not short:
        return _no_time()
    if not (proven or soft.impossible or roomy.least > len(problem.sections)):
        return Clash([reason(Why.NO_TIME)], room, roomy.placed)
    why = [
        reason(Why.CAPACITY_SHORT, floor=floor.id, needed=room[floor.id], available=floor.capacity) for floor in short
    ]
    return Clash(why, room, roomy.placed)


def with_room(problem: PlacementProblem, room: Mapping[int, int]) -> PlacementProblem:
    """The problem with other capacities, nothing fixed and any number of moves."""
    return replace(
        without_demands(problem), floors=tuple(replace(one, capacity=room[one.id]) for one in problem.floors)
    )


def _no_time() -> Clash:
    return Clash([reason(Why.NO_TIME)])


def _soft_demands(problem: PlacementProblem) -> _Solved:
    """Floors stay as they are; first as few fixed sections, then as few further moves as can be give way."""
    model, places = _placed_somewhere(problem)
    for floor in problem.floors:
        for need in _needs(problem, floor.id, places):
            model.add(need <= floor.capacity)
    away = _moves(problem, places)
    more = model.new_int_var(0, len(problem.sections), "")
    if problem.most_moves is not None:
        model.add(away <= problem.most_moves + more)
    kept = [
        1 - places[section.id, section.fixed_floor]
        for section in problem.sections
        if section.fixed_floor is not None and section.fixed_floor in problem.floor_by_id
    ]
    model.minimize(cp_model.LinearExpr.sum([(len(problem.sections) + 1) * one for one in kept] + [more]))
    return _solved(model, places)


def _demands_in_the_way(problem: PlacementProblem, placed: Mapping[int, int], found: _Solved, proven: bool) -> Clash:
    given_up = [one for one in problem.sections if one.fixed_floor not in (None, placed[one.id])]
    why = [reason(Why.FIXED_IN_THE_WAY, floor=one.fixed_floor, department=one.id) for one in given_up]
    moves = moves_of(problem, placed)
    if problem.most_moves is not None and moves > problem.most_moves:
        least = problem.most_moves + max(1, 0 if given_up else found.least)
        why.append(reason(Why.TOO_FEW_MOVES, needed=moves if found.best else least, available=problem.most_moves))
    if why:
        return Clash(why) if proven or found.least > 0 else _no_time()
    return Clash([], placed=placed) if breaks_nothing(problem, placed) else _no_time()


def _least_room(problem: PlacementProblem) -> _Solved:
    """The fewest desks more than there are, and of such placements one with few moves: a desk weighs more than all."""
    model, places = _placed_somewhere(problem)
    more = {}
    for floor in problem.floors:
        more[floor.id] = model.new_int_var(0, needed_by(problem, problem.sections), "")
        for need in _needs(problem, floor.id, places):
            model.add(need <= floor.capacity + more[floor.id])
    dear = 10 * len(problem.sections)
    model.minimize(cp_model.LinearExpr.sum([dear * one for one in more.values()] + [_moves(problem, places)]))
    return _solved(model, places)


def _placed_somewhere(
    problem: PlacementProblem,
) -> tuple[cp_model.CpModel, dict[tuple[int, int], cp_model.IntVar]]:
    model = cp_model.CpModel()
    places = {
        (section.id, floor.id): model.new_bool_var("") for section in problem.sections for floor in problem.floors
    }
    for section in problem.sections:
        model.add_exactly_one(places[section.id, floor.id] for floor in problem.floors)
        for floor in problem.floors:
            model.add_hint(places[section.id, floor.id], section.home == floor.id)
    return model, places


def _needs(
    problem: PlacementProblem, floor_id: int, places: Mapping[tuple[int, int], cp_model.IntVar]
) -> list[cp_model.LinearExprT]:
    here = [places[one.id, floor_id] for one in problem.sections]
    if problem.days == 0:
        return [cp_model.LinearExpr.weighted_sum(here, [one.desks for one in problem.sections])]
    return [
        cp_model.LinearExpr.weighted_sum(here, [one.needs_on(day) for one in problem.sections])
        for day in hardest_days(problem, MOST_DAYS)
    ]


def _moves(problem: PlacementProblem, places: Mapping[tuple[int, int], cp_model.IntVar]) -> cp_model.LinearExprT:
    return cp_model.LinearExpr.sum(
        [
            variable
            for (section, floor), variable in places.items()
            if problem.section_by_id[section].home not in (None, floor)
        ]
    )


def _solved(model: cp_model.CpModel, places: Mapping[tuple[int, int], cp_model.IntVar]) -> _Solved:
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = SECONDS
    solver.parameters.num_workers = WORKERS
    solver.parameters.random_seed = SEED
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return _Solved(None, 0, best=False, impossible=status == cp_model.INFEASIBLE)
    placed = {section: floor for (section, floor), variable in places.items() if solver.boolean_value(variable)}
    return _Solved(placed, round(solver.best_objective_bound), best=status == cp_model.OPTIMAL, impossible=False)
