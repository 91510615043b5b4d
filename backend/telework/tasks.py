"""What the worker does for telework by the clock."""

from procrastinate.contrib.django import app

from audit.context import acting_as
from telework.services.registration_endings import expire_registrations, remind_of_endings
from telework.services.sweeping import lapse_unstarted


@app.periodic(cron="*/5 * * * *")
@app.task(name="telework.lapse_unstarted", queueing_lock="telework.lapse_unstarted")
def lapse_days_nobody_started(timestamp: int) -> None:
    """Every five minutes: the days that ended without a start were not performed."""
    with acting_as(actor_name="telework", request_id=f"telework-{timestamp}"):
        lapse_unstarted()


@app.periodic(cron="10 * * * *")
@app.task(name="telework.end_registrations", queueing_lock="telework.end_registrations")
def end_registrations_of_the_year(timestamp: int) -> None:
    """Every hour: end the registrations whose fiscal year is over, and point out those that end soon, once each."""
    with acting_as(actor_name="telework", request_id=f"registrations-{timestamp}"):
        expire_registrations()
        remind_of_endings()
