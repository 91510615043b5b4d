"""The city's clock and half-open intervals."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from core import clock
from core.interval import Interval

NINE = datetime(2026, 12, 1, 9, tzinfo=UTC)
MOMENTS = st.integers(min_value=0, max_value=200).map(lambda minutes: NINE + timedelta(minutes=minutes))


@st.composite
def intervals(draw):
    first, second = sorted([draw(MOMENTS), draw(MOMENTS)])
    return Interval(first, second + timedelta(minutes=1))


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 11, 30, 14, 59, tzinfo=UTC), date(2026, 11, 30)),
        (datetime(2026, 11, 30, 15, 0, tzinfo=UTC), date(2026, 12, 1)),
        (datetime(2026, 11, 30, 23, 30, tzinfo=UTC), date(2026, 12, 1)),
    ],
)
def test_the_day_turns_at_midnight_of_the_city(instant, day):
    assert clock.city_day(instant) == day
    with time_machine.travel(instant, tick=False):
        assert clock.today() == day


def test_this_minute_is_now_cut_down():
    with time_machine.travel(NINE + timedelta(seconds=59), tick=False):
        assert clock.this_minute() == NINE


def test_a_day_runs_from_midnight_to_midnight_of_the_city():
    day = date(2026, 12, 1)
    assert clock.day_start(day) == datetime(2026, 11, 30, 15, tzinfo=UTC)
    assert clock.day_end(day) - clock.day_start(day) == timedelta(days=1)


@pytest.mark.parametrize("end", [NINE, NINE - timedelta(minutes=1)])
def test_an_interval_is_neither_empty_nor_backwards(end):
    with pytest.raises(ValueError, match="ends after it starts"):
        Interval(NINE, end)


def test_an_interval_needs_aware_instants():
    naive = datetime(2026, 12, 1, 9)  # noqa: DTZ001 - naive on purpose
    with pytest.raises(ValueError, match="aware"):
        Interval(naive, naive + timedelta(hours=1))


def test_neighbours_that_meet_do_not_overlap():
    first, second = (
        Interval(NINE, NINE + timedelta(hours=1)),
        Interval(NINE + timedelta(hours=1), NINE + timedelta(hours=2)),
    )
    assert not first.overlaps(second)
    assert first.common(second) is None


@given(intervals(), intervals())
def test_two_intervals_overlap_exactly_when_they_share_an_instant(one, other):
    shared = one.common(other)
    assert one.overlaps(other) is other.overlaps(one) is (shared is not None)
    if shared is not None:
        assert one.covers(shared)
        assert other.covers(shared)
        assert one.holds(shared.start)
        assert other.holds(shared.start)


@given(intervals())
def test_an_interval_comes_back_from_a_range_as_it_was(interval):
    assert Interval.of_range(interval.as_range()) == interval
