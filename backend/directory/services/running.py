"""Runs of the directory: read, compared, planned, and applied in one transaction or not at all."""

from collections.abc import Callable
from datetime import date

from django.db import transaction

from core import clock
from directory.models import DirectoryRun, PlannedTransfer
from directory.policies.comparing import compare
from directory.policies.known import KnownRoll
from directory.policies.limits import Limits, held_because
from directory.policies.plan import Plan
from directory.policies.refusals import RunProblem
from directory.policies.runs import RunPurpose, RunState
from directory.policies.transfer_overlay import overlaid
from directory.selectors.known_roll import known_roll
from directory.selectors.transfers import transfers_in_question
from directory.services.applying import apply_plan
from directory.services.passwords import end_sessions_before_password_changes
from directory.services.run_guard import hold_until_commit, the_only_run
from directory.services.run_record import begin_run, end_run, fail_run, write_plan
from directory.source import Directory, DirectoryFaulty, DirectoryUnavailable, Roll


class NobodyListed(Exception):
    """The directory answers, and lists nobody at all: that is a wrong base or filter, and no city without people."""


def run_directory(
    *,
    directory: Directory,
    purpose: RunPurpose = RunPurpose.SYNC,
    limits: Limits | None = None,
    since: date | None = None,
) -> DirectoryRun:
    """Read `directory` and bring departments, people, posts and accounts up to it; answers the run, which is over.

    A preview plans and changes nothing. A plan that passes `limits` (None: none hold it) is kept for a person to
    confirm. A directory that cannot be read, makes no sense at all or lists nobody fails the run and changes nothing.
    `since` is the first day of the posts of people who are new. Raises Refused(GOING_ON) while another run is.
    """
    with the_only_run():
        run = begin_run(purpose=purpose, source=directory.name)
        try:
            roll = directory.read()
            with transaction.atomic():
                hold_until_commit()
                return _come_to(run, roll, limits, since)
        except DirectoryUnavailable as error:
            return fail_run(run, RunProblem.UNAVAILABLE, detail=error.reason, trouble=error.trouble.value)
        except NobodyListed:
            return fail_run(run, RunProblem.EMPTY)
        except DirectoryFaulty as error:
            return fail_run(run, RunProblem.FAULTY, entry=error.entry, detail=error.reason)
        except Exception as error:
            fail_run(run, RunProblem.INTERNAL, detail=type(error).__name__)
            raise


def apply_roll(
    *,
    make: Callable[[KnownRoll], Roll],
    source: str,
    transfer: PlannedTransfer,
    purpose: RunPurpose = RunPurpose.TRANSFER,
    afterwards: Callable[[DirectoryRun], None] | None = None,
) -> DirectoryRun:
    """Apply the roll that `make` answers to what is known now, with no limits: somebody has seen what it changes.

    `make` and `afterwards` are called in the one transaction, under the lock of runs; what they raise undoes
    everything, closes the run as failed and is raised on. Raises Refused(GOING_ON) while another run is.
    """
    with the_only_run():
        run = begin_run(purpose=purpose, source=source, transfer=transfer)
        try:
            with transaction.atomic():
                hold_until_commit()
                today = clock.today()
                known = known_roll(today)
                roll = make(known)
                plan = compare(known, roll)
                write_plan(run, plan=plan, roll=roll, known=known, holds=(), counts={})
                apply_plan(plan=plan, known=known, day=today)
                end_run(run, RunState.APPLIED if plan.changes else RunState.UNCHANGED)
                if afterwards is not None:
                    afterwards(run)
                return run
        except Exception as error:
            fail_run(run, RunProblem.INTERNAL, detail=type(error).__name__)
            raise


def planned(run: DirectoryRun, roll: Roll, known: KnownRoll, limits: Limits | None) -> tuple[Plan, Roll]:
    """What `roll` comes to beside the transfers that are planned, written to `run`; and that roll.

    Raises NobodyListed.
    """
    if not roll.people and known.people_here:
        raise NobodyListed
    today = clock.today()
    roll, counts = overlaid(roll, transfers_in_question(today), today)
    plan = compare(known, roll)
    holds = held_because(plan, known, limits) if limits is not None else []
    write_plan(run, plan=plan, roll=roll, known=known, holds=holds, counts=counts)
    return plan, roll


def carry_out(plan: Plan, roll: Roll, known: KnownRoll, *, day: date, since: date | None = None) -> None:
    """Apply `plan`, and end the sessions of those whose password is another one since."""
    apply_plan(plan=plan, known=known, day=day, since=since)
    end_sessions_before_password_changes(roll, known)


def _come_to(run: DirectoryRun, roll: Roll, limits: Limits | None, since: date | None) -> DirectoryRun:
    today = clock.today()
    known = known_roll(today)
    plan, roll = planned(run, roll, known, limits)
    preview = run.purpose == RunPurpose.PREVIEW.value
    if preview and plan.changes:
        return end_run(run, RunState.PLANNED)
    if run.held_because and not preview:
        standing = DirectoryRun.objects.filter(state=RunState.HELD.value, fingerprint=run.fingerprint).first()
        if standing is None:
            return end_run(run, RunState.HELD)
        # The same plan waits already: whoever was told of it need not be told again.
        run.delete()
        standing.finished_at = clock.now()
        standing.save(update_fields=["finished_at"])
        return standing
    if not preview:
        carry_out(plan, roll, known, day=today, since=since)
    return end_run(run, RunState.APPLIED if plan.changes else RunState.UNCHANGED)
