"""Take down what somebody counted on a walk, and take it back."""

from datetime import datetime
from typing import Any

from django.db import transaction

from audit.services import record
from core import clock
from core.refused import Refused
from occupancy.models import FloorCount
from occupancy.policies.counts import CountRefusal, refused_when
from occupancy.selectors.counts import area_on, desks_in_service
from occupancy.services.marking import mark_stale


@transaction.atomic
def count_area(
    *, area_id: int, in_use: int, at: datetime | None, floor_id: int | None, counted_by: int | None
) -> FloorCount:
    """Keep that `in_use` desks of an area were in use at an instant (None: now), counted by that person.

    Raises Refused: AREA_NOT_THERE where the area is on no floor then, or on another than `floor_id`; COUNT_OVER_DESKS
    with the desks in service as `most`; COUNT_TO_COME, COUNT_TOO_OLD.
    """
    now = clock.now()
    counted_at = now if at is None else at
    if (refusal := refused_when(counted_at, now)) is not None:
        raise Refused(refusal)
    day = clock.city_day(counted_at)
    plan = area_on(day, area_id)
    if plan is None or floor_id not in (None, plan.floor.id):
        raise Refused(CountRefusal.AREA_NOT_THERE)
    in_service = desks_in_service(plan, counted_at)[area_id]
    if in_use > in_service:
        raise Refused(CountRefusal.COUNT_OVER_DESKS, {"most": in_service})
    count = FloorCount.objects.create(
        day=day,
        at=counted_at,
        floor_id=plan.floor.id,
        area_id=area_id,
        in_use=in_use,
        in_service=in_service,
        counted_by_id=counted_by,
    )
    record(kind="floor_count.made", subject_kind="floor_count", subject_id=count.pk, after=_facts(count))
    if day < clock.today():
        mark_stale(days=[day])
    return count


@transaction.atomic
def withdraw_count(*, count_id: int) -> FloorCount:
    """Take a count back; it stays as a record. Taken back already, it stays so. Raises FloorCount.DoesNotExist."""
    count = FloorCount.objects.select_for_update().get(pk=count_id)
    if count.withdrawn_at is not None:
        return count
    before = _facts(count)
    count.withdrawn_at = clock.now()
    count.save(update_fields=["withdrawn_at"])
    record(kind="floor_count.withdrawn", subject_kind="floor_count", subject_id=count.pk, before=before, after=None)
    if count.day < clock.today():
        mark_stale(days=[count.day])
    return count


def _facts(count: FloorCount) -> dict[str, Any]:
    return {
        "area": count.area_id,
        "at": count.at.isoformat(),
        "in_use": count.in_use,
        "in_service": count.in_service,
    }
