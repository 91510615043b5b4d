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

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

LEAST_WEEKS_OF_A_STRATUM = 3
TAIL = 0.025
"""An interval of 95 % leaves this much out at each end."""
_ROUNDING = 1e-3
"""Weights are sums of 32-bit numbers; a day of the history weighs 1."""


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """How much each day weighs in each draw: `weights[day, draw]`; `whole[draw]` is what all weigh together."""

    weights: NDArray[np.float32]
    whole: NDArray[np.float32]

    def only(self, days: NDArray[np.int64]) -> "Drawn":
        """The same draws of some of the days; a draw that has none of them counts as one of equal weights."""
        weights = self.weights[days]
        weights[:, weights.sum(axis=0) == 0] = 1
        return Drawn(weights, weights.sum(axis=0))


def draw_weeks(days: Sequence[date], team_days: Sequence[bool], *, draws: int, seed: int) -> Drawn:
    """Draw the weeks of `days` again; `team_days` says which of them are. The same seed gives the same draws."""
    week = _numbered([day.isocalendar()[:2] for day in days])
    weeks = int(week.max()) + 1
    counts = np.random.default_rng(seed).multinomial(weeks, np.full(weeks, 1 / weeks), size=draws).T
    weights = counts.astype(np.float32)[week]
    for stratum in strata(days, team_days):
        drawn = weights[stratum].sum(axis=0)
        weights[stratum] *= np.divide(len(stratum), drawn, out=np.zeros_like(drawn), where=drawn > 0)
    return Drawn(weights, weights.sum(axis=0))


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


def drawn_quantiles(needs: NDArray[np.int64], drawn: Drawn, share: float) -> NDArray[np.int64]:
    """The same percentile in every draw: the least need that no more than 1 - `share` of the weight lies above.

    Goes down from the largest need and stops once every draw is done, so that a high percentile looks at few days.
    """
    order = np.argsort(-needs, kind="stable")
    above = drawn.whole * np.float32(1 - share) + np.float32(_ROUNDING)
    gone = np.zeros_like(above)
    rank = np.zeros(above.size, dtype=np.int64)
    for day in order[:-1]:
        gone += drawn.weights[day]
        before = gone <= above
        if not before.any():
            break
        rank += before
    found: NDArray[np.int64] = needs[order][rank]
    return found


def quantile_interval(needs: NDArray[np.int64], drawn: Drawn, share: float) -> tuple[int, int]:
    """95 % of the draws have their percentile between these two, which hold the history's own: percentile bootstrap."""
    low, high = np.quantile(drawn_quantiles(needs, drawn, share), [TAIL, 1 - TAIL], method="inverted_cdf")
    estimate = quantile(needs, share)
    return min(int(low), estimate), max(int(high), estimate)


def share_interval(wanted: NDArray[np.bool_], drawn: Drawn) -> tuple[float, float]:
    """95 % of the draws have between these two shares of days that are `wanted`, which hold the history's own."""
    shares = drawn.weights[wanted].sum(axis=0) / drawn.whole
    low, high = np.quantile(shares, [TAIL, 1 - TAIL])
    estimate = float(wanted.mean())
    return min(float(low), estimate), max(float(high), estimate)


def _numbered(keys: Sequence[tuple[int, ...]]) -> NDArray[np.int64]:
    places = {key: number for number, key in enumerate(sorted(set(keys)))}
    return np.array([places[key] for key in keys], dtype=np.int64)
