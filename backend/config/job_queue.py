"""The state of the background jobs, read from procrastinate's own tables."""

from dataclasses import dataclass

from django.db import connection

from core.queues import APART, HEAVY, OUTSIDE

# The worker reports every 10 seconds; three missed reports and a little more are a silence.
WORKER_SILENT_SECONDS = 35
LATE_JOB_SECONDS = 300

# What waits for other people's servers, or computes for long, is counted apart: it makes the product no less ready.
_STATE = """
SELECT
    count(*) FILTER (WHERE queue_name <> ALL(%(apart)s)),
    count(*) FILTER (WHERE queue_name = %(outside)s),
    count(*) FILTER (WHERE queue_name = %(heavy)s),
    coalesce(max(age) FILTER (WHERE queue_name <> ALL(%(apart)s)), 0),
    coalesce(max(age) FILTER (WHERE queue_name = %(outside)s), 0),
    coalesce(max(age) FILTER (WHERE queue_name = %(heavy)s), 0),
    (SELECT count(*) FROM procrastinate_jobs WHERE status = 'failed'),
    (SELECT extract(epoch FROM now() - max(last_heartbeat)) FROM procrastinate_workers)
  FROM (
    SELECT jobs.queue_name,
           (SELECT extract(epoch FROM now() - greatest(max(events.at), jobs.scheduled_at))
              FROM procrastinate_events events
             WHERE events.job_id = jobs.id AND events.type IN ('deferred', 'deferred_for_retry')) AS age
      FROM procrastinate_jobs jobs
     WHERE jobs.status = 'todo' AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
  ) due
"""


@dataclass(frozen=True, slots=True)
class QueueState:
    """How many jobs are due and how long (seconds) the oldest of them waits, in the house, on the way outside,
    and among the heavy ones; how many were given up; and since when no worker has reported (seconds; None: none)."""

    waiting: int
    waiting_outside: int
    waiting_heavy: int
    oldest_seconds: float
    oldest_outside_seconds: float
    oldest_heavy_seconds: float
    failed: int
    heartbeat_seconds: float | None


def queue_state() -> QueueState:
    """The queue now, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(_STATE, {"outside": OUTSIDE, "heavy": HEAVY, "apart": list(APART)})
        *counts, failed, heartbeat = cursor.fetchone()
    waiting, outside, heavy, oldest, oldest_outside, oldest_heavy = counts
    return QueueState(
        waiting=waiting,
        waiting_outside=outside,
        waiting_heavy=heavy,
        oldest_seconds=float(oldest),
        oldest_outside_seconds=float(oldest_outside),
        oldest_heavy_seconds=float(oldest_heavy),
        failed=failed,
        heartbeat_seconds=None if heartbeat is None else float(heartbeat),
    )
