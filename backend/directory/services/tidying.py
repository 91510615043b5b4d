"""Runs that are long over are forgotten; what changed people stays longer."""

from django.db import transaction

from directory.models import DirectoryRun
from directory.policies.runs import RunState

KEPT_RUNS = 200
"""So many of the newest runs are kept, and so many of those that changed something."""


@transaction.atomic
def forget_old_runs() -> int:
    """Delete all other runs with their changes and findings; answers how many. What waits for a person stays."""
    newest = list(DirectoryRun.objects.order_by("-pk").values_list("pk", flat=True)[:KEPT_RUNS])
    applied = DirectoryRun.objects.filter(state=RunState.APPLIED.value).order_by("-pk")
    kept = {*newest, *applied.values_list("pk", flat=True)[:KEPT_RUNS]}
    waiting = [RunState.PLANNED.value, RunState.HELD.value, RunState.RUNNING.value]
    old = list(DirectoryRun.objects.exclude(pk__in=kept).exclude(state__in=waiting).values_list("pk", flat=True))
    DirectoryRun.objects.filter(pk__in=old).delete()
    return len(old)
