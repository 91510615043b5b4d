"""Personal detail of days goes after the time it is kept; facts stay.

First the facts of a day are built and sealed, then every app forgets who was where (core.forgetting), then the event
log does. The facts of the day after are sealed with it: its passages before dawn belong to stays that began on the day
that is forgotten.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from django.conf import settings
from django.db import transaction

from audit.forgetting import forget_people_between
from audit.services import record
from core import clock
from core.forgetting import forget_people_of
from occupancy.models import DeskDay, FloorCount, OccupancyDay, PlaceDay, SensorSlot
from occupancy.models.places import Held
from occupancy.policies.retention import kept_from
from occupancy.policies.slot_counts import nothing
from occupancy.selectors.due_days import first_recorded_day
from occupancy.services.building import build_day
from occupancy.services.locking import lock_day
from spaces.models import DeskMode

DAYS_AT_ONCE = 10
"""Days that one job forgets before other heavy jobs have their turn."""
FORGOTTEN = "occupancy.day_forgotten"
USE = ("booked", "checked_in", "sensed", "occupied")
"""What rows of desks and places say beside being in service."""
_DAY = timedelta(days=1)
_BEFORE_ALL = datetime(1970, 1, 1, tzinfo=UTC)


def days_to_forget() -> Iterable[date]:
    """The days whose personal detail has been kept long enough, oldest first; none where it is kept for good."""
    kept = kept_from(clock.today(), settings.OCCUPANCY["retention_months"])
    first = first_recorded_day()
    if kept is None or first is None:
        return []
    done = set(
        OccupancyDay.objects.filter(day__range=(first, kept), forgotten_at__isnull=False).values_list("day", flat=True)
    )
    every = (first + _DAY * number for number in range((kept - first).days))
    return [day for day in every if day not in done]


def forget_some(*, at_most: int = DAYS_AT_ONCE) -> bool:
    """Forget the people of some of these days; answers whether there are more. Goes on where it was broken off."""
    days = list(days_to_forget())
    for day in days[:at_most]:
        forget_day(day)
    return len(days) > at_most


@transaction.atomic
def forget_day(day: date) -> None:
    """Seal the facts of `day` and of the day after, and take the people out of all that is kept of it."""
    lock_day(day, day + _DAY)
    for one in (day, day + _DAY):
        _seal(one)
    rows = forget_people_of(day)
    rows["occupancy"] = FloorCount.objects.filter(day=day, counted_by__isnull=False).update(counted_by=None)
    rows["occupancy"] += _forget_whose_desk(day)
    rows["audit"] = forget_people_between(_told_from(day), clock.day_end(day))
    OccupancyDay.objects.filter(day=day).update(forgotten_at=clock.now())
    record(
        kind=FORGOTTEN,
        subject_kind="occupancy",
        subject_id=0,
        after={"day": day.isoformat(), "rows": {app: count for app, count in sorted(rows.items()) if count}},
    )


def _forget_whose_desk(day: date) -> int:
    """When somebody's own desk was in use says where they were, and the layout says whose it is: no figure is of it.

    That it was in service stays, and so does what larger places count of it together with others.
    """
    desks = DeskDay.objects.filter(day=day, mode=DeskMode.ASSIGNED.value)
    readings, _by_model = SensorSlot.objects.filter(day=day, desk__in=desks.values("desk")).delete()
    few = PlaceDay.objects.filter(day=day, held=Held.WITHHELD.value)
    rows: int = desks.update(**dict.fromkeys((*USE, *(f"{name}_slots" for name in USE)), 0))
    rows += few.update(**dict.fromkeys(USE, nothing()))
    return rows + readings


def _told_from(day: date) -> datetime:
    """From when on events are looked at: the first day that is forgotten takes all before it, too."""
    before = OccupancyDay.objects.filter(day__lt=day, forgotten_at__isnull=False).exists()
    return clock.day_start(day) if before else _BEFORE_ALL


def _seal(day: date) -> None:
    """Facts that are missing, provisional or stale are built first: afterwards nobody could."""
    known = OccupancyDay.objects.filter(day=day).first()
    if known is not None and known.sealed:
        return
    if known is None or known.provisional or known.stale:
        build_day(day)
    OccupancyDay.objects.filter(day=day).update(sealed=True)
