"""From a day and a part, or two times, to the interval they mean at a desk's building."""

from datetime import date, datetime, time

from bookings.policies.parts import Part
from core import clock
from core.interval import Interval
from spaces.policies.floor_plan import BuildingHours


class Backwards(ValueError):
    """The end does not come after the start."""


def part_of_day(building: BuildingHours, day: date, part: str) -> Interval:
    """The hours that `part` (full, am, pm) has in this building on `day`."""
    start = building.pm_starts_at if part == "pm" else building.day_starts_at
    end = building.am_ends_at if part == "am" else building.day_ends_at
    return Interval(clock.at(day, start), clock.at(day, end))


def asked_interval(
    building: BuildingHours,
    *,
    day: date | None,
    part: str | None,
    start: time | datetime | None,
    end: time | datetime | None,
) -> Interval:
    """What was asked for: instants as they are, clock times on `day`, else `part` (the full day by default).

    Raises Backwards when the end does not come after the start.
    """
    if start is None or end is None:
        return part_of_day(building, day or clock.today(), part or "full")
    first, last = _instant(start, day), _instant(end, day)
    if last <= first:
        raise Backwards
    return Interval(first, last)


def part_asked(building: BuildingHours, during: Interval) -> str | None:
    """Which part of the day the interval is, or None when it has hours of its own."""
    day = clock.city_day(during.start)
    return next((part for part in Part if part_of_day(building, day, part) == during), None)


def _instant(when: time | datetime, day: date | None) -> datetime:
    return when if isinstance(when, datetime) else clock.at(day or clock.today(), when)
