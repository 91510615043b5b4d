"""The hours of a wish on one of its days."""

from datetime import date

from bookings.selectors.asked import part_of_day
from core import clock
from core.interval import Interval
from series.policies.wish import Hours
from spaces.policies.floor_plan import BuildingHours


def stretch_on(day: date, hours: Hours, building: BuildingHours) -> Interval:
    """The stretch that `hours` are on `day`: two clock times, or the building's hours of a part of the day."""
    if hours.start is not None and hours.end is not None:
        return Interval(clock.at(day, hours.start), clock.at(day, hours.end))
    return part_of_day(building, day, hours.part)
