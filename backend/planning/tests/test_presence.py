"""What a supposition makes of presence: growth, own desks, attendance, and departments in departments."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.policies.demand_days import demand_days, joined
from planning.policies.poisson_binomial import Group
from planning.policies.presence import (
    Demand,
    PresenceHistory,
    demand_of_each,
    fixed_presence,
    together,
)
from planning.policies.supposed import FromRates, Supposed

CITY, BUREAU, SECTION, UNIT = 1, 2, 3, 4
LINEAGES = [(CITY,), (CITY, BUREAU), (CITY, BUREAU, SECTION), (CITY, BUREAU, SECTION, UNIT)]
BASIS = FromRates((Group(1, 0.5),), 0.0, 100, 1)


def made(present, *, fixed_there=(0, 0, 0, 0), fixed=(0, 0, 0, 0), on_roll=(100, 80, 40, 20)):
    """Four departments, each in the one before, on one day of one slot."""
    column = np.array(present, dtype=np.float32).reshape(4, 1, 1)
    return PresenceHistory(
        [date(2026, 11, 30)],
        [False],
        LINEAGES,
        column,
        np.array(fixed_there, dtype=np.float32).reshape(4, 1, 1),
        np.array(on_roll, dtype=np.float32).reshape(4, 1),
        np.array(fixed, dtype=np.float32).reshape(4, 1),
    )


def supposed(**values):
    return Supposed(basis=BASIS, **values)


def needs(history, question):
    each = demand_of_each(history, question)
    return {LINEAGES[n][-1]: int(Demand(each.sharing[n], each.own[n], each.people[n]).needs[0]) for n in range(4)}


def test_those_with_a_desk_of_their_own_need_it_also_when_away():
    history = made((60, 50, 30, 10), fixed_there=(4, 4, 2, 0), fixed=(10, 8, 6, 0))
    assert needs(history, supposed()) == {CITY: 66, BUREAU: 54, SECTION: 34, UNIT: 10}


def test_growth_makes_more_of_everybody():
    history = made((60, 50, 30, 10), fixed_there=(4, 4, 2, 0), fixed=(10, 8, 6, 0))
    assert needs(history, supposed(growth=0.5)) == {CITY: 99, BUREAU: 81, SECTION: 51, UNIT: 15}


def test_growth_of_a_section_is_carried_to_all_above_it():
    history = made((60, 50, 30, 10))
    assert needs(history, supposed(growth_of={SECTION: 1.0})) == {CITY: 90, BUREAU: 80, SECTION: 60, UNIT: 20}


def test_the_lower_of_two_growths_holds_below_and_is_counted_once_above():
    history = made((60, 50, 30, 10))
    found = needs(history, supposed(growth=0.1, growth_of={SECTION: 1.0, UNIT: -0.5}))
    assert found == {UNIT: 5, SECTION: 45, BUREAU: 67, CITY: 78}  # 30 + 20 × 1.1 … rounded up to whole desks


def test_own_desks_said_replace_those_of_the_facts():
    history = made((60, 50, 30, 10), fixed_there=(4, 4, 2, 0), fixed=(10, 8, 6, 0))
    found = needs(history, supposed(own_desks={SECTION: 20}))
    # Half of the section's 40 people have a desk: half of those who come share, and 20 desks are kept.
    assert found == {SECTION: 35, UNIT: 15, BUREAU: 55, CITY: 67}


def test_attendance_changes_who_shares_and_never_passes_the_roll():
    demand = Demand(np.array([[30.0, 38.0]], np.float32), np.array([5.0], np.float32), np.array([50.0], np.float32))
    assert demand.attended(-0.5).needs.tolist() == [24]
    assert demand.attended(0.1).needs.tolist() == [47]
    assert demand.attended(0.5).needs.tolist() == [50]


def test_departments_together_peak_together_and_not_each_by_itself():
    sharing = np.array([[[10, 2]], [[1, 9]]], np.float32)
    each = Demand(sharing, np.zeros((2, 1), np.float32), np.full((2, 1), 10, np.float32))
    assert together(each, np.ones((2, 1), dtype=bool)).needs.tolist() == [11]


def test_a_department_that_lay_in_another_one_that_day_counts_once():
    sharing = np.array([[[10], [10]], [[4], [4]]], np.float32)
    each = Demand(sharing, np.zeros((2, 2), np.float32), np.full((2, 2), 10, np.float32))
    counts = np.array([[True, True], [False, True]])
    assert together(each, counts).needs.tolist() == [10, 14]


def test_attendance_is_everybody_there_at_the_peak_of_everybody():
    history = made((60, 50, 30, 10), fixed_there=(4, 4, 2, 0))
    days = demand_days(history, np.array([[True], [False], [False], [False]]), supposed())
    assert days.attendance_rate(0.0) == pytest.approx(0.6)
    assert days.attendance_rate(0.5) == pytest.approx(0.9)


def test_days_that_were_worked_out_apart_are_joined_in_order():
    counts = np.array([[True], [False], [False], [False]])
    parts = [demand_days(made(present), counts, supposed()) for present in ((60, 50, 30, 10), (70, 40, 30, 20))]
    days = joined(parts)
    assert days.whole.needs.tolist() == [60, 70]
    assert days.needs.tolist() == [[60, 70], [50, 40], [30, 30], [10, 20]]
    assert (len(days.days), days.there.tolist(), days.on_roll.tolist()) == (2, [60, 70], [100, 100])


def test_many_departments_together_come_to_no_desk_too_many():
    """A tenth more of 500 sections of 37 people are 20,350; added as 32-bit numbers it would be one more."""
    each = Demand(
        np.full((500, 1, 1), np.float32(37)), np.zeros((500, 1), np.float32), np.full((500, 1), 37, np.float32)
    ).times(1.1)
    assert together(each, np.ones((500, 1), dtype=bool)).needs.tolist() == [20_350]


@given(
    st.lists(st.integers(0, 50), min_size=4, max_size=4),
    st.floats(-0.5, 1),
    st.floats(-0.5, 1),
    st.dictionaries(st.sampled_from([BUREAU, SECTION, UNIT]), st.floats(-0.5, 1)),
    st.floats(-0.5, 0.5),
)
def test_more_people_never_need_fewer_desks(increments, one, other, growth_of, attendance):
    present = np.cumsum(increments)[::-1]
    history = made(present, on_roll=present + 10)
    less, more = sorted((one, other))
    each = [
        demand_of_each(history, supposed(growth=growth, growth_of=growth_of)).attended(attendance)
        for growth in (less, more)
    ]
    assert (each[0].needs <= each[1].needs).all()


def test_few_people_with_a_desk_of_their_own_are_not_counted_apart():
    """Two of the section's 40: whether the one who was there or the other one comes changes nothing."""
    shown = np.ones((4, 1), dtype=bool)
    found = [
        fixed_presence(made((60, 50, 30, 10), fixed_there=(n, n, n, n), fixed=(2, 2, 2, 2)), [2], shown).tolist()
        for n in (0, 2)
    ]
    assert found[0] == found[1]
    assert found[0][2] == [[pytest.approx(30 * 2 / 40)]]


def test_five_and_more_are_counted_in_their_section_and_in_all_above_it():
    shown = np.ones((4, 1), dtype=bool)
    history = made((60, 50, 30, 10), fixed_there=(6, 5, 4, 0), fixed=(9, 8, 6, 0))
    found = fixed_presence(history, [2], shown)
    # Of the bureau's other 40 people two have a desk, and 20 of them were there; of the city's other 60 three.
    assert found[:, 0, 0].tolist() == [pytest.approx(4 + 30 * 3 / 60), pytest.approx(4 + 20 * 2 / 40), 4, 0]


def test_a_section_that_is_withheld_is_not_counted_apart():
    history = made((60, 50, 30, 10), fixed_there=(4, 4, 4, 0), fixed=(6, 6, 6, 0))
    found = fixed_presence(history, [2], np.zeros((4, 1), dtype=bool))
    assert found[2, 0, 0] == pytest.approx(30 * 6 / 40)
