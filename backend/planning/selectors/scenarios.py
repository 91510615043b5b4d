"""Scenarios that have not been taken away, and whether their facts have moved."""

from collections.abc import Collection

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from occupancy.models import OccupancyDay
from planning.models import Scenario

MOST_SCENARIOS = 100


def live_scenarios(ids: Collection[int] | None = None) -> "QuerySet[Scenario]":
    """All of them or those with these ids, the one changed last first; each with `stale` and its maker at hand.

    `stale`: facts of a day between its first and its last are newer than the answer.
    """
    moved = OccupancyDay.objects.filter(
        day__range=(OuterRef("facts_from"), OuterRef("facts_to")), version__gt=OuterRef("facts_version")
    )
    rows = Scenario.objects.filter(removed_at__isnull=True).select_related("made_by")
    rows = rows.annotate(stale=Q(Exists(moved)) & Q(facts_version__isnull=False))
    return (rows if ids is None else rows.filter(pk__in=list(ids))).order_by(F("changed_at").desc(), "-pk")
