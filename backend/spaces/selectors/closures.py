"""Closures in force: what cannot be used, and when."""

import datetime as dt

from core import clock
from core.interval import Interval
from core.revision import PerRevision
from spaces.models import Closure
from spaces.policies.closed_places import ClosedPlace, closed_desks
from spaces.policies.floor_plan import FloorPlan
from spaces.selectors.floors import places_revision


def closures_overlapping(during: Interval, *, revision: int | None = None) -> tuple[ClosedPlace, ...]:
    """Closures of any place that share an instant with `during` and have not been lifted, in order of their start.

    Within one of the city's days this costs no query while the revision of places stands.
    """
    day = clock.city_day(during.start)
    if during.end > clock.day_end(day):
        return _read(during)
    of_day = _of_days.get(day, places_revision() if revision is None else revision)
    return tuple(closure for closure in of_day if closure.during.overlaps(during))


def desks_closed(
    plan: FloorPlan, during: Interval, *, revision: int | None = None
) -> dict[int, tuple[ClosedPlace, ...]]:
    """By desk id, the closures (of the desk, its area, floor or building) that overlap `during`, first start first."""
    return closed_desks(plan, closures_overlapping(during, revision=revision))


def _read_day(day: dt.date) -> tuple[ClosedPlace, ...]:
    return _read(Interval(clock.day_start(day), clock.day_end(day)))


def _read(during: Interval) -> tuple[ClosedPlace, ...]:
    rows = Closure.objects.filter(lifted_at__isnull=True, during__overlap=during.as_range())
    return tuple(
        ClosedPlace(
            id=row.pk,
            during=Interval.of_range(row.during),
            reason=row.reason,
            building_id=row.building_id,
            floor_id=row.floor_id,
            area_id=row.area_id,
            desk_id=row.desk_id,
        )
        for row in rows.order_by("during", "pk")
    )


_of_days = PerRevision(_read_day)
