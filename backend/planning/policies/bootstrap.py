"""Days of the past drawn again: how far a percentile of daily needs may be off.

The block is a calendar week (Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, section 8.6; Künsch, The
Annals of Statistics 17, 1989). As many weeks are drawn as there were, each whole, with all departments as they were:

- what departments do on the same day stays together, so that sums of departments keep their correlation;
- what the days of one week share (a campaign, a season, an epidemic) stays together, so that the interval is not too
  narrow, as it would be if days were drawn one by one;
- a week holds each weekday once and its own team days.

Weeks with a 祝日 have fewer days, and a draw may hold more team days than there were. Days are therefore weighed so
that every stratum (a weekday; with and without a team day where both happened in at least three weeks) counts as much
in a draw as it did in the history.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

import numpy as np
from numpy.typing import NDArray

from planning.policies.score_interval import score_interval

LEAST_WEEKS_OF_A_STRATUM = 3
TAIL = 0.025
"""An interval of 95 % leaves this much out at each end."""
_ROUNDING = 1e-3
"""Weights are sums of 32-bit numbers; a day of the history weighs 1."""


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """How much days weigh in each draw: `weights[days[n], draw]` is the weight of the n-th day.

    A day of the history weighs 1. `whole[draw]` is what all of the days weigh together.
    """

    weights: NDArray[np.float32]
    whole: NDArray[np.float32]
    days: NDArray[np.intp]

    @classmethod
    def of_all(cls, weights: NDArray[np.float32]) -> Self:
        """Draws of all the days that are weighed."""
        return cls(weights, weights.sum(axis=0), np.arange(len(weights)))

    def parts(self, wanted: NDArray[np.bool_]) -> "list[Drawn]":
        """The same draws of some of all days, for each row of `wanted[part, day]`.

        A draw that has none of a part's days counts as one of equal weights. Parts share the weights: those of five
        years are fifty megabytes.
        """
        keys = [row.tobytes() for row in wanted]
        alike = dict(zip(keys, wanted, strict=True))
        whole = np.array(list(alike.values()), dtype=np.float32).reshape(-1, len(self.days)) @ self.weights
        found = {key: self._part(days, heavy) for (key, days), heavy in zip(alike.items(), whole, strict=True)}
        return [found[key] for key in keys]

    def _part(self, wanted: NDArray[np.bool_], whole: NDArray[np.float32]) -> "Drawn":
        if wanted.all():
            return self
        empty = whole == 0
        if not empty.any():
            return Drawn(self.weights, whole, np.flatnonzero(wanted))
        weights = self.weights[wanted]  # so few weeks that some of the draws have none of them
        weights[:, empty] = 1
        return Drawn.of_all(weights)


def draw_weeks(days: Sequence[date], team_days: Sequence[bool], *, draws: int, seed: int) -> Drawn:
    """Draw the weeks of `days` again; `team_days` says which of them are. The same seed gives the same draws."""
    week = _numbered([day.isocalendar()[:2] for day in days])
    weeks = int(week.max()) + 1
    counts = np.random.default_rng(seed).multinomial(weeks, np.full(weeks, 1 / weeks), size=draws)
    # A row for each day, since days are added one by one.
    weights = np.ascontiguousarray(counts.T, dtype=np.float32)[week]
    for stratum in strata(days, team_days):
        drawn = weights[stratum].sum(axis=0)
        factor = np.divide(len(stratum), drawn, out=np.zeros_like(drawn), where=drawn > 0)
        for day in stratum:
            weights[day] *= factor
    return Drawn.of_all(weights)


def strata(days: Sequence[date], team_days: Sequence[bool]) -> list[list[int]]:
    """Which days (by their number) count as alike: those of a weekday, apart by team day where both happened enough."""
    found = []
    for weekday in sorted({day.weekday() for day in days}):
        of_weekday = [number for number, day in enumerate(days) if day.weekday() == weekday]
        team = [number for number in of_weekday if team_days[number]]
        plain = [number for number in of_weekday if not team_days[number]]
        apart = min(len(team), len(plain)) >= LEAST_WEEKS_OF_A_STRATUM
        found += [team, plain] if apart else [of_weekday]
    return found


def quantile(needs: NDArray[np.int64], share: float) -> int:
    """The percentile by nearest rank: the ceil(share n)-th smallest of the n needs."""
    rank = int(np.ceil(share * needs.size - 1e-9))
    return int(np.sort(needs)[max(rank, 1) - 1])


def quantile_interval(needs: NDArray[np.int64], drawn: Drawn, share: float) -> tuple[int, int]:
    """95 % of the draws have their percentile between these two, which hold the history's own: percentile bootstrap.

    A draw's percentile is the least need that no more than 1 - `share` of its weight lies above. All draws go down from
    the largest need together; how many have not reached their percentile yet is all that has to be known, and the way
    ends with the last but 2.5 %: a high percentile looks at few days.
    """
    last, first = (_place(drawn.whole.size, one) for one in (TAIL, 1 - TAIL))
    order = np.argsort(-needs)
    above = drawn.whole * np.float32(1 - share) + np.float32(_ROUNDING)
    gone = np.zeros_like(above)
    low = high = 0
    for day in drawn.days[order[:-1]]:
        gone += drawn.weights[day]
        going_on = int(np.count_nonzero(gone <= above))
        if going_on <= last:
            break
        low += 1
        high += going_on > first
    estimate = quantile(needs, share)
    return min(int(needs[order[low]]), estimate), max(int(needs[order[high]]), estimate)


def _place(draws: int, share: float) -> int:
    """Which of so many values in order is their percentile by nearest rank, counted from 0."""
    return max(0, math.ceil(draws * share - 1))


def share_interval(wanted: NDArray[np.bool_], drawn: Drawn) -> tuple[float, float]:
    """95 % of the draws have between these two shares of days that are `wanted`, which hold the history's own.

    Where all or none of the days are, every draw says so and none of them how sure that is: then as many days may be
    otherwise as could have been missed, were each drawn for itself.
    """
    if wanted.all() or not wanted.any():
        return score_interval(float(wanted.all()), wanted.size)
    shares = drawn.weights[drawn.days[wanted]].sum(axis=0) / drawn.whole
    low, high = np.quantile(shares, [TAIL, 1 - TAIL])
    estimate = float(wanted.mean())
    return min(float(low), estimate), min(1.0, max(float(high), estimate))


def _numbered(keys: Sequence[tuple[int, ...]]) -> NDArray[np.int64]:
    places = {key: number for number, key in enumerate(sorted(set(keys)))}
    return np.array([places[key] for key in keys], dtype=np.int64)
