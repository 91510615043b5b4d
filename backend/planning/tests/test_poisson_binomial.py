"""The exact distribution: the published example, and brute force for any few people."""

from itertools import product
from math import prod

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import bdtrc

from planning.policies.poisson_binomial import Distribution, Group, poisson_binomial

PUBLISHED = [Group(12, 0.8), Group(4, 0.7), Group(8, 0.6), Group(4, 0.5), Group(8, 0.4), Group(2, 0.2)]
RATES = st.floats(0, 1)


def test_the_published_example_comes_out_to_its_last_digit():
    people = poisson_binomial(PUBLISHED)
    assert round(people.mean, 6) == 22.8
    assert round(people.beyond(30), 7) == 0.0021960
    assert [people.quantile(share) for share in (0.9, 0.95, 0.99)] == [26, 27, 29]


@given(st.lists(RATES, min_size=1, max_size=9))
def test_any_few_people_are_counted_as_by_all_their_combinations(rates):
    chances = np.zeros(len(rates) + 1)
    for comes in product((0, 1), repeat=len(rates)):
        chances[sum(comes)] += prod(rate if there else 1 - rate for rate, there in zip(rates, comes, strict=True))
    assert np.abs(_from_zero(poisson_binomial([Group(1, rate) for rate in rates]), len(rates)) - chances).max() < 1e-12


@given(st.lists(st.tuples(st.integers(1, 40), RATES), min_size=1, max_size=6))
def test_any_groups_are_counted_as_person_by_person(groups):
    chances = np.ones(1)
    for people, rate in groups:
        for _ in range(people):
            chances = np.append(chances * (1 - rate), 0) + np.append(0, chances * rate)
    whole = sum(people for people, _ in groups)
    found = _from_zero(poisson_binomial([Group(people, rate) for people, rate in groups]), whole)
    assert np.abs(found - chances).max() < 1e-12


@given(
    st.lists(st.tuples(st.integers(1, 30), RATES), min_size=1, max_size=5),
    st.floats(0.5, 0.999),
    st.floats(0.5, 0.999),
    st.integers(0, 120),
)
def test_what_is_read_off_hangs_together(groups, one, other, desks):
    people = poisson_binomial([Group(count, rate) for count, rate in groups])
    low, high = sorted((one, other))
    assert people.quantile(low) <= people.quantile(high)
    assert people.beyond(people.quantile(high)) <= 1 - high + 1e-9
    assert 0 <= people.short(desks + 1) <= people.short(desks)
    assert people.mean == pytest.approx(sum(count * rate for count, rate in groups))
    assert people.short(desks) - people.short(desks + 1) == pytest.approx(people.beyond(desks), abs=1e-9)


def test_many_people_of_one_rate_are_binomial():
    people = poisson_binomial([Group(3000, 0.61)])
    assert people.beyond(1900) == pytest.approx(bdtrc(1900, 3000, 0.61), abs=1e-12)


def test_rates_next_to_nothing_are_rates():
    assert poisson_binomial([Group(21, 5e-324), Group(2, 1 - 1e-16)]).quantile(0.99) == 2


def test_nobody_who_never_comes_is_counted_and_everybody_who_always_does():
    people = poisson_binomial([Group(5, 0.0), Group(7, 1.0)])
    assert (people.mean, people.quantile(0.5), people.quantile(0.999), people.beyond(6), people.beyond(7)) == (
        7.0,
        7,
        7,
        1.0,
        0.0,
    )


def _from_zero(distribution: Distribution, most: int) -> np.ndarray:
    found = np.zeros(most + 1)
    found[distribution.first : distribution.first + distribution.chances.size] = distribution.chances
    return found
