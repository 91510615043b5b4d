"""What a run writes about itself: its beginning, its plan, its end, and the events of it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from itertools import islice
from typing import Any

from django.db import connection, transaction

from audit.context import current_origin
from audit.services import record
from core import clock
from core.refused import Refused
from directory.models import DirectoryRun, PlannedTransfer, RunChange, RunFinding
from directory.policies.failing import failing_is_told, recovery_is_told
from directory.policies.known import KnownRoll
from directory.policies.limits import Hold
from directory.policies.plan import Plan
from directory.policies.refusals import RunProblem, RunRefusal
from directory.policies.runs import RunPurpose, RunState
from directory.selectors.run_history import run_history
from directory.source import Finding, Roll

RUN_APPLIED = "directory.run_applied"
RUN_HELD = "directory.run_held"
RUN_FAILED = "directory.run_failed"
RUN_DISCARDED = "directory.run_discarded"
FAILING = "directory.failing"
RECOVERED = "directory.recovered"

BY_THE_CLOCK = "directory"
"""The actor of a run that nobody asked for."""

_ROWS_AT_ONCE = 2000
_LONGEST = {"key": 80, "label": 120, "department": 64, "entry": 500, "source": 200}


def begin_run(*, purpose: RunPurpose, source: str, transfer: PlannedTransfer | None = None) -> DirectoryRun:
    """A run that is going on, by whoever acts now."""
    origin = current_origin()
    return DirectoryRun.objects.create(
        purpose=purpose.value,
        state=RunState.RUNNING.value,
        source=source[: _LONGEST["source"]],
        started_at=clock.now(),
        started_by_id=origin.actor_id,
        started_by_name="" if origin.actor_name == BY_THE_CLOCK else origin.actor_name[:150],
        transfer=transfer,
    )


def write_plan(
    run: DirectoryRun, *, plan: Plan, roll: Roll, known: KnownRoll, holds: Iterable[Hold], counts: Mapping[str, int]
) -> None:
    """Write what `run` read and would change in place of what stood there. The caller saves `run` by `end_run`."""
    run.read = {"departments": len(roll.departments), "people": len(roll.people), "posts": len(roll.posts)}
    run.counts = {**plan.counts(), **counts}
    run.fingerprint = plan.fingerprint()
    run.held_because = [asdict(hold) for hold in holds]
    run.problem = {}
    run.changes.all().delete()
    run.findings.all().delete()
    _copy_changes(run, plan)
    findings = _findings(run, plan.findings, known)
    while found := list(islice(findings, _ROWS_AT_ONCE)):
        RunFinding.objects.bulk_create(found)


def end_run(run: DirectoryRun, state: RunState) -> DirectoryRun:
    """Close `run` in `state`, record what others hear of, and discard what it overtakes.

    In the caller's transaction."""
    failures = run_history().failures
    run.state, run.finished_at = state.value, clock.now()
    run.save()
    if state is RunState.APPLIED:
        record(
            kind=RUN_APPLIED,
            subject_kind="directory_run",
            subject_id=run.pk,
            after={"purpose": run.purpose, "source": run.source, "counts": run.counts},
        )
    if state is RunState.HELD:
        record(
            kind=RUN_HELD,
            subject_kind="directory_run",
            subject_id=run.pk,
            after={"source": run.source, "held_because": run.held_because},
        )
    if run.purpose == RunPurpose.SYNC.value and recovery_is_told(failures=failures):
        record(kind=RECOVERED, subject_kind="directory", subject_id=0, after={"failures": failures})
    _discard_overtaken(run)
    return run


def fail_run(run: DirectoryRun, code: RunProblem, **facts: str) -> DirectoryRun:
    """Close `run` as failed, say why, and tell after several in a row. Nothing else of it stays."""
    with transaction.atomic():
        run.state, run.finished_at = RunState.FAILED.value, clock.now()
        run.problem = {"code": code.value, **facts}
        run.read, run.counts, run.held_because, run.fingerprint = {}, {}, [], ""
        run.save()
        record(kind=RUN_FAILED, subject_kind="directory_run", subject_id=run.pk, after=run.problem)
        if run.purpose != RunPurpose.SYNC.value:
            return run
        history = run_history()
        before = clock.city_day(history.failure_before_at) if history.failure_before_at else None
        if failing_is_told(failures=history.failures, previous_day=before, today=clock.today()):
            since = history.last_success_at
            facts_told: dict[str, Any] = {
                "failures": history.failures,
                "code": code.value,
                "source": run.source,
                "last_success_at": since.isoformat() if since else None,
            }
            record(kind=FAILING, subject_kind="directory", subject_id=0, after=facts_told)
    return run


def discard(run: DirectoryRun, *, by_name: str = "") -> None:
    """Close a planned or held run that is not wanted, or that another one has overtaken."""
    run.state, run.decided_by_name, run.decided_at = RunState.DISCARDED.value, by_name[:150], clock.now()
    run.save(update_fields=["state", "decided_by_name", "decided_at"])


def open_run(run_id: int) -> DirectoryRun:
    """The run if it waits for somebody to decide. Raises Refused(DECIDED), or DirectoryRun.DoesNotExist."""
    run = DirectoryRun.objects.select_for_update().get(pk=run_id)
    if run.state not in (RunState.PLANNED.value, RunState.HELD.value):
        raise Refused(RunRefusal.DECIDED)
    return run


def _discard_overtaken(run: DirectoryRun) -> None:
    """A newer look replaces those that wait of its own kind; what was applied, or found unchanged, all of them."""
    waiting = DirectoryRun.objects.filter(state__in=[RunState.PLANNED.value, RunState.HELD.value]).exclude(pk=run.pk)
    if run.state in (RunState.PLANNED.value, RunState.HELD.value):
        waiting = waiting.filter(state=run.state)
    for one in waiting:
        discard(one)


def _copy_changes(run: DirectoryRun, plan: Plan) -> None:
    """The first run has some sixty thousand of them: by COPY, since nothing else of Django is wanted of them."""
    columns = "run_id, position, subject, did, key, label, department_code, fields"
    with connection.cursor() as cursor, cursor.copy(f"COPY {RunChange._meta.db_table} ({columns}) FROM STDIN") as rows:
        for position, one in enumerate(plan.changes):
            rows.write_row(
                (
                    run.pk,
                    position,
                    one.subject.value,
                    one.did.value,
                    one.key[: _LONGEST["key"]],
                    one.label[: _LONGEST["label"]],
                    one.department[: _LONGEST["department"]],
                    json.dumps(one.fields, ensure_ascii=False),
                )
            )


def _findings(run: DirectoryRun, findings: Iterable[Finding], known: KnownRoll) -> Iterator[RunFinding]:
    by_uuid = {one.entry.uuid: one.person_id for one in known.people if one.entry.uuid}
    by_number = {one.entry.number: one.person_id for one in known.people}
    by_id = {one.entry.id.lower(): one.person_id for one in known.people if one.entry.id}
    for position, one in enumerate(findings):
        yield RunFinding(
            run=run,
            position=position,
            entry=one.entry[: _LONGEST["entry"]],
            code=one.code.value,
            facts=dict(one.facts),
            person_id=by_uuid.get(one.uuid) or by_number.get(one.number) or by_id.get(one.id.lower()),
        )
