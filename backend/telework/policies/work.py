"""The day itself: when work can begin and go on, when it ends, and how long it was. Knows no Django."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from core.interval import Interval
from core.refused import Refused
from core.rules import Rule
from telework.policies.request_refusals import RequestRefusal
from telework.policies.work_refusals import WorkRefusal

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Worked:
    """A stretch of work; `ended_at` is None while it is open."""

    started_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class WorkHours:
    """From when until when telework is possible on a day, and the rules that say so."""

    between: Interval
    earliest: Rule
    latest: Rule


def start_refused(*, day: date, today: date, now: datetime, hours: WorkHours) -> Refused | None:
    """Why work on `day` cannot begin now: another day, or outside the hours of telework."""
    if refused := going_on_refused(day=day, today=today):
        return refused
    if now < hours.between.start:
        return hours.earliest.refused(RequestRefusal.OUTSIDE_TELEWORK_HOURS, allowed_from=hours.between.start)
    if now >= hours.between.end:
        return hours.latest.refused(RequestRefusal.OUTSIDE_TELEWORK_HOURS, allowed_until=hours.between.end)
    return None


def going_on_refused(*, day: date, today: date) -> Refused | None:
    """Why work on `day` cannot be interrupted or taken up again today."""
    return None if day == today else Refused(WorkRefusal.NOT_THE_DAY, {"day": day})


def ends_at(*, day: date, today: date, now: datetime, planned_end: datetime, started_at: datetime) -> datetime:
    """When an open stretch ends that is closed now.

    Whoever forgot to end it and does so on a later day ends it at the planned time: the report says what was true.
    """
    return now if day == today else max(planned_end, started_at)


def worked_minutes(stretches: Sequence[Worked], now: datetime) -> int:
    """Whole minutes of work; an open stretch counts up to `now`."""
    total = sum(((one.ended_at or now) - one.started_at for one in stretches), timedelta(0))
    return max(total, timedelta(0)) // MINUTE


def paused_minutes(stretches: Sequence[Worked]) -> int:
    """Whole minutes between the stretches, which are in order of time."""
    gaps = (later.started_at - earlier.ended_at for earlier, later in pairwise(stretches) if earlier.ended_at)
    return max(sum(gaps, timedelta(0)), timedelta(0)) // MINUTE


def likely_break_minutes(stretches: Sequence[Worked], noon: Interval) -> int:
    """The break that a report begins with: the pauses, and the noon break where somebody worked across it unpaused."""
    if not stretches:
        return 0
    paused = paused_minutes(stretches)
    last = stretches[-1].ended_at
    across = stretches[0].started_at <= noon.start and last is not None and last >= noon.end
    return max(paused, noon.length // MINUTE) if across else paused
