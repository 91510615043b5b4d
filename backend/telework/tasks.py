"""What the worker does for telework by the clock."""

from procrastinate.contrib.django import app

from audit.context import acting_as
from telework.services.sweeping import lapse_unstarted


@app.periodic(cron="*/5 * * * *")
@app.task(name="telework.lapse_unstarted", queueing_lock="telework.lapse_unstarted")
def lapse_days_nobody_started(timestamp: int) -> None:
    """Every five minutes: the days that ended without a start were not performed."""
    with acting_as(actor_name="telework", request_id=f"telework-{timestamp}"):
        lapse_unstarted()
