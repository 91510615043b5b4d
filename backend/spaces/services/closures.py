"""Close a place for a time, and open it again."""

from typing import Any

from django.db import transaction

from audit.services import record
from core import clock
from core.interval import Interval
from core.locks import Locked, lock
from core.refused import Refused
from core.revision import Slow, bump
from spaces.models import Closure
from spaces.policies.closed_places import ClosedPlaceWanted
from spaces.policies.refusals import PlaceRefusal

__all__ = ["ClosedPlaceWanted", "close_place", "lift_closure"]


@transaction.atomic
def close_place(*, place: ClosedPlaceWanted, during: Interval, reason: str) -> Closure:
    """Close `place` for `during`. What is booked there is the business of bookings.services.closing."""
    lock((Locked.PLACES, 0))
    closure = Closure.objects.create(
        building_id=place.building_id,
        floor_id=place.floor_id,
        area_id=place.area_id,
        desk_id=place.desk_id,
        during=during.as_range(),
        reason=reason,
    )
    bump(Slow.PLACES)
    record(kind="place.closed", subject_kind="closure", subject_id=closure.pk, after=_facts(closure))
    return closure


@transaction.atomic
def lift_closure(*, closure_id: int) -> Closure:
    """Open the place again. Raises Closure.DoesNotExist, or Refused (CLOSURE_IS_OVER) when it has ended or been lifted.

    A closure under way ends at this minute and stays true for the time before; one still to come is marked as lifted.
    """
    lock((Locked.PLACES, 0))
    closure = Closure.objects.select_for_update().get(pk=closure_id)
    during = Interval.of_range(closure.during)
    minute = clock.this_minute()
    if closure.lifted_at is not None or during.end <= minute:
        raise Refused(PlaceRefusal.CLOSURE_IS_OVER)
    before = _facts(closure)
    if during.start < minute:
        closure.during = Interval(during.start, minute).as_range()
    else:
        closure.lifted_at = clock.now()
    closure.save(update_fields=["during", "lifted_at"])
    bump(Slow.PLACES)
    record(kind="place.opened", subject_kind="closure", subject_id=closure.pk, before=before, after=_facts(closure))
    return closure


def _facts(closure: Closure) -> dict[str, Any]:
    during = Interval.of_range(closure.during)
    place = {
        "building": closure.building_id, "floor": closure.floor_id, "area": closure.area_id, "desk": closure.desk_id,
    }  # fmt: skip
    return {
        **{kind: number for kind, number in place.items() if number is not None},
        "start": during.start.isoformat(),
        "end": during.end.isoformat(),
        "reason": closure.reason,
        "lifted_at": closure.lifted_at and closure.lifted_at.isoformat(),
    }
