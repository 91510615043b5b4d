"""How the runs of the directory went."""

from dataclasses import dataclass
from datetime import datetime

from directory.models import DirectoryRun
from directory.policies.runs import RunPurpose, RunState

_REACHED = (RunState.APPLIED.value, RunState.UNCHANGED.value)


@dataclass(frozen=True, slots=True)
class RunHistory:
    """Of the runs that keep people up to date: when the last one went well and how long it took, in seconds; how many
    have failed since the directory last answered, and when the newest two of them did."""

    last_success_at: datetime | None
    last_run_seconds: float | None
    failures: int
    last_failure_at: datetime | None
    failure_before_at: datetime | None


def run_history() -> RunHistory:
    """The history as it stands now."""
    runs = DirectoryRun.objects.filter(purpose=RunPurpose.SYNC.value, finished_at__isnull=False)
    success = runs.filter(state__in=_REACHED).order_by("-finished_at").first()
    answered = (
        runs.exclude(state=RunState.FAILED.value).order_by("-finished_at").values_list("finished_at", flat=True).first()
    )
    failed = runs.filter(state=RunState.FAILED.value)
    if answered is not None:
        failed = failed.filter(finished_at__gt=answered)
    newest = list(failed.order_by("-finished_at", "-pk").values_list("finished_at", flat=True)[:2])
    return RunHistory(
        last_success_at=success.finished_at if success else None,
        last_run_seconds=_seconds(success),
        failures=failed.count(),
        last_failure_at=newest[0] if newest else None,
        failure_before_at=newest[1] if len(newest) > 1 else None,
    )


def last_looked_at() -> datetime | None:
    """When the directory was last read to keep people up to date, well or not."""
    return (
        DirectoryRun.objects.filter(purpose=RunPurpose.SYNC.value, finished_at__isnull=False)
        .order_by("-finished_at")
        .values_list("finished_at", flat=True)
        .first()
    )


def _seconds(run: DirectoryRun | None) -> float | None:
    if run is None or run.finished_at is None:
        return None
    begun = run.decided_at or run.started_at
    return max((run.finished_at - begun).total_seconds(), 0.0)
