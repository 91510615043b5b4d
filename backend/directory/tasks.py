"""What the worker does for the directory."""

from procrastinate.contrib.django import app

from audit.context import acting_as
from core import clock
from directory.selectors.transfers import is_due
from directory.services.run_record import BY_THE_CLOCK
from directory.services.transfer_applying import apply_due_transfers


@app.periodic(cron="* * * * *")
@app.task(name="directory.apply_transfers", queueing_lock="directory.apply_transfers")
def apply_planned_transfers(timestamp: int) -> None:
    """Every minute: carry out the transfers whose day has come. One short question where there is none."""
    if is_due(clock.today()):
        with acting_as(actor_name=BY_THE_CLOCK, request_id=f"directory-transfer-{timestamp}"):
            apply_due_transfers()
