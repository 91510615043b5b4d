"""Jobs that build facts."""

from datetime import date

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from core.queues import HEAVY

BUILD_OVERDUE = "occupancy.build_overdue"
BUILD_PERIOD = "occupancy.build_period"
FORGET_SOME = "occupancy.forget_some"


def build_overdue_soon() -> None:
    """Let the days be built that are due; one job that waits is enough."""
    _defer_once(BUILD_OVERDUE)


def forget_some_soon() -> None:
    """Let the people of days be forgotten that were kept long enough."""
    _defer_once(FORGET_SOME)


def build_period_soon(*, first: date, last: date) -> None:
    """Let the days from `first` to `last` be built again, both included."""
    app.configure_task(BUILD_PERIOD, queue=HEAVY).defer(first=first.isoformat(), last=last.isoformat())


def _defer_once(task: str) -> None:
    try:
        with transaction.atomic():
            app.configure_task(task, queue=HEAVY, queueing_lock=task).defer()
    except AlreadyEnqueued:
        return
