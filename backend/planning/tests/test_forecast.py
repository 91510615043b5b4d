"""Forecasts of made-up floors, whose truth is known."""

from datetime import date, timedelta

import numpy as np
import pytest

from planning.policies.forecast import FloorHistory, expected, held_back, naive
from planning.selectors.known_away import KnownAway
from tests.factories.department_days import weekdays_from

MONDAY = date(2026, 9, 28)
DAYS = weekdays_from(MONDAY, 45)
PAST, COMING = DAYS[:40], DAYS[40:]
PEOPLE = np.array([100.0, 200.0])
NO_TEAM = np.zeros(2)


def nobody_known(day, as_of):
    return np.zeros(2)


def made(peaks, team=None):
    return FloorHistory(PAST, np.array(peaks, float), np.zeros((2, 40)) if team is None else np.array(team, float))


def of_weekday(least):
    return [least + 10 * day.weekday() for day in PAST]


def forecast(history, day, *, away=nobody_known, weight=0.0, team=NO_TEAM, as_of=COMING[0]):
    return expected(history, PEOPLE, away, day, as_of=as_of, team=team, weight=weight).round(6).tolist()


def test_a_weekday_is_expected_as_it_always_was():
    history = made([of_weekday(30), of_weekday(100)])
    assert [forecast(history, day) for day in COMING] == [[30 + 10 * n, 100 + 10 * n] for n in range(5)]
    assert [forecast(history, day, weight=1.0) for day in COMING] == [[30 + 10 * n, 100 + 10 * n] for n in range(5)]


def test_a_new_level_of_the_last_weeks_is_taken_up():
    grown = [30.0] * 30 + [60.0] * 10
    found = forecast(made([grown, of_weekday(100)]), COMING[0])
    assert 45 < found[0] <= 60


def test_a_team_day_counts_by_how_many_came_on_team_days_before():
    team = [[1.0 if day.weekday() == 2 and day.isocalendar().week % 2 else 0.0 for day in PAST], [0.0] * 40]
    peaks = [[60.0 if one else 40.0 for one in team[0]], of_weekday(100)]
    history = made(peaks, team)
    wednesday = COMING[2]
    assert forecast(history, wednesday)[0] == pytest.approx(40, abs=0.5)
    assert forecast(history, wednesday, team=np.array([1.0, 0.0]))[0] == pytest.approx(60, abs=0.5)


def test_people_known_to_be_elsewhere_are_not_expected():
    """Of those not known to be elsewhere four of five come; on a Monday on which half are away, half as many do."""
    history = made([[80.0] * 40, [160.0] * 40])

    def half_away(day, as_of):
        return np.array([50.0, 0.0]) if day == COMING[0] else np.zeros(2)

    assert forecast(history, COMING[0], away=half_away, weight=1.0) == [40, 160]
    assert forecast(history, COMING[0], away=half_away, weight=0.5) == [60, 160]


def test_requests_still_to_come_are_allowed_for():
    """A week before, nobody is known to be away; on the day 20 are. A day a week ahead is not overestimated."""
    history = made([[80.0] * 40, [160.0] * 40])

    def known_late(day, as_of):
        return np.array([20.0, 0.0]) if (day - as_of).days < 5 else np.zeros(2)

    assert forecast(history, COMING[0], away=known_late, weight=1.0) == [80, 160]
    assert forecast(history, COMING[4], away=known_late, weight=1.0, as_of=COMING[4] - timedelta(days=7))[0] == 80


def test_plans_are_used_where_they_have_known_better():
    generator = np.random.default_rng(1)
    away = {day: np.array([generator.integers(0, 60), generator.integers(0, 60)], float) for day in DAYS}
    peaks = np.column_stack([0.9 * (PEOPLE - away[day]) for day in PAST])
    found = held_back(made(peaks), PEOPLE, lambda day, as_of: away.get(day, np.zeros(2)))
    assert (found.weeks, found.weight) == (4, 1.0)
    assert found.ours is not None
    assert found.naive is not None
    assert found.ours.mae < found.naive.mae


def test_where_naive_is_better_that_is_what_is_told():
    """A walk that never returns: last week is the best there is."""
    walk = 100 + np.cumsum(np.random.default_rng(3).normal(0, 0.5, 8)) * 30
    weekly = np.repeat(walk, 5)
    found = held_back(made([weekly, weekly]), PEOPLE, nobody_known)
    assert found.ours is not None
    assert found.naive is not None
    assert found.naive.mae < found.ours.mae


def test_held_back_weeks_are_forecast_without_looking_at_them():
    """What comes in the last week changes nothing of the forecasts made before it."""
    plain = of_weekday(30)
    broken = [*plain[:35], *[500.0] * 5]
    asked = []

    def away(day, as_of):
        asked.append((day, as_of))
        return np.zeros(2)

    found = held_back(made([broken, broken]), PEOPLE, away)
    assert found.days == 10 + 10 + 10 + 5
    assert all(as_of <= day for day, as_of in asked)
    assert found.ours is not None
    assert found.ours.mae > 100


def test_the_share_of_plans_in_a_forecast_is_chosen_by_what_was_known_when_it_was_made():
    """Two weeks are held back, each forecast for ten days: how right the first was in the second is not known yet.

    Plans are wrong in the first week and right in the second: the second week is forecast without them.
    """
    days = PAST[:25]
    second = days[20:]
    away = {day: np.array([60.0, 0.0]) for day in days[15:]}
    peaks = np.array([[20.0 if day in second else 50.0 for day in days], [100.0] * 25])
    history = FloorHistory(days, peaks, np.zeros((2, 25)))
    found = held_back(history, PEOPLE, lambda day, as_of: away.get(day, np.zeros(2)))
    by_history = [
        abs(
            expected(history.before(20), PEOPLE, nobody_known, day, as_of=second[0], team=NO_TEAM, weight=0.0)
            - [20, 100]
        )
        for day in second
    ]
    first = [
        abs(
            expected(
                history.before(15),
                PEOPLE,
                lambda one, as_of: away.get(one, np.zeros(2)),
                day,
                as_of=days[15],
                team=NO_TEAM,
                weight=0.5,
            )
            - peaks[:, number]
        )
        for number, day in enumerate(days[15:], start=15)
    ]
    assert found.ours is not None
    assert found.ours.mae == pytest.approx(np.mean([*first, *by_history]))


def test_three_weeks_have_no_error_yet():
    short = FloorHistory(PAST[:15], np.ones((2, 15)), np.zeros((2, 15)))
    found = held_back(short, PEOPLE, nobody_known)
    assert (found.weeks, found.days, found.ours, found.naive) == (0, 0, None, None)


def test_naive_is_the_same_weekday_of_the_last_week_there_is():
    history = made([list(range(40)), [0.0] * 40])
    for day in (COMING[1], COMING[1] + timedelta(days=7)):
        found = naive(history, day)
        assert found is not None
        assert found[0] == 36
    assert naive(made([[1.0] * 40] * 2), PAST[0]) is None


def test_what_was_known_is_counted_as_of_a_day():
    day = date(2026, 11, 20)
    rows = [
        (day, 0, date(2026, 11, 1), date(9999, 12, 31), 3.0),
        (day, 0, date(2026, 11, 10), date(9999, 12, 31), 2.0),
        (day, 1, date(2026, 11, 1), date(2026, 11, 12), 0.5),
    ]
    known = KnownAway(2, rows)
    assert known(day, date(2026, 11, 1)).tolist() == [0, 0]
    assert known(day, date(2026, 11, 10)).tolist() == [3, 0.5]
    assert known(day, date(2026, 11, 13)).tolist() == [5, 0]
    assert known(date(2026, 11, 21), date(2026, 11, 20)).tolist() == [0, 0]
