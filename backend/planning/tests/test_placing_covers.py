"""Rows that cut off relaxed placements, and never a placement that breaks nothing."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from planning.policies.placing import FloorRoom, Near, PlacementProblem, Section
from planning.policies.placing_checks import breaks_nothing
from planning.policies.placing_covers import Covers
from planning.policies.placing_program import program_of
from planning.solver.relaxation import relaxation_of
from planning.tests.placing_problems import problems


def variables_of(problem, program, placed):
    """The variables that are 1 where sections are placed so."""
    number = {floor.id: place for place, floor in enumerate(program.floors)}
    holds = set()
    for group, intervals in program.intervals.items():
        on = [number[placed[one]] for one in group]
        holds |= {one.variable for one in intervals if (one.lowest, one.highest) == (min(on), max(on))}
    return holds


@settings(max_examples=60, deadline=None)
@given(problems(), st.data())
def test_every_placement_that_breaks_nothing_keeps_every_row(problem, data):
    program = program_of(problem, tuple(range(problem.days)))
    covers = Covers(problem, program, range(problem.days))
    weights = st.lists(st.sampled_from([0.0, 0.4, 0.8, 1.0]), min_size=len(program.costs), max_size=len(program.costs))
    rows = [row for _ in range(2) for row in covers.broken_by(data.draw(weights))]
    floors = [floor.id for floor in problem.floors]
    ids = [section.id for section in problem.sections]
    for chosen in product(floors, repeat=len(ids)):
        placed = dict(zip(ids, chosen, strict=True))
        if breaks_nothing(problem, placed):
            holds = variables_of(problem, program, placed)
            for coefficients, most in [*program.at_most, *rows]:
                assert sum(by for one, by in coefficients.items() if one in holds) <= most


def divided():
    """Four divisions of nine desks on four floors of fifteen: no two lie on one floor, and all have a counter."""
    sections = tuple(
        Section(id=number, desks=7 if number % 2 else 2, counter=True, lineage=(number // 2,)) for number in range(8)
    )
    near = tuple(Near(frozenset((2 * one, 2 * one + 1)), 3) for one in range(4))
    return PlacementProblem(sections, tuple(FloorRoom(one, 15, one) for one in range(4)), near, counter_weight=2)


def relaxed(program):
    found = relaxation_of(program, 5)
    assert found is not None
    return found


def test_what_cannot_lie_on_a_floor_together_raises_the_bound():
    problem = divided()
    program = program_of(problem, ())
    before = relaxed(program)
    covers = Covers(problem, program, ())
    for _ in range(5):
        program.at_most.extend(covers.broken_by(relaxed(program).value))
    assert relaxed(program).bound_exact > before.bound_exact + 1


def test_no_row_comes_twice():
    problem = divided()
    program = program_of(problem, ())
    covers = Covers(problem, program, ())
    value = relaxed(program).value
    assert list(covers.broken_by(value))
    assert not list(covers.broken_by(value))
