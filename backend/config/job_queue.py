"""The state of the background jobs, read from procrastinate's own tables."""

from dataclasses import dataclass

from django.db import connection

# The worker reports every 10 seconds; three missed reports and a little more are a silence.
WORKER_SILENT_SECONDS = 35
LATE_JOB_SECONDS = 300

_STATE = """
SELECT
    (SELECT count(*) FROM procrastinate_jobs
      WHERE status = 'todo' AND (scheduled_at IS NULL OR scheduled_at <= now())),
    (SELECT count(*) FROM procrastinate_jobs WHERE status = 'failed'),
    (SELECT coalesce(max(extract(epoch FROM now() - greatest(events.at, jobs.scheduled_at))), 0)
       FROM procrastinate_jobs jobs JOIN procrastinate_events events ON events.job_id = jobs.id
      WHERE jobs.status = 'todo' AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
        AND events.type IN ('deferred', 'deferred_for_retry')),
    (SELECT extract(epoch FROM now() - max(last_heartbeat)) FROM procrastinate_workers)
"""


@dataclass(frozen=True, slots=True)
class QueueState:
    """How many jobs are due and how many were given up, how long (seconds) the oldest due one waits, and since when
    no worker has reported (seconds; None: none ever did)."""

    waiting: int
    failed: int
    oldest_seconds: float
    heartbeat_seconds: float | None


def queue_state() -> QueueState:
    """The queue now, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(_STATE)
        waiting, failed, oldest, heartbeat = cursor.fetchone()
    return QueueState(waiting, failed, float(oldest), None if heartbeat is None else float(heartbeat))
