"""Desks of sections by stated rates."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.policies.need_by_rates import need_by_rates
from planning.policies.poisson_binomial import Group, poisson_binomial
from planning.policies.sections_by_rates import sections_by_rates
from planning.policies.supposed import FromRates, Supposed
from planning.tests.test_poisson_binomial import PUBLISHED

RATES = FromRates((Group(60, 0.6), Group(40, 0.2)), 0.0, 2_000, 1)


def needed(rolls, rates=RATES, **values):
    return sections_by_rates(Supposed(basis=rates, **values), rates, rolls)


def test_a_section_is_the_stated_people_in_small():
    assert needed({7: 10})[7] == poisson_binomial([Group(6, 0.6), Group(4, 0.2)]).quantile(0.95)


def test_a_section_as_large_as_the_stated_people_needs_what_they_need():
    rates = FromRates(tuple(PUBLISHED), 0.0, 10_000, 1)
    assert needed({7: sum(group.people for group in PUBLISHED)}, rates) == {7: 27}


def test_what_is_left_over_goes_to_the_largest_remainders():
    # Of three people 1.8 and 1.2 come by the two rates: two and one.
    assert needed({7: 3})[7] == poisson_binomial([Group(2, 0.6), Group(1, 0.2)]).quantile(0.95)


def test_a_section_grows_as_the_stated_people_do():
    assert needed({7: 10}, growth=0.5)[7] == needed({7: 15})[7]


def test_half_the_attendance_needs_fewer_desks():
    assert needed({7: 100}, attendance=-0.5)[7] < needed({7: 100})[7]


def test_correlated_people_need_more_desks():
    assert needed({7: 100}, replace(RATES, correlation=0.4))[7] > needed({7: 100})[7]


def test_who_always_comes_needs_a_desk_each_and_who_never_comes_none():
    always, never = (FromRates((Group(10, rate),), 0.0, 2_000, 1) for rate in (1.0, 0.0))
    assert (needed({7: 30}, always), needed({7: 30}, never)) == ({7: 30}, {7: 0})


def test_nobody_is_stated():
    assert needed({7: 30}, FromRates((Group(0, 0.5),), 0.0, 2_000, 1)) == {7: 0}


@settings(max_examples=40, deadline=None)
@given(
    groups=st.lists(st.tuples(st.integers(1, 30), st.floats(0, 1)), min_size=1, max_size=5),
    roll=st.integers(1, 40),
    percentile=st.sampled_from([0.5, 0.9, 0.95, 0.99]),
)
def test_a_section_never_needs_more_desks_than_people(groups, roll, percentile):
    rates = FromRates(tuple(Group(people, rate) for people, rate in groups), 0.0, 2_000, 1)
    found = needed({1: roll, 2: roll + 10, 3: roll}, rates, percentile=percentile, percentiles=(percentile,))
    assert 0 <= found[1] <= roll
    assert found[1] == found[3]
    assert found[2] <= roll + 10


@pytest.mark.parametrize("roll", [1, 5, 38])
def test_sections_together_never_need_fewer_desks_than_all_at_once(roll):
    """Each by itself they need more: that is what sharing saves."""
    rates = FromRates((Group(roll * 10, 0.6),), 0.0, 2_000, 1)
    supposed = Supposed(basis=rates)
    whole = need_by_rates(supposed, rates, desks=1, desks_source="stated", working_days_a_year=241).needed["0.95"]
    assert sum(sections_by_rates(supposed, rates, dict.fromkeys(range(10), roll)).values()) >= whole
