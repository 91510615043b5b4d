"""When a desk may be held: within the building's hours, on one day, in whole steps, and not in the past."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bookings.policies.refusals import BookingRefusal
from core.clock import city_day
from core.interval import Interval
from core.refused import Refused
from spaces.policies.floor_plan import STEP_MINUTES


@dataclass(frozen=True, slots=True)
class OpenHours:
    """The instants between which the building is open on one day."""

    opens_at: datetime
    closes_at: datetime


def hours_refused(asked: Interval, hours: OpenHours, now: datetime) -> Refused | None:
    """Why nobody could hold any desk in this interval. `asked` is as asked for, before it is cut at now.

    Instants carry the city's zone, so that their clock times are the city's. A start that is past needs no step: a
    walk-up began when it began.
    """
    if asked.end <= now:
        return Refused(BookingRefusal.IN_THE_PAST, {"allowed_from": now})
    if city_day(asked.start) != city_day(asked.end - timedelta(microseconds=1)):
        return Refused(BookingRefusal.CROSSES_MIDNIGHT)
    if not _in_step(asked.end.time()) or (asked.start > now and not _in_step(asked.start.time())):
        return Refused(BookingRefusal.NOT_IN_STEPS)
    if asked.start < hours.opens_at or asked.end > hours.closes_at:
        facts = {"allowed_from": hours.opens_at, "allowed_until": hours.closes_at}
        return Refused(BookingRefusal.OUTSIDE_HOURS, facts)
    return None


def cut_at_now(asked: Interval, this_minute: datetime) -> Interval:
    """The part of `asked` that is still to come: what a booking made in the middle of its stretch really holds."""
    return Interval(max(asked.start, this_minute), asked.end)


def _in_step(clock_time: time) -> bool:
    return clock_time.minute % STEP_MINUTES == 0 and clock_time.second == 0 and clock_time.microsecond == 0
