"""Whether a desk is what somebody waits for."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from core.interval import Interval

LEAST = timedelta(minutes=15)
"""A stretch shorter than this is no use to anybody who waits."""


def still_wanted(wish: Interval, this_minute: datetime) -> Interval | None:
    """What is left of a wish at this minute; None where too little is."""
    if wish.end - max(wish.start, this_minute) < LEAST:
        return None
    return Interval(max(wish.start, this_minute), wish.end)


def fits(
    *, wanted_features: Collection[str], features: Collection[str], wish: Interval, held: Sequence[Interval]
) -> bool:
    """Whether the desk has everything that is wanted and nobody holds it meanwhile."""
    return set(wanted_features) <= set(features) and not any(wish.overlaps(other) for other in held)
