"""Which days a series falls on, and where the closed ones go."""

from datetime import date

import pytest

from series.policies.pattern import DateOfPattern, Pattern, WhenClosed, place_dates

CLOSED = {date(2026, 11, 23), date(2026, 12, 29), date(2026, 12, 30)}


def is_open(day):
    return day.weekday() < 5 and day not in CLOSED


@pytest.mark.parametrize(
    ("weekdays", "every_weeks", "first", "last", "days"),
    [
        ({1}, 1, (2026, 12, 1), (2026, 12, 15), [(12, 1), (12, 8), (12, 15)]),
        ({1}, 2, (2026, 12, 1), (2026, 12, 31), [(12, 1), (12, 15), (12, 29)]),
        ({0, 3}, 2, (2026, 12, 2), (2026, 12, 17), [(12, 3), (12, 14), (12, 17)]),
        ({6}, 1, (2026, 12, 1), (2026, 12, 5), []),
        ({1}, 1, (2026, 12, 1), (2026, 12, 1), [(12, 1)]),
    ],
)
def test_the_days_of_a_pattern(weekdays, every_weeks, first, last, days):
    pattern = Pattern(frozenset(weekdays), every_weeks, date(*first), date(*last))
    assert [(day.month, day.day) for day in pattern.days()] == days


def test_a_year_of_tuesdays_has_52_or_53_days():
    assert len(Pattern(frozenset({1}), 1, date(2026, 12, 1), date(2027, 12, 1)).days()) == 53


def test_a_closed_day_is_skipped():
    placed = place_dates([date(2026, 11, 23), date(2026, 11, 30)], WhenClosed.SKIP, is_open)
    assert [one.day for one in placed] == [None, date(2026, 11, 30)]


def test_a_closed_day_goes_to_the_next_working_day():
    placed = place_dates([date(2026, 12, 29)], WhenClosed.NEXT, is_open)
    assert placed == [DateOfPattern(date(2026, 12, 29), date(2026, 12, 31))]


def test_no_two_dates_come_to_lie_on_one_day():
    monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)
    placed = place_dates([monday, tuesday], WhenClosed.NEXT, is_open)
    assert placed == [DateOfPattern(monday, None, doubled=True), DateOfPattern(tuesday, tuesday)]


def test_two_closed_days_do_not_both_go_to_the_same_day():
    placed = place_dates([date(2026, 12, 29), date(2026, 12, 30)], WhenClosed.NEXT, is_open)
    assert [(one.day, one.doubled) for one in placed] == [(date(2026, 12, 31), False), (None, True)]
