"""The simulation: without correlation it is the exact distribution, with it rates stay and days spread."""

import pytest

from planning.policies.correlated import quantile_interval, simulated
from planning.policies.poisson_binomial import Group, poisson_binomial
from planning.policies.score_interval import score_interval
from planning.tests.test_poisson_binomial import PUBLISHED


def test_without_correlation_the_simulation_comes_near_to_the_exact_distribution():
    exact = poisson_binomial(PUBLISHED)
    drawn = simulated(PUBLISHED, correlation=0.0, draws=200_000, seed=7)
    assert drawn.mean == pytest.approx(exact.mean, abs=0.03)
    assert [drawn.quantile(share) for share in (0.9, 0.95, 0.99)] == [26, 27, 29]
    assert drawn.beyond(26) == pytest.approx(exact.beyond(26), abs=0.003)


@pytest.mark.parametrize("correlation", [0.05, 0.3, 0.9])
def test_rates_stay_as_stated_whatever_the_correlation(correlation):
    drawn = simulated(PUBLISHED, correlation=correlation, draws=50_000, seed=3)
    assert drawn.mean == pytest.approx(22.8, abs=0.1)


def test_more_correlation_spreads_the_days():
    high = [simulated(PUBLISHED, correlation=one, draws=20_000, seed=3).quantile(0.99) for one in (0.0, 0.1, 0.3, 0.6)]
    low = [simulated(PUBLISHED, correlation=one, draws=20_000, seed=3).quantile(0.01) for one in (0.0, 0.1, 0.3, 0.6)]
    assert (high, low) == (sorted(high), sorted(low, reverse=True))
    assert high[0] < high[-1]


def test_two_people_agree_as_often_as_the_model_says():
    """Two people of rate 1/2 are both there with 1/4 + arcsin(r) / 2 pi: the orthant of a bivariate normal."""
    drawn = simulated([Group(2, 0.5)], correlation=0.5, draws=200_000, seed=1)
    assert drawn.beyond(1) == pytest.approx(0.25 + 0.5235987755982989 / 6.283185307179586, abs=0.004)


def test_the_same_seed_draws_the_same_days():
    one, same, other = (simulated(PUBLISHED, correlation=0.2, draws=500, seed=seed) for seed in (5, 5, 6))
    assert one.chances.tolist() == same.chances.tolist()
    assert one.chances.tolist() != other.chances.tolist()


def test_people_who_always_or_never_come_do_so_on_every_day():
    drawn = simulated([Group(4, 1.0), Group(9, 0.0)], correlation=0.5, draws=1_000, seed=1)
    assert (drawn.first, drawn.chances.tolist()) == (4, [1.0])


def test_the_interval_of_a_simulated_percentile_holds_it_and_narrows_with_draws():
    few, many = (simulated(PUBLISHED, correlation=0.3, draws=draws, seed=1) for draws in (200, 10_000))
    wide, narrow = quantile_interval(few, 0.95, 200), quantile_interval(many, 0.95, 10_000)
    assert wide[0] <= few.quantile(0.95) <= wide[1]
    assert narrow[0] <= many.quantile(0.95) <= narrow[1]
    assert narrow[1] - narrow[0] < wide[1] - wide[0]


def test_a_share_that_no_draw_or_every_draw_has_is_still_not_sure():
    """Of n draws without one, about 3.8 / n may have been (the score interval)."""
    low, high = score_interval(0.0, 1_000)
    assert low == 0
    assert high == pytest.approx(0.00383, abs=0.00001)
    low, high = score_interval(1.0, 1_000)
    assert low == pytest.approx(0.99617, abs=0.00001)
    assert high == 1
    low, high = score_interval(0.5, 10_000)
    assert low == pytest.approx(0.4902, abs=1e-4)
    assert high == pytest.approx(0.5098, abs=1e-4)
