"""Background jobs: events on their way to subscribers, and the upkeep of the queue they travel in."""

from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status

from audit.backoff import UntilItWorks
from audit.context import acting_as
from audit.models import Event
from audit.services import DELIVER, EVENTS_QUEUE
from audit.subscribers import subscriber

KEEP_FINISHED_HOURS = 72


@app.task(name=DELIVER, queue=EVENTS_QUEUE, retry=UntilItWorks())
def deliver(*, subscriber_name: str, event_id: int) -> None:
    """Hand one event to one subscriber. Whatever it raises, an unknown subscriber included, is tried again later."""
    event = Event.objects.get(pk=event_id)
    with acting_as(actor_name=subscriber_name, request_id=event.request_id):
        subscriber(subscriber_name).hear(event)


@app.periodic(cron="* * * * *")
@app.task(name="audit.tasks.rescue_stalled_jobs", queueing_lock="rescue_stalled_jobs", pass_context=True)
async def rescue_stalled_jobs(context: JobContext, timestamp: int) -> None:
    """Give back to the queue what a worker that died was doing: without it "at least once" would be "at most once".

    Where the same job waits already (its queueing lock is taken), that one does it, and nothing is left of the dead.
    """
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        try:
            await manager.retry_job(job)
        except UniqueViolation:
            await manager.finish_job(job, status=Status.ABORTED, delete_job=True)


@app.periodic(cron="17 3 * * *")
@app.task(name="audit.tasks.forget_finished_jobs", queueing_lock="forget_finished_jobs", pass_context=True)
async def forget_finished_jobs(context: JobContext, timestamp: int) -> None:
    """Remove jobs that ended well three days ago or longer; those that failed stay to be looked at."""
    await context.app.job_manager.delete_old_jobs(nb_hours=KEEP_FINISHED_HOURS)
