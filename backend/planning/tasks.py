"""What the workers do for planning."""

from django.utils.module_loading import import_string
from procrastinate.contrib.django import app

from audit.context import acting_as
from core.queues import HEAVY
from planning.services.placement_sweeping import sweep_placements
from planning.services.placements import WORK_OUT

BY_THE_WORKER = "planning"

RUN_PLACEMENT = "planning.services.placement_running.run_placement"
"""Loaded by name: only the worker that works placements out needs the solver, which is large."""


@app.task(name=WORK_OUT, queue=HEAVY)
def work_out_placement(*, placement_id: int) -> None:
    """Work one placement out; nothing where that was done, or stopped, meanwhile."""
    with acting_as(actor_name=BY_THE_WORKER, request_id=f"placement-{placement_id}"):
        import_string(RUN_PLACEMENT)(placement_id=placement_id)


@app.periodic(cron="* * * * *")
@app.task(name="planning.sweep_placements", queueing_lock="planning.sweep_placements")
def sweep(timestamp: int) -> None:
    """Every minute: placements whose worker was killed begin again, or end as failed."""
    with acting_as(actor_name=BY_THE_WORKER, request_id=f"placements-{timestamp}"):
        sweep_placements()
