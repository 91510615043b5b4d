"""Jobs that read linked calendars: one waits for a link at a time, and they are spread over the round."""

from django.db import transaction
from django.db.models import Q
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from calendars.models import CalendarLink, SilentServer
from calendars.policies.choices import LinkState
from calendars.services.deferring import AFTER_THE_OTHERS
from core import clock
from core.queues import OUTSIDE

TAKE_IN = "calendars.take_in"
ROUND_SECONDS = 270
"""Over so many of the 300 seconds until the next round the reads are spread."""
_STEP = 37
"""No divisor of ROUND_SECONDS: links that were made one after the other are read apart."""


def defer_due_reads() -> int:
    """A job for every link that may be read now; answers how many there are."""
    silent = SilentServer.objects.values("host")
    rows = (
        CalendarLink.objects.filter(
            Q(takes_in=True) | Q(sends=True), ended_at__isnull=True, state=LinkState.ACTIVE.value
        )
        .filter(Q(try_at__isnull=True) | Q(try_at__lte=clock.now()))
        .exclude(host__in=silent)
    )
    ids = list(rows.order_by("pk").values_list("pk", flat=True))
    for link_id in ids:
        defer_read(link_id, seconds=link_id * _STEP % ROUND_SECONDS)
    return len(ids)


def defer_read(link_id: int, *, seconds: int = 0) -> None:
    """Let one calendar be read, after so many seconds; nothing where a job waits for that already.

    Its lock is its own: a read that waits for its turn keeps nothing from being written. `alone_with` parts the two.
    """
    job = app.configure_task(
        TAKE_IN,
        queue=OUTSIDE,
        lock=f"{TAKE_IN}:{link_id}",
        queueing_lock=f"{TAKE_IN}:{link_id}",
        priority=AFTER_THE_OTHERS if seconds else 0,
        schedule_in={"seconds": seconds} if seconds else None,
    )
    try:
        with transaction.atomic():
            job.defer(link_id=link_id)
    except AlreadyEnqueued:
        return
