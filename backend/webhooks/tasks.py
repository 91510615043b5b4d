"""What the workers do for webhooks."""

from procrastinate.contrib.django import app

from audit.context import acting_as
from core.queues import OUTSIDE
from webhooks.services.deferring import SEND
from webhooks.services.tidying import forget_old_deliveries
from webhooks.services.trying import send_all_due, send_due

WEBHOOKS = "webhooks"


@app.task(name=SEND, queue=OUTSIDE)
def send(*, webhook_id: int) -> None:
    """Post what is due for one webhook."""
    with acting_as(actor_name=WEBHOOKS):
        send_due(webhook_id)


@app.periodic(cron="* * * * *")
@app.task(name="webhooks.sweep", queueing_lock="webhooks.sweep")
def sweep(timestamp: int) -> None:
    """Every minute: what waited long enough is tried again."""
    send_all_due()


@app.periodic(cron="53 3 * * *")
@app.task(name="webhooks.tidy", queueing_lock="webhooks.tidy")
def tidy(timestamp: int) -> None:
    """Every night: forget what is long over."""
    forget_old_deliveries()
