"""Facts of days, by the clock and when they are asked for."""

from contextlib import ExitStack
from datetime import date

from procrastinate.contrib.django import app

from audit.context import acting_as
from core.queues import HEAVY
from occupancy.services.deferring import BUILD_OVERDUE, BUILD_PERIOD, build_overdue_soon, build_period_soon
from occupancy.services.upkeep import build_overdue, build_slice, build_today, build_tonight

_BUILDER = "occupancy"


@app.periodic(cron="*/10 * * * *")
@app.task(name="occupancy.keep_up", queue=HEAVY, queueing_lock="occupancy.keep_up")
def keep_up(timestamp: int) -> None:
    """Every ten minutes: today up to now; from 2:10 on, once, the days of the night; then what is overdue.

    A night that was missed, because no worker ran, is made up for by the first that does.
    """
    with ExitStack() as each:
        each.enter_context(acting_as(actor_name=_BUILDER, request_id=f"occupancy-{timestamp}"))
        # The last is done first, and each also where another fails.
        each.callback(build_overdue_soon)
        each.callback(build_tonight)
        each.callback(build_today)


@app.task(name=BUILD_OVERDUE, queue=HEAVY, queueing_lock=BUILD_OVERDUE)
def overdue() -> None:
    """Build some of the days that are due, and come again for the others."""
    with acting_as(actor_name=_BUILDER):
        if build_overdue():
            build_overdue_soon()


@app.task(name=BUILD_PERIOD, queue=HEAVY)
def period(*, first: str, last: str) -> None:
    """Build the days of a period again, some at a time."""
    with acting_as(actor_name=_BUILDER):
        go_on = build_slice(first=date.fromisoformat(first), last=date.fromisoformat(last))
        if go_on is not None:
            build_period_soon(first=go_on, last=date.fromisoformat(last))
