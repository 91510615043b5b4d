"""What the workers do so that what linked calendars say reaches the plan."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from audit.context import acting_as
from calendars.services.deferring_reads import TAKE_IN, defer_due_reads
from calendars.services.forgetting import end_over
from calendars.services.reading import take_in
from core.queues import OUTSIDE

CALENDAR = "calendar"
AFTER_A_MINUTE = RetryStrategy(max_attempts=2, wait=60)


@app.task(name=TAKE_IN, queue=OUTSIDE, retry=AFTER_A_MINUTE)
def take_calendar_in(*, link_id: int) -> None:
    """Read one linked calendar."""
    with acting_as(actor_name=CALENDAR, request_id=f"calendar-{link_id}"):
        take_in(link_id=link_id)


@app.periodic(cron="*/5 * * * *")
@app.task(name="calendars.take_in_all", queueing_lock="calendars.take_in_all")
def take_all_calendars_in(timestamp: int) -> None:
    """Every five minutes: each linked calendar is read once, spread over the time until the next round."""
    defer_due_reads()


@app.periodic(cron="25 0 * * *")
@app.task(name="calendars.end_over", queueing_lock="calendars.end_over")
def end_what_is_over(timestamp: int) -> None:
    """Every night: what was proposed for yesterday is over."""
    with acting_as(actor_name=CALENDAR, request_id=f"calendars-{timestamp}"):
        end_over()
