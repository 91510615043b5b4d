"""Placements asked for, stopped, and taken away. The work itself is done in services.placement_running."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from audit.context import current_origin
from audit.services import record
from core import clock
from core.queues import HEAVY
from core.refused import Refused
from planning.models.placement import Placement, PlacementState
from planning.models.scenario import Scenario
from planning.policies.placement_refusals import PlacementRefusal
from spaces.models import Building

WORK_OUT = "planning.work_out_placement"
"""The name of the task that works one out."""

UNDER_WAY = (PlacementState.WAITING, PlacementState.RUNNING)


@transaction.atomic
def ask_placement(
    *, name: str, building: Building, asked: Mapping[str, Any], scenario: Scenario | None = None
) -> Placement:
    """Keep what is asked (planning.policies.placing_asked) and have it worked out."""
    placement = Placement.objects.create(
        name=name,
        building=building,
        scenario=scenario,
        asked=dict(asked),
        progress={"limit": asked["seconds"]},
        made_by_id=current_origin().actor_person_id,
        made_at=clock.now(),
    )
    record_placement("asked", placement)
    defer_work(placement.pk)
    return placement


@transaction.atomic
def cancel_placement(*, placement_id: int) -> Placement:
    """Stop the run. One that is going on ends within seconds and keeps the best it has found.

    Raises Refused(PLACEMENT_IS_OVER), or Placement.DoesNotExist.
    """
    placement = locked_placement(placement_id)
    if placement.state not in UNDER_WAY:
        raise Refused(PlacementRefusal.PLACEMENT_IS_OVER, {"state": placement.state})
    if placement.cancel_asked_at is not None:
        return placement
    placement.cancel_asked_at = clock.now()
    if placement.state == PlacementState.WAITING:
        placement.state, placement.finished_at = PlacementState.CANCELLED, clock.now()
    placement.save(update_fields=["cancel_asked_at", "state", "finished_at"])
    record_placement("cancelled", placement)
    return placement


@transaction.atomic
def remove_placement(*, placement_id: int) -> None:
    """Take it away; it stays as a record, and so do drafts made from it. Raises Refused(PLACEMENT_GOES_ON)."""
    placement = locked_placement(placement_id)
    if placement.state in UNDER_WAY:
        raise Refused(PlacementRefusal.PLACEMENT_GOES_ON, {"state": placement.state})
    placement.removed_at = clock.now()
    placement.save(update_fields=["removed_at"])
    record_placement("removed", placement)


def defer_work(placement_id: int) -> None:
    """A job for the worker of heavy work, once the transaction commits; one that waits already stays.

    The queue keeps no lock for a placement: a killed worker's would stay taken until its job is found, and who works
    on it is known by another one (services.placement_guard).
    """
    one = f"{WORK_OUT}:{placement_id}"
    try:
        with transaction.atomic():
            app.configure_task(WORK_OUT, queue=HEAVY, queueing_lock=one).defer(placement_id=placement_id)
    except AlreadyEnqueued:
        return


def locked_placement(placement_id: int) -> Placement:
    """The placement, its row locked. Raises Placement.DoesNotExist, also for one that was taken away."""
    return Placement.objects.select_for_update(of=("self",)).get(pk=placement_id, removed_at__isnull=True)


def record_placement(what: str, placement: Placement, **facts: Any) -> None:
    """Write the event `placement.<what>`."""
    record(
        kind=f"placement.{what}",
        subject_kind="placement",
        subject_id=placement.pk,
        after={"name": placement.name, "building": placement.building_id, "state": placement.state, **facts},
    )
