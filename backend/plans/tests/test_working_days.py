"""Weekends, 祝日 and the city's own closing days are not working days."""

from datetime import date

import pytest

from core.revision import Slow, bump
from plans.models import ClosingDay
from plans.selectors.working_days import city_calendar

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 11, 20), True),
        (date(2026, 11, 21), False),
        (date(2026, 11, 22), False),
        (date(2026, 11, 23), False),  # 勤労感謝の日
        (date(2026, 9, 22), False),  # between two 祝日
        (date(2026, 5, 6), False),  # a 祝日 on Sunday, made up for
        (date(2026, 12, 29), True),  # no 祝日: a closing day only where the city says so
    ],
)
def test_the_days_of_2026(day, works):
    assert city_calendar().is_working_day(day) is works


def test_the_citys_own_closing_days_are_read_again_when_they_change():
    day = date(2026, 12, 29)
    assert city_calendar().is_working_day(day)
    ClosingDay.objects.create(day=day, name="年末休み")
    bump(Slow.CALENDAR)
    name = city_calendar().holiday(day)
    assert not city_calendar().is_working_day(day)
    assert name is not None
    assert (name.in_language("ja"), name.in_language("en")) == ("年末休み", "年末休み")


def test_a_national_holiday_has_a_name_in_both_languages():
    name = city_calendar().holiday(date(2026, 11, 3))
    assert name is not None
    assert (name.ja, name.en) == ("文化の日", "Culture Day")


def test_the_next_working_days_step_over_a_long_weekend():
    found = city_calendar().working_days_from(date(2026, 11, 20), 3)
    assert found == [date(2026, 11, 20), date(2026, 11, 24), date(2026, 11, 25)]


@pytest.mark.parametrize(
    ("window", "last"),
    [(0, date(2026, 11, 23)), (1, date(2026, 11, 24)), (4, date(2026, 11, 29))],
)
def test_a_window_ends_on_the_day_before_the_first_working_day_outside(window, last):
    assert city_calendar().last_day_of_window(date(2026, 11, 20), window) == last
