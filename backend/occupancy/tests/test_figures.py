"""Figures, by numbers worked out by hand and by what holds of any numbers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from occupancy.policies import figures

IN_USE = np.array([[2, 4, 0], [6, 1, 9]])
IN_SERVICE = np.array([[8, 8, 8], [8, 8, 10]])
COUNTED = np.array([[True, True, False], [True, True, True]])
NEVER = np.zeros((2, 3), dtype=bool)


def test_average_utilisation_is_of_sums():
    # (2 + 4) + (6 + 1 + 9) of (8 + 8) + (8 + 8 + 10).
    assert figures.average_utilisation(IN_USE, IN_SERVICE, COUNTED) == 22 / 42
    assert figures.average_utilisation(IN_USE, IN_SERVICE, NEVER) is None


def test_a_daily_peak_is_of_one_instant():
    assert figures.daily_peaks(IN_USE, COUNTED).tolist() == [4, 9]
    assert figures.peak_slots(IN_USE, COUNTED).tolist() == [1, 2]
    assert figures.daily_peaks(IN_USE, NEVER).tolist() == [figures.UNKNOWN] * 2


def test_peaks_of_days_leave_out_days_of_which_nothing_is_known():
    assert figures.peaks(np.array([4, figures.UNKNOWN, 9])) == figures.Peaks(6.5, 9, 9)
    assert figures.peaks(np.array([figures.UNKNOWN])) == figures.Peaks(None, None, None)


@pytest.mark.parametrize(
    ("days", "rank"), [(1, 1), (2, 2), (10, 10), (19, 19), (20, 19), (38, 37), (40, 38), (100, 95), (245, 233)]
)
def test_the_95th_percentile_is_by_nearest_rank(days, rank):
    """With 38 days it is the 37th in order, as the screen says it."""
    assert figures.nearest_rank(list(range(days, 0, -1))) == rank


def test_the_percentile_of_nothing_is_nothing():
    assert figures.nearest_rank([]) is None


def test_a_day_is_full_from_98_per_cent():
    in_service = np.full((3, 2), 100)
    in_use = np.array([[97, 0], [98, 0], [0, 100]])
    assert figures.full_days(in_use, in_service, np.ones((3, 2), dtype=bool)) == 2
    nothing = np.zeros((1, 2), dtype=np.int64)
    assert figures.full_days(nothing, nothing, np.ones((1, 2), dtype=bool)) == 0


def test_the_heat_map_is_of_the_days_that_count():
    assert figures.heat_map(IN_USE, IN_SERVICE, COUNTED) == [
        figures.Cell(0.5, 4.0, 8.0),
        figures.Cell(5 / 16, 2.5, 8.0),
        figures.Cell(0.9, 9.0, 10.0),
    ]
    assert figures.heat_map(IN_USE, IN_SERVICE, NEVER) == [None] * 3


def test_rates_are_of_the_sums_of_a_period():
    assert figures.attendance_rate(8 + 6, 10 + 10) == 0.7
    assert figures.telework_rate(2 + 4, 10 + 10) == 0.15
    assert figures.sharing_ratio(142.0, 100.0) == 1.42
    assert figures.no_show_rate(38, 1000) == 0.038
    assert figures.walk_up_rate(1, 4) == 0.25
    assert figures.no_show_rate(0, 0) is None


@st.composite
def places(draw):
    """A place of any days and slots in which no more is in use than in service."""
    shape = draw(st.tuples(st.integers(1, 4), st.integers(1, 4)))
    in_service = draw(arrays(np.int64, shape, elements=st.integers(0, 50), fill=st.nothing()))
    share = draw(arrays(np.int64, shape, elements=st.integers(0, 100)))
    counted = draw(arrays(np.bool_, shape))
    return in_service * share // 100, in_service, counted


@given(places())
def test_average_peak_and_desks_in_service_are_in_order(place):
    in_use, in_service, counted = place
    average = figures.average_utilisation(in_use, in_service, counted)
    peaks = figures.peaks(figures.daily_peaks(in_use, counted))
    if average is None or peaks.mean is None or peaks.p95 is None or peaks.max is None:
        assert not in_service[counted].any()
        return
    assert 0 <= average <= 1
    most = np.where(counted, in_service, 0).max()
    assert figures.total(in_use, counted) / counted.sum() <= peaks.max <= most
    assert min(peaks.mean, peaks.p95) <= peaks.max
    assert figures.nearest_rank(figures.daily_peaks(in_use, counted)[counted.any(axis=1)]) == peaks.p95


@given(st.lists(st.integers(0, 100), min_size=1, max_size=60), st.integers(1, 100))
def test_the_percentile_is_a_value_that_the_share_of_days_does_not_pass(values, percent):
    found = figures.nearest_rank(values, percent / 100)
    assert found in values
    assert sum(value <= found for value in values) * 100 >= percent * len(values)
    assert sum(value < found for value in values) * 100 < percent * len(values)


@given(places(), st.integers(1, 5))
def test_parts_of_a_place_add_up_to_it_and_their_peaks_do_not(place, number):
    """The peak of a floor is at most the sum of its areas' peaks, and at least the largest of them."""
    in_use, _, _ = place
    parts = [in_use // number] * number
    everywhere = np.ones(in_use.shape, dtype=bool)
    whole = figures.daily_peaks(np.sum(parts, axis=0), everywhere)
    of_parts = [figures.daily_peaks(part, everywhere) for part in parts]
    assert (whole <= np.sum(of_parts, axis=0)).all()
    assert (whole >= np.max(of_parts, axis=0)).all()
