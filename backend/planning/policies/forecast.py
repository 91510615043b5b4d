"""How many people are expected on floors at once on coming days, and how wrong such expectations have been.

Two estimates are mixed:

- *by history*: the mean of the same weekday in the last weeks, later weeks counting more, corrected for the level of
  the last two weeks and, where there have been enough, for team days;
- *by plans*: the same mean of a show-up rate (people there at the day's peak per person not known to be elsewhere),
  times the people not known to be elsewhere on the day. What was known is asked as of the same number of days before,
  so that requests that are still to come are allowed for.

The share of the second is the one that did best on forecasts made before (0, a half, or 1). The error is measured by
rolling origin (Hyndman and Athanasopoulos, "Forecasting: Principles and Practice", 3rd edition, section 5.10): the last
weeks are held back one after another, each forecast from what stood before it, and the same days by the naive forecast,
the same weekday of the last week before.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Away = Callable[[date, date], Floats]
"""People of each floor known to be elsewhere on a day (the first), as of the beginning of another (the second)."""

DAYS_AHEAD = 10
WEEK = 5
LEAST_DAYS = 15
"""Three weeks: fewer have no mean of a weekday."""
MOST_HELD_BACK = 4
SAME_WEEKDAYS = 8
OLDER_COUNTS = 0.8
"""A week earlier counts so much of what a week counts."""
LEVEL_DAYS = 10
LEVEL_TAKEN = 0.5
"""How much of a change of level in the last two weeks is believed to stay."""
LEAST_TEAM_DAYS = 3
TEAM_DAY_FROM = 0.5
"""A floor has a team day when so much of its people have one."""
WEIGHTS = (0.0, 0.5, 1.0)
FIRST_WEIGHT = 0.5
LOW, HIGH = 0.1, 0.9
LEAST_OWN_RESIDUALS = 20


@dataclass(frozen=True, slots=True, eq=False)
class FloorHistory:
    """Peaks by floor (first axis) and day, in order of days; `team[floor, day]` the share of people with a team day."""

    days: Sequence[date]
    peaks: Floats
    team: Floats

    def before(self, count: int) -> "FloorHistory":
        """The first `count` days alone."""
        return FloorHistory(self.days[:count], self.peaks[:, :count], self.team[:, :count])


@dataclass(frozen=True, slots=True)
class Errors:
    """`mae`: mean of |expected - was|, in people per floor and day; `wape`: their sum by the sum of what was."""

    mae: float
    wape: float


@dataclass(frozen=True, slots=True)
class HeldBack:
    """What forecasts of the past came to; `weight` of plans is the one to go on with."""

    weeks: int
    days: int
    ours: Errors | None
    naive: Errors | None
    weight: float
    low: Floats
    high: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Made:
    """A forecast made as if at the `first` day: by floor and day, for each weight; what came, and what naive says."""

    first: int
    by_weight: Floats
    naive: Floats
    was: Floats


def naive(history: FloorHistory, day: date) -> Floats | None:
    """The last same weekday before `day`; None where there is none."""
    same = [number for number, one in enumerate(history.days) if one.weekday() == day.weekday() and one < day]
    return history.peaks[:, same[-1]] if same else None


def expected(
    history: FloorHistory, people: Floats, away: Away, day: date, *, as_of: date, team: Floats, weight: float
) -> Floats:
    """People at once on each floor on `day`, from what is known at the beginning of `as_of`."""
    by_history = _estimate(history.peaks, history, day, team)
    if weight == 0:
        return by_history
    ahead = day - as_of
    present = np.column_stack([people - away(one, one - ahead) for one in history.days])
    rates = np.divide(history.peaks, present, out=np.zeros_like(history.peaks), where=present > 0)
    by_plans = _estimate(rates, history, day, team) * np.maximum(people - away(day, as_of), 0)
    mixed: Floats = weight * by_plans + (1 - weight) * by_history
    return mixed


def held_back(history: FloorHistory, people: Floats, away: Away) -> HeldBack:
    """Forecast the last weeks as if each were to come, and see. Weights are chosen by the weeks before alone."""
    made: list[_Made] = []
    chosen: list[Floats] = []
    for count in _origins(len(history.days)):
        weight = _best(made, count)
        made.append(_made_at(history, count, people, away))
        chosen.append(made[-1].by_weight[WEIGHTS.index(weight)])
    floors = history.peaks.shape[0]
    if not made:
        return HeldBack(0, 0, None, None, FIRST_WEIGHT, np.full(floors, -0.2), np.full(floors, 0.2))
    ours, were = np.hstack(chosen), np.hstack([one.was for one in made])
    low, high = _spread(ours, were)
    naives = np.hstack([one.naive for one in made])
    weight = _best(made, len(history.days))
    return HeldBack(len(made), ours.shape[1], _errors(ours, were), _errors(naives, were), weight, low, high)


def _origins(days: int) -> list[int]:
    """After how many days each forecast is made: one a week, with three weeks before it."""
    weeks = [days - WEEK * number for number in range(MOST_HELD_BACK, 0, -1)]
    return [count for count in weeks if count >= LEAST_DAYS]


def _made_at(history: FloorHistory, count: int, people: Floats, away: Away) -> _Made:
    before = history.before(count)
    ahead = range(count, min(count + DAYS_AHEAD, len(history.days)))
    as_of = history.days[count]
    by_weight = np.stack(
        [
            np.column_stack(
                [
                    expected(before, people, away, history.days[n], as_of=as_of, team=history.team[:, n], weight=weight)
                    for n in ahead
                ]
            )
            for weight in WEIGHTS
        ]
    )
    naives = [naive(before, history.days[n]) for n in ahead]
    level = before.peaks.mean(axis=1)
    return _Made(
        count,
        by_weight,
        np.column_stack([level if one is None else one for one in naives]),
        history.peaks[:, list(ahead)],
    )


def _best(made: Sequence[_Made], known: int) -> float:
    """The weight with the least error in the forecasts made so far, of the days that are `known` by then."""
    if not made:
        return FIRST_WEIGHT
    wrong = [
        sum(float(np.abs(one.by_weight[n] - one.was)[:, : known - one.first].sum()) for one in made)
        for n in range(len(WEIGHTS))
    ]
    return WEIGHTS[int(np.argmin(wrong))]


def _estimate(values: Floats, history: FloorHistory, day: date, team: Floats) -> Floats:
    """The weekday's mean of `values` (floor by day), at the level of the last days, with the team day's factor."""
    plain = history.team < TEAM_DAY_FROM
    typical = np.column_stack([_weekday_mean(values, plain, history.days, weekday) for weekday in range(WEEK)])
    of_day = np.column_stack([typical[:, one.weekday() % WEEK] for one in history.days])
    ratio = np.divide(values, of_day, out=np.ones_like(values), where=of_day > 0)
    last = plain[:, -LEVEL_DAYS:]
    level = _mean_where(ratio[:, -LEVEL_DAYS:], last)
    factor = np.where((~plain).sum(axis=1) >= LEAST_TEAM_DAYS, _mean_where(ratio, ~plain), 1.0)
    estimate: Floats = (
        typical[:, day.weekday() % WEEK] * (1 + LEVEL_TAKEN * (level - 1)) * np.where(team >= TEAM_DAY_FROM, factor, 1)
    )
    return estimate


def _weekday_mean(values: Floats, plain: NDArray[np.bool_], days: Sequence[date], weekday: int) -> Floats:
    """The mean of a weekday without team days, later ones counting more; of all days where there is none."""
    same = [number for number, day in enumerate(days) if day.weekday() == weekday][-SAME_WEEKDAYS:]
    if not same:
        of_all: Floats = values.mean(axis=1)
        return of_all
    counts = OLDER_COUNTS ** np.arange(len(same) - 1, -1, -1.0)
    weights = np.where(plain[:, same], counts, 0.0)
    weights = np.where(weights.sum(axis=1, keepdims=True) > 0, weights, counts)
    mean: Floats = (values[:, same] * weights).sum(axis=1) / weights.sum(axis=1)
    return mean


def _mean_where(values: Floats, wanted: NDArray[np.bool_]) -> Floats:
    """The mean of the wanted values of each floor; 1 where there are none."""
    count = wanted.sum(axis=1)
    mean: Floats = np.divide((values * wanted).sum(axis=1), count, out=np.ones(len(values)), where=count > 0)
    return mean


def _errors(expected_people: Floats, were: Floats) -> Errors:
    wrong = np.abs(expected_people - were)
    whole = float(were.sum())
    return Errors(float(wrong.mean()), float(wrong.sum()) / whole if whole else 0.0)


def _spread(ours: Floats, were: Floats) -> tuple[Floats, Floats]:
    """Between which shares of the expected, less 1, four days of five lay: by floor, of all floors where it had few."""
    relative = (were - ours) / np.maximum(ours, 1)
    of = relative if relative.shape[1] >= LEAST_OWN_RESIDUALS else np.tile(relative.ravel(), (len(relative), 1))
    low, high = np.quantile(of, [LOW, HIGH], axis=1)
    return np.minimum(low, 0), np.maximum(high, 0)
