"""What the workers do so that linked calendars are as they should be."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from calendars.services.bringing_up import bring_up
from calendars.services.clearing import clear_out
from calendars.services.deferring import (
    BRING_UP,
    CLEAR_OUT,
    PROBE,
    TRY_AGAIN,
    defer_bring_up,
    defer_clear_out,
)
from calendars.services.probing import probe, try_again
from calendars.services.sweeping import sweep
from core.queues import OUTSIDE

FEW = 4
"""Changes of one calendar that are written before what is more for another: somebody booked a day, or moved a week."""

AFTER_A_MOMENT = RetryStrategy(max_attempts=3, wait=10)
"""For a link that somebody else holds just now, and for the unforeseen; after that the sweep comes by."""


@app.task(name=BRING_UP, queue=OUTSIDE, retry=AFTER_A_MOMENT)
def bring_calendar_up(*, link_id: int, behind: bool = False) -> None:
    """Compare one linked calendar and write what is missing. What is much, or more than a turn, comes after whatever
    single people wait for.
    """
    if bring_up(link_id=link_id, most=None if behind else FEW):
        defer_bring_up([link_id], behind=True, at_once=True)


@app.task(name=CLEAR_OUT, queue=OUTSIDE, retry=AFTER_A_MOMENT)
def clear_calendar_out(*, link_id: int) -> None:
    """Take our events out of the calendar of a link that has ended."""
    if clear_out(link_id=link_id):
        defer_clear_out(link_id)


@app.task(name=PROBE, queue=OUTSIDE, retry=AFTER_A_MOMENT)
def probe_server(*, link_id: int) -> None:
    """Ask a server that was silent whether it answers again."""
    probe(link_id=link_id)


@app.task(name=TRY_AGAIN, queue=OUTSIDE, retry=AFTER_A_MOMENT)
def try_paused_again(*, link_id: int) -> None:
    """Try a paused link whose trouble somebody else may have mended."""
    try_again(link_id=link_id)


@app.periodic(cron="* * * * *")
@app.task(name="calendars.sweep", queueing_lock="calendars.sweep")
def sweep_calendars(timestamp: int) -> None:
    """Every minute: look for what was missed or had to wait."""
    sweep()
