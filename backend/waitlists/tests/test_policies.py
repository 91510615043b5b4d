"""When an offer lapses, and what fits."""

from datetime import date, timedelta

import pytest

from core import clock
from core.interval import Interval
from tests.factories.hall import city_time
from waitlists.policies.fitting import fits, still_wanted
from waitlists.policies.offer_time import OfferTerms, offer_until

FRIDAY, SATURDAY, MONDAY, TUESDAY = date(2026, 11, 27), date(2026, 11, 28), date(2026, 11, 30), date(2026, 12, 1)
TERMS = OfferTerms(minutes=15, minutes_on_the_day=10)


def hours(day):
    return Interval(city_time(day, "8:30"), city_time(day, "17:15")) if day.weekday() < 5 else None


def wish(day, start="8:30", end="17:15"):
    return Interval(city_time(day, start), city_time(day, end))


@pytest.mark.parametrize(
    ("now", "wanted", "lapses"),
    [
        pytest.param((MONDAY, "10:30"), wish(TUESDAY), (MONDAY, "10:45"), id="within working hours"),
        pytest.param((MONDAY, "7:00"), wish(TUESDAY), (MONDAY, "8:45"), id="early in the morning"),
        pytest.param((MONDAY, "17:05"), wish(TUESDAY), (TUESDAY, "8:35"), id="what is left goes on with the next day"),
        pytest.param((MONDAY, "17:00"), wish(TUESDAY), (MONDAY, "17:15"), id="just before the day is out"),
        pytest.param((MONDAY, "23:50"), wish(TUESDAY), (TUESDAY, "8:45"), id="in the night before"),
        pytest.param((FRIDAY, "20:00"), wish(TUESDAY), (MONDAY, "8:45"), id="over the weekend"),
        pytest.param((SATURDAY, "12:00"), wish(MONDAY), (MONDAY, "8:45"), id="on a day off for the next working day"),
        pytest.param((MONDAY, "10:30"), wish(MONDAY), (MONDAY, "10:40"), id="on the day"),
        pytest.param((MONDAY, "6:00"), wish(MONDAY), (MONDAY, "8:40"), id="on the day before anybody is up"),
        pytest.param((MONDAY, "6:00"), wish(MONDAY, "7:00"), (MONDAY, "7:10"), id="whoever comes early is up early"),
        pytest.param((MONDAY, "17:10"), wish(MONDAY), (MONDAY, "17:15"), id="never longer than the wish"),
        pytest.param(
            (MONDAY, "18:00"), wish(MONDAY, "18:30", "20:00"), (MONDAY, "18:10"), id="in the evening of the day"
        ),
        pytest.param((SATURDAY, "9:00"), wish(SATURDAY), (SATURDAY, "9:10"), id="a day off that can be booked"),
    ],
)
def test_an_offer_lapses(now, wanted, lapses):
    moment = city_time(*now)
    found = offer_until(
        now=moment, wish=wanted, day=clock.city_day(wanted.start), today=now[0], terms=TERMS, hours=hours
    )
    assert found == city_time(*lapses)


def test_an_offer_lapses_on_a_whole_minute():
    moment = city_time(MONDAY, "10:30") + timedelta(seconds=20)
    found = offer_until(now=moment, wish=wish(TUESDAY), day=TUESDAY, today=MONDAY, terms=TERMS, hours=hours)
    assert found == city_time(MONDAY, "10:46")


def test_a_wish_that_is_over_is_offered_nothing():
    moment = city_time(MONDAY, "17:15")
    assert offer_until(now=moment, wish=wish(MONDAY), day=MONDAY, today=MONDAY, terms=TERMS, hours=hours) is None


@pytest.mark.parametrize(
    ("now", "left"),
    [("8:00", ("8:30", "17:15")), ("10:07", ("10:07", "17:15")), ("17:00", ("17:00", "17:15")), ("17:01", None)],
)
def test_what_is_left_of_a_wish(now, left):
    expected = left and Interval(city_time(MONDAY, left[0]), city_time(MONDAY, left[1]))
    assert still_wanted(wish(MONDAY), city_time(MONDAY, now)) == expected


@pytest.mark.parametrize(
    ("wanted", "has", "held", "fitting"),
    [
        ([], [], [], True),
        (["monitor"], ["quiet", "monitor"], [], True),
        (["monitor"], ["quiet"], [], False),
        ([], [], [wish(MONDAY, "7:00", "8:30")], True),
        ([], [], [wish(MONDAY, "17:00", "18:00")], False),
    ],
)
def test_a_desk_fits(wanted, has, held, fitting):
    assert fits(wanted_features=wanted, features=has, wish=wish(MONDAY), held=held) is fitting
