"""Jobs that build facts."""

from datetime import date

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from core.queues import HEAVY

BUILD_OVERDUE = "occupancy.build_overdue"
BUILD_PERIOD = "occupancy.build_period"


def build_overdue_soon() -> None:
    """Let the days be built that are due; one job that waits is enough."""
    try:
        with transaction.atomic():
            app.configure_task(BUILD_OVERDUE, queue=HEAVY, queueing_lock=BUILD_OVERDUE).defer()
    except AlreadyEnqueued:
        return


def build_period_soon(*, first: date, last: date) -> None:
    """Let the days from `first` to `last` be built again, both included."""
    app.configure_task(BUILD_PERIOD, queue=HEAVY).defer(first=first.isoformat(), last=last.isoformat())
