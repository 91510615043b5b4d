"""How many people come at once when they tend to come on the same days: a simulation.

The model is a Gaussian copula with one common factor a day. On a day with factor Z somebody of rate p comes when
`sqrt(r) Z + sqrt(1 - r) e` lies below the normal quantile of p, where Z and everybody's own e are standard normal and r
is the correlation behind two people. Everybody's rate stays what was stated. Given Z people are independent, each with
the rate `Phi((Phi^-1(p) - sqrt(r) Z) / sqrt(1 - r))`, so that a group is drawn as one binomial number (Vasicek, "The
distribution of loan portfolio value", Risk 15, 2002). With r = 0 the rate is p on every day and the draws are of the
exact distribution (planning.policies.poisson_binomial).
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from planning.policies.poisson_binomial import Distribution, Group
from planning.policies.score_interval import BOTH_ENDS


def simulated(groups: Sequence[Group], *, correlation: float, draws: int, seed: int) -> Distribution:
    """The distribution of how many are there on `draws` days; `correlation` is from 0 to below 1.

    The factors are spread evenly over their own distribution, one from each of `draws` equal parts of it, which keeps
    the mean near the stated one. The same seed gives the same days.
    """
    generator = np.random.default_rng(seed)
    factors = ndtri((np.arange(draws) + generator.random(draws)) / draws)
    present = np.zeros(draws, dtype=np.int64)
    for group in groups:
        present += generator.binomial(group.people, _rates(group.rate, factors, correlation))
    first = int(present.min())
    return Distribution.of_counts(first, np.bincount(present - first))


def _rates(rate: float, factors: NDArray[np.float64], correlation: float) -> NDArray[np.float64]:
    """The rate on days with those factors; 0 and 1 stay what they are."""
    rates: NDArray[np.float64] = ndtr((ndtri(rate) - math.sqrt(correlation) * factors) / math.sqrt(1 - correlation))
    return rates


def quantile_interval(distribution: Distribution, share: float, draws: int) -> tuple[int, int]:
    """95 % of how far a percentile may be off because only `draws` days were drawn: by the ranks of the sample."""
    margin = BOTH_ENDS * math.sqrt(share * (1 - share) / draws)
    return distribution.quantile(max(0.0, share - margin)), distribution.quantile(min(1.0, share + margin))
