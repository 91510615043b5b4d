"""Which stretch of the day a display speaks of."""

from datetime import datetime

from core import clock
from core.interval import Interval
from spaces.policies.floor_plan import BuildingHours


def stretch_shown(building: BuildingHours, now: datetime) -> Interval:
    """From this minute on (or from the building's morning) to the end of the part of the day that is running.

    Until the morning ends a desk counts as free when it is free for the rest of the morning; then for the rest of the
    working day; and after that until the building closes. At night it is the minute that is running.
    """
    day = clock.city_day(now)
    this_minute = now.replace(second=0, microsecond=0)
    start = max(this_minute, clock.at(day, building.opens_at))
    ends = (building.am_ends_at, building.day_ends_at, building.closes_at)
    for end in (clock.at(day, ends_at) for ends_at in ends):
        if start < end:
            return Interval(start, end)
    return Interval(this_minute, clock.day_end(day))
