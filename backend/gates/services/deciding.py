"""What people decide about a file: stop it, or have it go on."""

from django.db import transaction

from audit.services import record
from core import clock
from core.refused import Refused
from gates.models import GateLogFile
from gates.policies.file_states import STOPPED, FileState
from gates.policies.refusals import GateLogRefusal
from gates.services.claiming import nobody_is_at
from gates.services.deferring import defer_taking


@transaction.atomic
def cancel_file(*, file_id: int) -> GateLogFile:
    """Stop taking the file over; nothing of it is in the log. A worker that is at it stops within a step.

    One that has stopped already stays as it is. Raises Refused(OVER) where it is done, GateLogFile.DoesNotExist.
    """
    file = _locked(file_id)
    if file.state == FileState.DONE.value:
        raise Refused(GateLogRefusal.OVER)
    if file.state in STOPPED:
        return file
    if nobody_is_at(file_id):
        file.state, file.finished_at = FileState.CANCELLED.value, clock.now()
    else:
        file.cancel_wanted = True
    file.touched_at = clock.now()
    file.save(update_fields=["state", "finished_at", "cancel_wanted", "touched_at"])
    record(kind="gate_log.cancelled", subject_kind="gate_log", subject_id=file.pk, after={"file": file.name})
    return file


@transaction.atomic
def resume_file(*, file_id: int) -> GateLogFile:
    """Have the file taken over after all, on from the line that was reached.

    One that a worker is at stays as it is. Raises Refused: OVER where it is done, GONE where its content is no longer
    kept; GateLogFile.DoesNotExist.
    """
    file = _locked(file_id)
    if file.state == FileState.DONE.value:
        raise Refused(GateLogRefusal.OVER)
    if file.state not in STOPPED and not nobody_is_at(file_id):
        return file
    if not file.parts.exists():
        raise Refused(GateLogRefusal.GONE)
    file.state, file.problem, file.cancel_wanted = FileState.WAITING.value, None, False
    file.finished_at, file.touched_at = None, clock.now()
    file.save(update_fields=["state", "problem", "cancel_wanted", "finished_at", "touched_at"])
    record(kind="gate_log.resumed", subject_kind="gate_log", subject_id=file.pk, after={"file": file.name})
    defer_taking(file.pk)
    return file


def _locked(file_id: int) -> GateLogFile:
    file: GateLogFile = GateLogFile.objects.select_for_update().get(pk=file_id)
    return file
