"""Which version of the facts somebody has seen."""

from django.db.models import Count, Max

from core import clock
from core.revision import Slow, revisions
from occupancy.models import FloorCount, OccupancyDay


def facts_version() -> int:
    """A number that goes up whenever facts of any day change; 0 before the first."""
    return int(OccupancyDay.objects.aggregate(newest=Max("version"))["newest"] or 0)


def reports_version() -> tuple[object, ...]:
    """All that a report depends on beyond what was asked: facts, counts, names of places and people, and the day."""
    built = OccupancyDay.objects.aggregate(newest=Max("version"), built_at=Max("built_at"))
    counted = FloorCount.objects.aggregate(newest=Max("pk"), taken_back=Count("withdrawn_at"))
    slow = revisions()
    names = (slow[Slow.PLACES], slow[Slow.PEOPLE], slow[Slow.CALENDAR])
    return (*built.values(), *counted.values(), *names, clock.today())
