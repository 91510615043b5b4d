"""How far a share that was counted may be off."""

import math

BOTH_ENDS = 1.96
"""Standard deviations of a normal distribution within which 95 % lie."""


def score_interval(share: float, seen: int) -> tuple[float, float]:
    """95 % of how far `share` of `seen` days may be off; also where all or none of them had it.

    Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical
    Association 22, 1927.
    """
    odd = BOTH_ENDS**2 / seen
    middle = (share + odd / 2) / (1 + odd)
    margin = math.sqrt(odd * share * (1 - share) + odd**2 / 4) / (1 + odd)
    return max(0.0, middle - margin), min(1.0, middle + margin)
