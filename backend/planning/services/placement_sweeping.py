"""Placements that nobody works on any more: a worker was killed, or a job was lost."""

from datetime import timedelta

from django.db import transaction

from core import clock
from planning.models.placement import Placement, PlacementState
from planning.services.placement_guard import is_worked_on
from planning.services.placements import defer_work, record_placement

MOST_ATTEMPTS = 2
"""What kills its worker twice would kill it again."""

WAITS_FOR = timedelta(minutes=1)


def sweep_placements() -> int:
    """Have placements worked on again that lost their worker, or close them as failed after the second time; answers
    how many. One that still waits for its turn is left alone: its job stands in the queue."""
    found = 0
    rows = Placement.objects.filter(removed_at__isnull=True)
    for placement_id in rows.filter(state=PlacementState.RUNNING).values_list("pk", flat=True):
        if not is_worked_on(placement_id):
            found += _take_up_again(placement_id)
    late = rows.filter(state=PlacementState.WAITING, made_at__lt=clock.now() - WAITS_FOR)
    for placement_id in late.values_list("pk", flat=True):
        defer_work(placement_id)
    return found


@transaction.atomic
def _take_up_again(placement_id: int) -> bool:
    placement = Placement.objects.select_for_update(of=("self",)).get(pk=placement_id)
    if placement.state != PlacementState.RUNNING or is_worked_on(placement_id):
        return False
    if placement.attempts < MOST_ATTEMPTS and placement.cancel_asked_at is None:
        defer_work(placement_id)
        return True
    cancelled = placement.cancel_asked_at is not None
    placement.state = PlacementState.CANCELLED if cancelled else PlacementState.FAILED
    placement.progress = {**placement.progress, "problem": "" if cancelled else "interrupted"}
    placement.finished_at = clock.now()
    placement.save(update_fields=["state", "progress", "finished_at"])
    record_placement("ended", placement)
    return True
