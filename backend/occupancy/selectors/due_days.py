"""Which days have no facts yet, or no longer those that the records say."""

from datetime import date, datetime, time, timedelta

from django.db.models import Max, Min, Q

from bookings.models import Booking
from core import clock
from gates.models import GatePassage
from occupancy.models import FloorCount, OccupancyDay, SensorSlot
from occupancy.policies.periods import LONGEST_DAYS

NIGHT_AT = time(2, 10)
"""From when on, by the city's clocks, the day before is built: whoever is on duty over midnight has mostly left."""
LATE_EXITS = 3
"""Days before yesterday that each night builds again."""
_DAY = timedelta(days=1)


def first_recorded_day() -> date | None:
    """The day of the first booking, passage, count or reading; None before there is one.

    Days before it have nothing to count.
    """
    passed = GatePassage.objects.aggregate(first=Min("at"))["first"]
    recorded = (
        Booking.objects.made().aggregate(first=Min("day"))["first"],
        passed and clock.city_day(passed),
        FloorCount.objects.aggregate(first=Min("day"))["first"],
        SensorSlot.objects.aggregate(first=Min("day"))["first"],
    )
    return min((day for day in recorded if day is not None), default=None)


def due_days(before: date) -> list[date]:
    """The days before `before` that have to be built, in order: never built, built before they were over, or stale.

    Only those that reports can be about: a gate whose clock was once wrong by decades makes no thousands of days.
    """
    first = first_recorded_day()
    if first is None:
        return []
    first = max(first, before - _DAY * LONGEST_DAYS)
    rows = OccupancyDay.objects.filter(day__range=(first, before - _DAY)).values_list("day", "stale", "provisional")
    known = {day: stale or provisional for day, stale, provisional in rows}
    every = (first + _DAY * number for number in range((before - first).days))
    return [day for day in every if known.get(day, True)]


def missing_days(first: date, last: date) -> list[date]:
    """The days of a period that are over, of which something may be recorded, and that were never built."""
    recorded = first_recorded_day()
    if recorded is None:
        return []
    start, end = max(first, recorded), min(last, clock.today() - _DAY)
    built = set(OccupancyDay.objects.filter(day__range=(start, end)).values_list("day", flat=True))
    every = (start + _DAY * number for number in range((end - start).days + 1))
    return [day for day in every if day not in built]


def night_days(now: datetime) -> list[date]:
    """What is built in the night before `now`, in order: yesterday, and the days before it, whose late exits are in.

    Empty before 2:10, and of those that were built since then.
    """
    today = clock.city_day(now)
    first = first_recorded_day()
    if first is None or now < clock.at(today, NIGHT_AT):
        return []
    late = {today - _DAY * (number + 1) for number in range(LATE_EXITS + 1)}
    settled = OccupancyDay.objects.filter(Q(built_at__gte=clock.at(today, NIGHT_AT)) | Q(sealed=True), day__in=late)
    return sorted(day for day in late - set(settled.values_list("day", flat=True)) if day >= first)


def days_revision(first: date, last: date) -> tuple[object, ...]:
    """What moves when anything about the facts of a period's days does."""
    rows = OccupancyDay.objects.filter(day__range=(first, last))
    told = rows.aggregate(newest=Max("built_at"), version=Max("version"))
    stale, sealed = rows.filter(stale=True).count(), rows.filter(sealed=True).count()
    return told["newest"], told["version"], stale, sealed, clock.today(), first_recorded_day()
