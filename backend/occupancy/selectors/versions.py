"""Which version of the facts somebody has seen."""

from django.db.models import Max

from occupancy.models import OccupancyDay


def facts_version() -> int:
    """A number that goes up whenever facts of any day change; 0 before the first."""
    return int(OccupancyDay.objects.aggregate(newest=Max("version"))["newest"] or 0)
