"""Weeks drawn again: what stays together, how strata are weighed, and what an interval may be."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.policies.bootstrap import (
    Drawn,
    draw_weeks,
    quantile,
    quantile_interval,
    share_interval,
    strata,
)
from tests.factories.department_days import weekdays_from

MONDAY = date(2026, 6, 1)
NEEDS = st.lists(st.integers(0, 300), min_size=10, max_size=60)


def test_a_week_is_drawn_whole():
    days = weekdays_from(MONDAY, 40)
    drawn = draw_weeks(days, [False] * 40, draws=50, seed=1)
    by_week = drawn.weights.reshape(8, 5, 50)
    assert (by_week == by_week[:, :1, :]).all()
    assert (drawn.weights.sum(axis=0) == 40).all()


def test_a_weekday_counts_as_often_in_every_draw_as_in_the_history():
    days = [day for day in weekdays_from(MONDAY, 40) if day not in (date(2026, 6, 8), date(2026, 7, 2))]
    drawn = draw_weeks(days, [False] * 38, draws=200, seed=1)
    for weekday in range(5):
        of_weekday = [number for number, day in enumerate(days) if day.weekday() == weekday]
        assert np.allclose(drawn.weights[of_weekday].sum(axis=0), len(of_weekday), atol=1e-4)


def test_team_days_count_as_often_in_every_draw_as_in_the_history():
    days = weekdays_from(MONDAY, 40)
    team = [day.weekday() == 2 and day.isocalendar().week % 2 == 0 for day in days]
    drawn = draw_weeks(days, team, draws=200, seed=1)
    both = np.array(team)
    assert both.sum() == 4
    some = drawn.weights[both].sum(axis=0)
    assert np.allclose(some[some > 0], 4, atol=1e-4)


def test_few_team_days_are_no_stratum_of_their_own():
    days = weekdays_from(MONDAY, 40)
    team = [number == 2 for number in range(40)]
    assert strata(days, team) == strata(days, [False] * 40)
    assert [len(stratum) for stratum in strata(days, team)] == [8] * 5


def test_the_same_seed_draws_the_same_weeks():
    days = weekdays_from(MONDAY, 20)
    one, same, other = (draw_weeks(days, [False] * 20, draws=30, seed=seed).weights for seed in (1, 1, 2))
    assert (one == same).all()
    assert not (one == other).all()


@given(NEEDS, st.floats(0.5, 0.999))
def test_the_percentile_is_the_nearest_rank(needs, share):
    found = quantile(np.array(needs), share)
    assert sum(need <= found for need in needs) >= share * len(needs) - 1e-6
    assert sum(need < found for need in needs) < share * len(needs)


def interval_one_by_one(needs, drawn, share):
    """The percentile of each draw by itself, and the ranks of these; what the quick way must come to."""
    weights = drawn.weights[drawn.days].astype(float)
    order = np.argsort(-needs, kind="stable")
    found = []
    for draw in range(weights.shape[1]):
        above = weights[:, draw].sum() * (1 - share) + 1e-3
        gone = np.cumsum(weights[order, draw])[:-1]
        found.append(needs[order][int((gone <= above).sum())])
    low, high = np.quantile(found, [0.025, 0.975], method="inverted_cdf")
    estimate = quantile(needs, share)
    return min(int(low), estimate), max(int(high), estimate)


@given(
    st.lists(st.integers(0, 40), min_size=10, max_size=60),
    st.sampled_from([0.5, 0.9, 0.95, 0.99, 0.999]),
    st.integers(100, 1_300),
    st.integers(0, 2**32 - 1),
)
@settings(deadline=None, max_examples=60)
def test_all_draws_at_once_come_to_the_interval_of_one_by_one(needs, share, draws, seed):
    needs = np.array(needs)
    drawn = draw_weeks(weekdays_from(MONDAY, needs.size), [False] * needs.size, draws=draws, seed=seed)
    assert quantile_interval(needs, drawn, share) == interval_one_by_one(needs, drawn, share)


@given(st.integers(100, 400), st.integers(0, 2**32 - 1), st.lists(st.booleans(), min_size=40, max_size=40))
@settings(deadline=None, max_examples=40)
def test_some_of_the_days_are_weighed_as_in_the_draws_of_all(draws, seed, wanted):
    wanted = np.array([True, *wanted[1:]])
    drawn = draw_weeks(weekdays_from(MONDAY, 40), [False] * 40, draws=draws, seed=seed)
    part, whole = drawn.parts(np.array([wanted, np.ones(40, dtype=bool)]))
    weights = drawn.weights[wanted]
    weights[:, weights.sum(axis=0) == 0] = 1
    assert (part.weights[part.days] == weights).all()
    assert np.allclose(part.whole, weights.sum(axis=0), atol=1e-4)
    assert whole is drawn


def test_a_draw_that_has_none_of_the_days_counts_them_alike():
    drawn = draw_weeks(weekdays_from(MONDAY, 40), [False] * 40, draws=500, seed=1)
    wanted = np.arange(40) < 5
    (part,) = drawn.parts(wanted[None, :])
    assert (part.whole > 0).all()
    assert (part.weights[part.days].min(axis=0) > 0).all()


def test_no_department_is_no_part():
    drawn = draw_weeks(weekdays_from(MONDAY, 40), [False] * 40, draws=500, seed=1)
    assert drawn.parts(np.zeros((0, 40), dtype=bool)) == []


@given(NEEDS, st.floats(0.5, 0.999), st.integers(0, 2**32 - 1))
@settings(deadline=None)
def test_one_draw_has_the_percentile_of_the_days_it_holds(needs, share, seed):
    needs = np.array(needs)
    counts = np.random.default_rng(seed).multinomial(len(needs), np.full(len(needs), 1 / len(needs)))
    expected = quantile(np.repeat(needs, counts), share)
    found = quantile_interval(needs, Drawn.of_all(counts[:, None].astype(np.float32)), share)
    near = abs(share * len(needs) - round(share * len(needs))) < 1e-3  # on a rank's edge rounding may say either
    estimate = quantile(needs, share)
    assert near or found == (min(expected, estimate), max(expected, estimate))


@given(NEEDS, st.floats(0.5, 0.999))
@settings(deadline=None)
def test_the_interval_holds_the_estimate(needs, share):
    needs = np.array(needs)
    drawn = draw_weeks(weekdays_from(MONDAY, len(needs)), [False] * len(needs), draws=100, seed=1)
    low, high = quantile_interval(needs, drawn, share)
    assert needs.min() <= low <= quantile(needs, share) <= high <= needs.max()
    few, many = share_interval(needs > 100, drawn)
    assert 0 <= few <= (needs > 100).mean() <= many <= 1 + 1e-6


def test_a_shortage_that_no_day_or_every_day_had_is_still_not_sure():
    """Of 40 days without one, about nine of a hundred may have been."""
    drawn = draw_weeks(weekdays_from(MONDAY, 40), [False] * 40, draws=200, seed=1)
    none, every = (share_interval(np.full(40, one), drawn) for one in (False, True))
    assert none == pytest.approx((0.0, 0.0876), abs=0.0001)
    assert every == pytest.approx((1 - 0.0876, 1.0), abs=0.0001)


def test_weeks_that_differ_make_a_wider_interval_than_the_same_days_mixed():
    days = weekdays_from(MONDAY, 100)
    by_week = np.repeat(np.random.default_rng(1).integers(100, 200, 20), 5)
    mixed = np.random.default_rng(2).permutation(by_week)
    drawn = draw_weeks(days, [False] * 100, draws=4_000, seed=1)
    low, high = quantile_interval(by_week, drawn, 0.5)
    low_mixed, high_mixed = quantile_interval(mixed, drawn, 0.5)
    assert high - low > high_mixed - low_mixed
