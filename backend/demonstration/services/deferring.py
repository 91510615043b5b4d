"""What of the demonstration the heavy worker loads, so that nobody waits for it at the first start."""

from pathlib import Path

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from core.queues import HEAVY

LOAD_PAST = "demonstration.load_past"
KEEP_SCENARIOS = "demonstration.keep_scenarios"
LAST = -1
"""The priority of what comes after all that waits; others have 0."""


def load_past_soon(folder: Path) -> None:
    """Let the weeks of the gate log be loaded; where they are already, that costs the worker a moment."""
    try:
        with transaction.atomic():
            app.configure_task(LOAD_PAST, queue=HEAVY, queueing_lock=LOAD_PAST).defer(folder=str(folder))
    except AlreadyEnqueued:
        return


def keep_scenarios_soon() -> None:
    """Let scenarios be answered once no other heavy job waits: those that build the facts call each other."""
    try:
        with transaction.atomic():
            app.configure_task(KEEP_SCENARIOS, queue=HEAVY, queueing_lock=KEEP_SCENARIOS, priority=LAST).defer()
    except AlreadyEnqueued:
        return
