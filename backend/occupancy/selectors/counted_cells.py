"""Where and when somebody counted on a walk."""

from datetime import date

from core import clock
from occupancy.models import FloorCount
from occupancy.policies.slots import SLOT_MINUTES


def counted_cells(day: date) -> set[tuple[int | None, int]]:
    """Pairs of an area's id and the slot in which it was counted; counts taken back are none."""
    rows = FloorCount.objects.filter(day=day, withdrawn_at__isnull=True).values_list("area_id", "at")
    midnight = clock.day_start(day)
    return {(area_id, int((at - midnight).total_seconds()) // 60 // SLOT_MINUTES) for area_id, at in rows}
