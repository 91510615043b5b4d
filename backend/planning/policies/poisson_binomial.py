"""How many people come at once when each comes for oneself at a stated rate: the Poisson-binomial distribution, exact.

People of one rate are binomial, and the sum of independent groups is the convolution of their distributions (Hong,
"On computing the distribution function for the Poisson binomial distribution", Computational Statistics & Data Analysis
59, 2013, section 2). What is left out at the thin ends is below 1e-18 a time, so that figures are exact to 1e-12.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

_THIN = 1e-18
_ROUNDING = 1e-12
"""Percentiles are read off sums of floating-point numbers: what is this near to a percentile has reached it."""


@dataclass(frozen=True, slots=True)
class Group:
    """`people` who come on the share `rate` (0 to 1) of days, each for oneself."""

    people: int
    rate: float
    name: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Distribution:
    """`chances[n]` is the probability that exactly `first + n` people are there."""

    first: int
    chances: NDArray[np.float64]

    @classmethod
    def of_counts(cls, first: int, counts: NDArray[np.int64]) -> Self:
        """The distribution of a sample: `counts[n]` of its members were `first + n`."""
        return cls(first, counts / counts.sum())

    @property
    def mean(self) -> float:
        return self.first + math.fsum(self.chances * np.arange(self.chances.size))

    def quantile(self, share: float) -> int:
        """The fewest people with whom at least `share` (0 to 1) of days get by."""
        reached = int(np.searchsorted(np.cumsum(self.chances), share - _ROUNDING))
        return self.first + min(reached, int(self.chances.size) - 1)

    def beyond(self, desks: int) -> float:
        """The probability that more than `desks` people are there."""
        return min(1.0, math.fsum(self.chances[max(0, desks + 1 - self.first) :]))

    def short(self, desks: int) -> float:
        """The expected number of people for whom `desks` are too few."""
        over = self.first + np.arange(self.chances.size) - desks
        return math.fsum(self.chances * np.maximum(over, 0))


def poisson_binomial(groups: Sequence[Group]) -> Distribution:
    """The exact distribution of how many of all the people are there on a day."""
    whole = Distribution(0, np.ones(1))
    for group in groups:
        whole = _together(whole, _binomial(group))
    return whole


def _binomial(group: Group) -> Distribution:
    """One person's distribution put together with itself by doubling: sums of what is positive, so nothing is lost."""
    found, doubled = Distribution(0, np.ones(1)), _trimmed(0, np.array([1 - group.rate, group.rate]))
    left = group.people
    while left:
        if left % 2:
            found = _together(found, doubled)
        left //= 2
        if left:
            doubled = _together(doubled, doubled)
    return found


def _together(one: Distribution, other: Distribution) -> Distribution:
    chances = np.convolve(one.chances, other.chances)
    return _trimmed(one.first + other.first, chances / chances.sum())  # 1 but for rounding, which doubling would double


def _trimmed(first: int, chances: NDArray[np.float64]) -> Distribution:
    """Without ends that are too thin to count; how many groups of 100,000 people take no longer than of 1,000."""
    (thick,) = np.nonzero(chances > _THIN)
    return Distribution(first + int(thick[0]), chances[thick[0] : thick[-1] + 1])
