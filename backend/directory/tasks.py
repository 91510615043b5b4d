"""What the worker does for the directory."""

from procrastinate.contrib.django import app

from audit.context import acting_as
from core import clock
from directory.selectors.transfers import is_due
from directory.services.configured import run_when_due
from directory.services.run_record import BY_THE_CLOCK
from directory.services.tidying import forget_old_runs
from directory.services.transfer_applying import apply_due_transfers


@app.periodic(cron="* * * * *")
@app.task(name="directory.apply_transfers", queueing_lock="directory.apply_transfers")
def apply_planned_transfers(timestamp: int) -> None:
    """Every minute: carry out the transfers whose day has come. One short question where there is none."""
    if is_due(clock.today()):
        with acting_as(actor_name=BY_THE_CLOCK, request_id=f"directory-transfer-{timestamp}"):
            apply_due_transfers()


@app.periodic(cron="* * * * *")
@app.task(name="directory.sync", queueing_lock="directory.sync")
def sync_with_directory(timestamp: int) -> None:
    """Every minute: read the directory if that is due by its settings. Nothing where none is configured."""
    with acting_as(actor_name=BY_THE_CLOCK, request_id=f"directory-{timestamp}"):
        run_when_due()


@app.periodic(cron="41 3 * * *")
@app.task(name="directory.tidy", queueing_lock="directory.tidy")
def tidy_runs(timestamp: int) -> None:
    """Every night: forget the runs that are long over."""
    forget_old_runs()
