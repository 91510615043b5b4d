"""Jobs for linked calendars: at most one of a kind waits for a link, and one link's jobs run one after the other."""

from collections.abc import Iterable
from datetime import datetime

from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from core.queues import OUTSIDE

BRING_UP = "calendars.bring_up"
CLEAR_OUT = "calendars.clear_out"
PROBE = "calendars.probe"
TRY_AGAIN = "calendars.try_again"

GATHERING_SECONDS = 2
"""How long a change waits for those that come with it."""

AFTER_THE_OTHERS = -1
"""Priority of what nobody waits for: sweeps, acts about many, and what is much for one calendar."""


def defer_bring_up(link_ids: Iterable[int], *, behind: bool = False, at_once: bool = False) -> None:
    """Let these calendars be compared with what belongs there, soon; `behind`: after all that somebody waits for."""
    for link_id in link_ids:
        seconds = 0 if at_once else GATHERING_SECONDS
        if behind:
            _defer(BRING_UP, link_id, priority=AFTER_THE_OTHERS, seconds=seconds, behind=True)
        else:
            _defer(BRING_UP, link_id, seconds=seconds)


def defer_clear_out(link_id: int) -> None:
    """Let what we wrote into the calendar of a link that has ended be taken away."""
    _defer(CLEAR_OUT, link_id)


def defer_probe(link_id: int) -> None:
    """Let the server of this link be asked whether it answers again."""
    _defer(PROBE, link_id, priority=AFTER_THE_OTHERS)


def defer_try_again(link_id: int) -> None:
    """Let a paused link be tried whose trouble somebody else may have mended."""
    _defer(TRY_AGAIN, link_id, priority=AFTER_THE_OTHERS)


def _defer(task: str, link_id: int, *, priority: int = 0, seconds: int = 0, **more: bool) -> None:
    job = app.configure_task(
        task,
        queue=OUTSIDE,
        lock=f"calendars.link:{link_id}",
        queueing_lock=":".join([task, str(link_id), *more]),
        priority=priority,
        schedule_at=_by_the_queue(seconds) if seconds else None,
    )
    try:
        with transaction.atomic():
            job.defer(link_id=link_id, **more)
    except AlreadyEnqueued:
        return


def _by_the_queue(seconds: int) -> datetime:
    """So many seconds from now by the clock that says which jobs are due: the database's."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT now() + make_interval(secs => %s)", [seconds])
        at: datetime = cursor.fetchone()[0]
    return at
