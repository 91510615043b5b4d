"""Until when a desk is kept for whoever is offered it: counted in hours in which people read their messages."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.interval import Interval

WorkingHours = Callable[[date], Interval | None]
"""The hours in which a day is worked, or None on a day off."""

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class OfferTerms:
    """How long an offer stands: `minutes` of working hours before the desk's day, `minutes_on_the_day` on it."""

    minutes: int
    minutes_on_the_day: int


def offer_until(
    *, now: datetime, wish: Interval, day: date, today: date, terms: OfferTerms, hours: WorkingHours
) -> datetime | None:
    """When an offer made at `now` of a desk for `wish` on `day` lapses, on a whole minute; None when none is worth it.

    Before the day only working hours count, so no offer lapses in the night, at a weekend or on a 祝日: what is left at
    the end of one working day goes on with the next. On the day itself it counts from the morning's working hours, or
    from the wish's own start where that is earlier. No offer outlasts the wish.
    """
    if wish.end <= now:
        return None
    left = timedelta(minutes=terms.minutes_on_the_day if day == today else terms.minutes)
    at = today
    while at < day:
        worked = hours(at)
        start = max(now, worked.start) if worked else None
        if worked and start is not None and start < worked.end:
            if start + left <= worked.end:
                return _whole_minute(start + left)
            left -= worked.end - start
        at += timedelta(days=1)
    worked = hours(day)
    morning = min(worked.start, wish.start) if worked else wish.start
    return min(_whole_minute(max(now, morning) + left), wish.end)


def _whole_minute(instant: datetime) -> datetime:
    cut = instant.replace(second=0, microsecond=0)
    return cut if cut == instant else cut + _MINUTE
