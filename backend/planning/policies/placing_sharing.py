"""How many desks sections need together: on each day of the past, no section more than it may claim at most.

Sections peak on different days, so a floor needs fewer desks than the sum of what its sections would need alone. The
days are those of the facts but the hardest of all sections together: of a hundred days and a percentile of 0.95 the
five hardest are left out, once for the whole hall. On each day that is left every floor has to hold its sections
(docs/decisions/0063).
"""

import math
from collections.abc import Mapping, Sequence

Presence = Mapping[int, Sequence[int | None]]
"""By department, for each day: the most people there at once; None where that day has no figure of it."""


def percentile_of(figures: Sequence[int], share: float) -> int:
    """The nearest-rank percentile: the ceil(share * n)-th smallest."""
    return sorted(figures)[max(0, math.ceil(round(share * len(figures), 9)) - 1)]


def usual_needs(presence: Presence, desks: Mapping[int, int], percentile: float) -> dict[int, tuple[int, ...]]:
    """What each section of `desks` needs on each day that counts.

    A section's past is scaled so that its own percentile is the desks it claims; on a harder day it claims no more. One
    without a past claims all of them every day. Nothing where no section has a past.
    """
    days = max((len(figures) for figures in presence.values()), default=0)
    if days == 0:
        return {}
    needs = {
        section: _scaled(presence.get(section, ()), claimed, percentile, days) for section, claimed in desks.items()
    }
    total = [sum(one[day] for one in needs.values()) for day in range(days)]
    kept = max(1, math.ceil(round(percentile * days, 9)))
    easiest = sorted(sorted(range(days), key=lambda day: (total[day], day))[:kept])
    return {section: tuple(one[day] for day in easiest) for section, one in needs.items()}


def _scaled(figures: Sequence[int | None], claimed: int, percentile: float, days: int) -> list[int]:
    known = [one for one in figures if one is not None]
    top = percentile_of(known, percentile) if known else 0
    if top == 0:
        return [claimed] * days
    return [claimed if one is None else min(claimed, math.ceil(one * claimed / top)) for one in figures]
