"""The optimiser against every placement there is, and what holds of any it finds."""

import time
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planning.policies.placing import (
    FloorRoom,
    Near,
    PlacementProblem,
    Section,
    moves_of,
    near_by_lineage,
    needed_by,
    on_floor,
    terms_of,
)
from planning.policies.placing_checks import breaks_nothing, clear_reasons
from planning.policies.placing_parts import held, some_floors
from planning.policies.polishing import polished, what_binds
from planning.solver import clashes
from planning.solver.clashes import clash_of
from planning.solver.search import Search
from planning.tests.placing_problems import problems

SECONDS = 8.0


def solved(problem, *, gap=0.0, seconds=SECONDS):
    search = Search(problem, seconds=seconds, gap=gap)
    search.start()
    assert search.wait(60)
    return search.outcome()


def cheapest(problem):
    """The least cost over every placement that breaks nothing; None where all break something."""
    floors = [floor.id for floor in problem.floors]
    ids = [section.id for section in problem.sections]
    every = (dict(zip(ids, chosen, strict=True)) for chosen in product(floors, repeat=len(ids)))
    return min((terms_of(problem, placed).total for placed in every if breaks_nothing(problem, placed)), default=None)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(problems())
def test_the_best_placement_is_the_best_of_all_there_are(problem):
    best = cheapest(problem)
    found = solved(problem)
    if best is None:
        assert found.placed is None
        assert found.impossible
        return
    assert found.placed is not None
    assert breaks_nothing(problem, found.placed)
    assert terms_of(problem, found.placed).total == best
    assert (found.stopped, found.bound) == ("optimal", best)


@settings(max_examples=150, deadline=None)
@given(problems())
def test_what_is_ruled_out_at_first_sight_has_no_placement(problem):
    if clear_reasons(problem):
        assert cheapest(problem) is None


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(problems())
def test_a_clash_is_told_where_there_is_no_placement_and_only_there(problem):
    clash = clash_of(problem)
    if cheapest(problem) is None:
        assert clash.why
    else:
        assert clash.placed is not None
        assert breaks_nothing(problem, clash.placed)


@settings(max_examples=150, deadline=None)
@given(problems(), st.data())
def test_polishing_breaks_nothing_and_makes_nothing_worse(problem, data):
    floors = [floor.id for floor in problem.floors]
    placed = {section.id: data.draw(st.sampled_from(floors)) for section in problem.sections}
    better = polished(problem, placed)
    assert terms_of(problem, better).total <= terms_of(problem, placed).total
    assert not breaks_nothing(problem, placed) or breaks_nothing(problem, better)


def hall(count=12, capacity=30):
    """Sections of six desks in divisions of four, on three floors; the first of each division has a counter."""
    sections = tuple(
        Section(id=number, desks=6, counter=number % 4 == 0, home=1 + number // 4, lineage=(100 + number // 4,))
        for number in range(count)
    )
    floors = tuple(FloorRoom(id=number + 1, capacity=capacity, level=number) for number in range(3))
    near = near_by_lineage(sections, weight_by_department={100 + number: 3 for number in range(3)})
    return PlacementProblem(sections, floors, near, counter_weight=2, move_weight=1)


def test_few_moves_are_made_from_a_placement_and_no_more_than_may_be():
    problem = replace(hall(), counter_weight=9)
    free = solved(problem)
    assert moves_of(problem, free.placed) > 1
    held = solved(replace(problem, most_moves=1))
    assert moves_of(problem, held.placed) <= 1
    kept = solved(replace(problem, most_moves=0))
    assert kept.placed == {section.id: section.home for section in problem.sections}


def test_sections_that_peak_on_other_days_share_a_floor():
    one, other = (
        Section(id=1, desks=8, usual=(8, 2)),
        Section(id=2, desks=8, usual=(2, 8)),
    )
    problem = PlacementProblem(
        (one, other), (FloorRoom(1, 10, 1), FloorRoom(2, 10, 9)), (Near(frozenset((1, 2)), 1),), days=2
    )
    found = solved(problem)
    assert len(set(found.placed.values())) == 1
    assert needed_by(problem, on_floor(problem, found.placed, found.placed[1])) == 10
    apart = solved(replace(problem, sections=(replace(one, usual=()), replace(other, usual=())), days=0))
    assert len(set(apart.placed.values())) == 2


def test_floors_hold_on_days_that_were_left_out_at_first(monkeypatch):
    monkeypatch.setattr("planning.solver.search.DAYS_AT_FIRST", 1)
    sections = tuple(
        Section(id=number, desks=9, usual=tuple(9 if day == number else 4 for day in range(6)), lineage=(100,))
        for number in range(6)
    )
    floors = (FloorRoom(1, 17, 1), FloorRoom(2, 17, 2))
    problem = PlacementProblem(sections, floors, near_by_lineage(sections, weight_by_department={100: 1}), days=6)
    found = solved(problem)
    assert breaks_nothing(problem, found.placed)


def test_what_binds_is_the_floor_that_is_full_the_fixed_section_or_the_last_move():
    sections = (
        Section(id=1, desks=5, counter=True, home=2, lineage=(9,)),
        Section(id=2, desks=5, home=1, fixed_floor=1),
    )
    problem = PlacementProblem(
        sections, (FloorRoom(1, 5, 1), FloorRoom(2, 9, 2)), counter_weight=3, move_weight=1, most_moves=0
    )
    placed = {1: 2, 2: 1}
    assert [
        (row["kind"], row["floor"], row["department"], row["slack"], row["gain"]) for row in what_binds(problem, placed)
    ] == [
        ("capacity", 1, 1, 0, 2),
        ("most_moves", 1, 1, 0, 2),
    ]
    fixed = replace(problem, sections=(replace(sections[0], fixed_floor=2), sections[1]), most_moves=None)
    assert [row["kind"] for row in what_binds(fixed, placed)] == ["fixed", "capacity"]


def test_a_group_that_would_be_better_on_many_floors_is_told_once():
    sections = (Section(1, 5, lineage=(9,)), Section(2, 5, lineage=(9,)), Section(3, 5), Section(4, 5), Section(5, 4))
    floors = tuple(FloorRoom(one, 8, one) for one in range(1, 6))
    near = near_by_lineage(sections, weight_by_department={9: 3})
    bound = what_binds(PlacementProblem(sections, floors, near), {1: 1, 2: 5, 3: 2, 4: 3, 5: 4})
    assert [row["sections"] for row in bound].count([1, 2]) == 1
    assert all(row["kind"] == "capacity" for row in bound)


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (
            {"most_moves": 1, "sections": (Section(1, 6, home=2), Section(2, 6, home=2), Section(3, 6, home=2))},
            ["too_few_moves"],
        ),
        ({"sections": (Section(1, 6, fixed_floor=1), Section(2, 9), Section(3, 9))}, ["fixed_in_the_way"]),
        ({"sections": (Section(1, 6), Section(2, 6), Section(3, 6), Section(4, 6))}, ["capacity_short"]),
    ],
)
def test_an_impossible_problem_says_which_demands_clash(change, codes):
    problem = PlacementProblem((), (FloorRoom(1, 14, 1), FloorRoom(2, 9, 2)))
    problem = replace(problem, **change)
    if codes == ["fixed_in_the_way"]:
        problem = replace(problem, floors=(FloorRoom(1, 9, 1), FloorRoom(2, 9, 2), FloorRoom(3, 6, 3)))
    assert solved(problem).impossible
    assert [row["code"] for row in clash_of(problem).why] == codes


def late(solved):
    """The solver as if its time had ended before anything was certain."""
    return lambda *asked: replace(solved(*asked), least=0, best=False, impossible=False)


def test_what_time_did_not_prove_is_not_said_to_clash(monkeypatch):
    problem = PlacementProblem(
        tuple(Section(number, 6, home=2) for number in range(3)),
        (FloorRoom(1, 14, 1), FloorRoom(2, 9, 2)),
        most_moves=1,
    )
    monkeypatch.setattr(clashes, "_solved", late(clashes._solved))
    assert [row["code"] for row in clash_of(problem).why] == ["no_time"]
    assert [(row["code"], row["needed"]) for row in clash_of(problem, proven=True).why] == [("too_few_moves", 2)]


def test_floors_that_time_did_not_prove_too_small_are_shown_and_not_blamed(monkeypatch):
    problem = PlacementProblem(
        tuple(Section(number, 6) for number in range(4)), (FloorRoom(1, 14, 1), FloorRoom(2, 9, 2))
    )
    monkeypatch.setattr(clashes, "_solved", late(clashes._solved))
    found = clash_of(problem)
    assert [row["code"] for row in found.why] == ["no_time"]
    assert found.room is not None
    assert [row["code"] for row in clash_of(problem, proven=True).why] == ["capacity_short"]


def on_four_floors():
    """Four divisions of three, spread over four floors with two desks to spare on each."""
    sections = tuple(Section(id=number, desks=4, lineage=(number % 4,)) for number in range(12))
    near = near_by_lineage(sections, weight_by_department=dict.fromkeys(range(4), 3))
    return PlacementProblem(sections, tuple(FloorRoom(one, 14, one) for one in range(4)), near)


def test_a_placement_is_made_better_a_few_floors_at_a_time():
    problem = on_four_floors()
    spread = {section.id: section.id // 3 for section in problem.sections}
    search = Search(problem, seconds=20, gap=0.0)
    search._began = time.monotonic()
    search._take(spread)
    search._better_in_parts(0, 15)
    assert search.progress().best == 0
    assert search.progress().bound == 0


def test_what_stays_is_held_and_what_is_free_is_not():
    problem = on_four_floors()
    placed = {section.id: section.id // 3 for section in problem.sections}
    floors = next(some_floors(problem, 1))
    part = held(problem, placed, floors)
    assert {one.id: one.fixed_floor for one in part.sections} == {
        number: None if floor in floors else floor for number, floor in placed.items()
    }
    assert list(some_floors(hall(), 1)) == []


def test_a_placement_is_found_where_annealing_finds_none(monkeypatch):
    monkeypatch.setattr("planning.solver.search.annealed", lambda *_, **__: None)
    problem = replace(hall(capacity=24), most_moves=3)
    search = Search(problem, seconds=20, gap=0.0)
    search._began = time.monotonic()
    search._find_any()
    assert search._best is not None
    assert breaks_nothing(problem, search._best)


def test_a_section_that_fits_on_no_floor_has_no_placement():
    assert solved(PlacementProblem((Section(1, 9),), (FloorRoom(1, 8, 1), FloorRoom(2, 8, 2)))).impossible


def test_a_search_that_is_stopped_keeps_the_best_it_has():
    problem = hall(count=12)
    search = Search(problem, seconds=60, gap=0.0)
    search.stop()
    search.start()
    assert search.wait(20)
    assert search.outcome().stopped == "cancelled"
    assert search.outcome().placed == {section.id: section.home for section in problem.sections}


def test_two_searches_at_once_come_to_the_same():
    problem = hall()
    searches = [Search(problem, seconds=20, gap=0.0) for _ in range(2)]
    for search in searches:
        search.start()
    assert all(search.wait(60) for search in searches)
    costs = {terms_of(problem, search.outcome().placed or {}).total for search in searches}
    assert len(costs) == 1
