"""What a person decides about a run that waits: apply what was shown, or not."""

from django.db import transaction

from audit.context import current_origin
from audit.services import record
from core import clock
from core.refused import Refused
from directory.models import DirectoryRun
from directory.policies.limits import Limits
from directory.policies.refusals import RunRefusal
from directory.policies.runs import RunPurpose, RunState
from directory.selectors.known_roll import known_roll
from directory.services.run_guard import hold_until_commit, the_only_run
from directory.services.run_record import RUN_DISCARDED, discard, end_run, open_run
from directory.services.running import NobodyListed, carry_out, planned
from directory.source import Directory, DirectoryFaulty, DirectoryUnavailable, Roll


def confirm_run(*, run_id: int, fingerprint: str, directory: Directory, limits: Limits | None = None) -> DirectoryRun:
    """Read `directory` anew and apply the plan of a planned or held run, if it still is the one that was shown.

    Raises Refused: DECIDED for a run that no longer waits; PLAN_CHANGED where the plan has become another one, which
    the run then shows; UNAVAILABLE where the directory cannot be read; GOING_ON. Raises DirectoryRun.DoesNotExist.
    """
    with the_only_run():
        with transaction.atomic():
            _shown(run_id, fingerprint)
        try:
            roll = directory.read()
            with transaction.atomic():
                run = _confirmed(run_id, fingerprint, roll, limits)
        except (DirectoryUnavailable, DirectoryFaulty, NobodyListed) as error:
            raise Refused(RunRefusal.UNAVAILABLE, {"reason": str(error)}) from error
    # Only now: the new plan has to stay.
    if run.state != RunState.APPLIED.value:
        raise Refused(RunRefusal.PLAN_CHANGED, {"run": run.pk, "fingerprint": run.fingerprint})
    return run


@transaction.atomic
def discard_run(*, run_id: int) -> DirectoryRun:
    """Close a planned or held run that is not wanted. Raises Refused(DECIDED), or DirectoryRun.DoesNotExist."""
    run = open_run(run_id)
    before = run.state
    discard(run, by_name=current_origin().actor_name)
    record(
        kind=RUN_DISCARDED,
        subject_kind="directory_run",
        subject_id=run.pk,
        before={"state": before},
        after={"state": run.state},
    )
    return run


def _shown(run_id: int, fingerprint: str) -> DirectoryRun:
    run = open_run(run_id)
    if run.fingerprint != fingerprint:
        raise Refused(RunRefusal.PLAN_CHANGED, {"run": run.pk, "fingerprint": run.fingerprint})
    return run


def _confirmed(run_id: int, fingerprint: str, roll: Roll, limits: Limits | None) -> DirectoryRun:
    hold_until_commit()
    run = _shown(run_id, fingerprint)
    today = clock.today()
    known = known_roll(today)
    decided_at = clock.now()
    plan, roll = planned(run, roll, known, limits)
    if not plan.changes:
        return end_run(run, RunState.UNCHANGED)
    if run.fingerprint != fingerprint:
        run.save()
        return run
    carry_out(plan, roll, known, day=today)
    run.purpose = RunPurpose.SYNC.value
    run.decided_by_name, run.decided_at = current_origin().actor_name[:150], decided_at
    return end_run(run, RunState.APPLIED)
