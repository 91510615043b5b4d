"""Desks needed by stated rates, and what is read off them."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.policies.need_by_rates import need_by_rates
from planning.policies.poisson_binomial import Group
from planning.policies.supposed import FromRates, Supposed
from planning.tests.test_poisson_binomial import PUBLISHED

RATES = FromRates(tuple(PUBLISHED), 0.0, 10_000, 1)


def answered(rates=RATES, desks=30, **values):
    return need_by_rates(
        Supposed(basis=rates, **values), rates, desks=desks, desks_source="stated", working_days_a_year=241
    )


def test_the_published_example_is_answered_exactly():
    need = answered()
    assert (need.method, need.interval, round(need.mean, 6), dict(need.needed)) == (
        "poisson_binomial",
        None,
        22.8,
        {"0.9": 26, "0.95": 27, "0.99": 29},
    )
    assert round(need.short.probability, 7) == 0.0021960
    assert need.short.days_a_year == pytest.approx(0.529, abs=0.001)
    assert need.sharing_ratio == pytest.approx(38 / 27)


def test_a_target_of_short_days_is_met_by_no_fewer_desks():
    need = answered(days_short_target=5)
    assert need.target is not None
    found = need.target.needed
    assert answered(desks=found).short.days_a_year <= 5 < answered(desks=found - 1).short.days_a_year


def test_where_every_day_may_be_short_no_desk_is_needed():
    crowd = FromRates((Group(2_000, 0.8),), 0.0, 100, 1)
    for rates in (crowd, replace(crowd, correlation=0.1)):
        target = answered(rates, days_short_target=241).target
        assert target is not None
        assert target.needed == 0


def test_there_are_never_fewer_desks_than_for_those_who_come_when_telework_is_off():
    need = answered(floor_people=35)
    assert (set(need.needed.values()), need.short.when_telework_is_off) == ({35}, 5)


def test_correlated_rates_are_simulated_with_an_interval():
    need = answered(replace(RATES, correlation=0.3))
    assert need.method == "simulation"
    assert need.interval is not None
    low, high = need.interval["0.95"]
    assert low <= need.needed["0.95"] <= high
    assert need.needed["0.95"] > answered().needed["0.95"]
    assert need.basis.draws == 10_000


def test_days_short_of_which_no_draw_had_any_may_still_come():
    short = answered(replace(RATES, correlation=0.3, draws=100), desks=38).short
    assert (short.days_a_year, short.interval) == (0.0, (0.0, pytest.approx(241 * 0.037, abs=0.1)))


def test_nothing_changed_is_the_answer_itself():
    need = answered(replace(RATES, correlation=0.3), growth=0.1, attendance=-0.1)
    same = [row for rows in (need.sensitivity.attendance, need.sensitivity.growth) for row in rows if row.change == 0]
    assert [(row.needed, row.days_short) for row in same] == [(need.needed["0.95"], need.short.days_a_year)] * 2


def test_half_the_attendance_halves_the_mean():
    assert answered(attendance=-0.5).mean == pytest.approx(11.4)


def test_growth_of_many_small_groups_is_rounded_once():
    rates = FromRates(tuple(Group(1, number / 100) for number in range(1, 101)), 0.0, 100, 1)
    assert (answered(rates).on_roll, answered(rates, growth=0.05).on_roll) == (100, 105)


def test_the_picture_holds_every_day_in_few_rows():
    rows = answered(FromRates((Group(2000, 0.5),), 0.0, 100, 1)).distribution
    assert len(rows) <= 60
    assert sum(row.share for row in rows) == pytest.approx(1, abs=1e-3)


@given(
    st.lists(st.tuples(st.integers(1, 60), st.floats(0, 1)), min_size=1, max_size=4),
    st.floats(-0.5, 1),
    st.floats(-0.5, 1),
)
@settings(deadline=None, max_examples=40)
def test_more_growth_and_a_higher_percentile_never_need_fewer_desks(groups, one, other):
    rates = FromRates(tuple(Group(people, rate) for people, rate in groups), 0.0, 200, 1)
    less, more = (answered(rates, growth=growth).needed for growth in sorted((one, other)))
    assert all(less[key] <= more[key] for key in less)
    assert list(less.values()) == sorted(less.values())
