"""What of the demonstration the heavy worker loads, so that nobody waits for it at the first start."""

from pathlib import Path

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from core.queues import HEAVY

LOAD_PAST = "demonstration.load_past"
KEEP_SCENARIOS = "demonstration.keep_scenarios"


def load_past_soon(folder: Path) -> None:
    """Let the weeks of the gate log be loaded; where they are already, that costs the worker a moment."""
    try:
        with transaction.atomic():
            app.configure_task(LOAD_PAST, queue=HEAVY, queueing_lock=LOAD_PAST).defer(folder=str(folder))
    except AlreadyEnqueued:
        return


def keep_scenarios_soon() -> None:
    """Let scenarios be answered once the jobs that wait are done: the facts are built by one of them."""
    try:
        with transaction.atomic():
            app.configure_task(KEEP_SCENARIOS, queue=HEAVY, queueing_lock=KEEP_SCENARIOS).defer()
    except AlreadyEnqueued:
        return
