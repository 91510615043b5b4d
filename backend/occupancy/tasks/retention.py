"""Personal detail is forgotten when it has been kept long enough."""

from procrastinate.contrib.django import app

from audit.context import acting_as
from core.queues import HEAVY
from occupancy.services.deferring import FORGET_SOME, forget_some_soon
from occupancy.services.retention import forget_some


@app.periodic(cron="40 18 * * *")
@app.task(name="occupancy.forget", queue=HEAVY, queueing_lock="occupancy.forget")
def forget(timestamp: int) -> None:
    """Every night; there is something to do once a month, when another month has been kept long enough."""
    forget_some_soon()


@app.task(name=FORGET_SOME, queue=HEAVY, queueing_lock=FORGET_SOME)
def some() -> None:
    """Forget some days, and come again for the others."""
    with acting_as(actor_name="occupancy"):
        if forget_some():
            forget_some_soon()
