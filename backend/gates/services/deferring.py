"""Having a file taken over by the worker of heavy jobs."""

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from core.queues import HEAVY

TAKE_FILE = "gates.take_file"


def defer_taking(file_id: int) -> None:
    """Have it done once the transaction commits; at most one job waits for a file."""
    try:
        with transaction.atomic():
            app.configure_task(TAKE_FILE, queue=HEAVY, queueing_lock=f"{TAKE_FILE}:{file_id}").defer(file_id=file_id)
    except AlreadyEnqueued:
        return
