"""Whether it runs, whether it is ready, and how it does: for the machines that watch over it."""

import hmac
from functools import cache

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST

from calendars.selectors.health import calendar_figures
from config.addresses import client_address, within
from config.job_queue import LATE_JOB_SECONDS, WORKER_SILENT_SECONDS, QueueState, queue_state
from config.metrics import Gauges, exposition
from directory.selectors.figures import directory_figures


@never_cache
@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """200 as soon as the process answers; asks nothing of the database."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """200 when the database answers, all migrations are applied and a worker is at work; else 503 and what is not."""
    checks: dict[str, str] = {}
    try:
        checks["migrations"] = "ok" if _all_migrated() else "behind: run manage.py migrate"
        checks["queue"] = _words(queue_state())
        checks["database"] = "ok"
    except DatabaseError as error:
        checks["database"] = type(error).__name__
    good = all(answer == "ok" for answer in checks.values())
    return JsonResponse({"ready": good, "checks": checks}, status=200 if good else 503)


@never_cache
@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """Prometheus' text, for the addresses or the token that the settings name; 404 for everybody else."""
    if not _may_read_figures(request):
        return HttpResponse(status=404)
    gauges: Gauges = {}
    try:
        state = queue_state()
        gauges = {
            "kyoseki_jobs_waiting": ("Jobs that are due and wait for the worker", state.waiting),
            "kyoseki_jobs_failed": ("Jobs given up after their last retry", state.failed),
            "kyoseki_oldest_job_seconds": ("How long the oldest due job has waited", state.oldest_seconds),
            "kyoseki_outside_jobs_waiting": ("Jobs that are due and leave the house", state.waiting_outside),
            "kyoseki_outside_oldest_job_seconds": (
                "How long the oldest of them has waited",
                state.oldest_outside_seconds,
            ),
            "kyoseki_heavy_jobs_waiting": ("Jobs that are due and compute for long", state.waiting_heavy),
            "kyoseki_heavy_oldest_job_seconds": (
                "How long the oldest of them has waited",
                state.oldest_heavy_seconds,
            ),
            "kyoseki_worker_heartbeat_seconds": (
                "Since a worker last gave a sign of life",
                state.heartbeat_seconds or -1,
            ),
            **directory_figures(),
            **calendar_figures(),
        }
    except DatabaseError:
        gauges["kyoseki_database_up"] = ("Whether the database answers", 0)
    else:
        gauges["kyoseki_database_up"] = ("Whether the database answers", 1)
    return HttpResponse(exposition(gauges), content_type=CONTENT_TYPE_LATEST)


def _may_read_figures(request: HttpRequest) -> bool:
    token = settings.METRICS_TOKEN
    if token and hmac.compare_digest(request.headers.get("Authorization", "").encode(), f"Bearer {token}".encode()):
        return True
    address, _ = client_address(request.META, settings.TRUSTED_PROXIES)
    return within(address, settings.METRICS_ADDRESSES)


def _all_migrated() -> bool:
    return _last_migrations() <= MigrationRecorder(connection).applied_migrations().keys()


@cache
def _last_migrations() -> frozenset[tuple[str, str]]:
    """The last migration of every app, as this code knows them; read from the disk once."""
    return frozenset(MigrationLoader(None).graph.leaf_nodes())


def _words(state: QueueState) -> str:
    if state.heartbeat_seconds is None:
        return "no worker has ever reported"
    if state.heartbeat_seconds > WORKER_SILENT_SECONDS:
        return f"no worker for {state.heartbeat_seconds:.0f} s"
    if state.oldest_seconds > LATE_JOB_SECONDS:
        return f"a job has waited for {state.oldest_seconds:.0f} s"
    return "ok"
