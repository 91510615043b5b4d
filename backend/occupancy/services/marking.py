"""Days of which something came in after they were built."""

from collections.abc import Collection
from datetime import date, timedelta

from django.db import transaction

from audit.models import Event
from core import clock
from occupancy.models import OccupancyDay
from occupancy.policies.periods import LONGEST_DAYS
from occupancy.selectors.late_events import days_of_gate_log, days_told_of
from occupancy.services.locking import lock_day


@transaction.atomic
def mark_stale(*, days: Collection[date]) -> int:
    """Say that the facts of these days are no longer what the records say; answers how many had facts.

    A day that is being built just now is waited for: what it has read may be older. Sealed days stay as they are.
    """
    wanted = sorted(set(days))
    if not wanted:
        return 0
    lock_day(*wanted)
    return OccupancyDay.objects.filter(day__in=wanted, sealed=False).update(stale=True)


def hear_of_days(event: Event) -> None:
    """A booking or telework of a day that is over was changed."""
    mark_stale(days=days_told_of(event))


def hear_of_gate_log(event: Event) -> None:
    """Passages came in: they may end a stay of the day before, and begin one that ends on the day after.

    Only of days that reports can be about.
    """
    first, last = days_of_gate_log(event)
    if first is None or last is None:
        return
    # A gate whose clock was once wrong by decades makes no thousands of days, each of which would be locked.
    first = max(first - timedelta(days=1), clock.today() - timedelta(days=LONGEST_DAYS))
    last = last + timedelta(days=1)
    mark_stale(days=[first + timedelta(days=number) for number in range((last - first).days + 1)])
