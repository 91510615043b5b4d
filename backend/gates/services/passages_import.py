"""Taking gate logs over from this machine: each file whole or not at all, and no passage twice."""

from pathlib import Path

from core.refused import Refused
from gates.gate_log import GateLogUnreadable, LogOnDisk, Trouble
from gates.models import GateLogFile
from gates.policies.file_states import FileState
from gates.policies.refusals import GateLogRefusal
from gates.services.receiving import Received, receive_path
from gates.services.taking import take_over


def import_gate_log(*, file: Path) -> Received:
    """Keep every passage of the log in `file` that is not kept yet; the answer's file is its report.

    Lines that make no sense, cards of nobody and times to come are counted and left out; they go in when the same file
    is imported again after the roll, or the time, has caught up. A content that has nothing more to give is known and
    not read again; one whose import was killed goes on where it was. Raises GateLogUnreadable where the file cannot be
    read to its end; then nothing of it is kept. Raises Refused(GOING_ON) while another process is at the same content.
    """
    received = receive_path(path=file)
    if received.known:
        return received
    if not take_over(file_id=received.file.pk, source=LogOnDisk(file)):
        raise Refused(GateLogRefusal.GOING_ON)
    taken = GateLogFile.objects.get(pk=received.file.pk)
    if taken.state == FileState.FAILED.value:
        raise _unreadable(file, taken)
    return Received(taken, known=False)


def _unreadable(path: Path, file: GateLogFile) -> GateLogUnreadable:
    problem = file.problem or {}
    reason = problem["reason"]
    if file.earlier:
        reason = f"{reason}; what was taken over at {file.earlier['finished_at'][:16].replace('T', ' ')} UTC stands"
    trouble = Trouble(problem["code"]) if problem["code"] in list(Trouble) else Trouble.NO_COLUMN
    return GateLogUnreadable(str(path), trouble, reason, problem["line"], problem["facts"])
