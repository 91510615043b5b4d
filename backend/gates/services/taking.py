"""Taking one file over, from wherever it was left to its end."""

from core import clock
from gates.gate_log import GateLogUnreadable, LogSource
from gates.models import GateLogFile
from gates.policies.file_states import GOING_ON, FileProblem, FileState
from gates.services.claiming import claimed
from gates.services.publishing import publish
from gates.services.reading import FileFaulty, Stopped, problem_of, read_into_staging, start_over


def take_over(*, file_id: int, source: LogSource) -> bool:
    """Read the file and publish it, or go on where that was interrupted; whether it was ours to do.

    Nothing is done where another worker is at it or it is over. A file that cannot be read, or that somebody cancels,
    ends as such and has put nothing into the log; so does one on which the product itself fails, which is raised on.
    """
    with claimed(file_id) as ours:
        if not ours or (file := _begun(file_id)) is None:
            return ours
        try:
            read_into_staging(file=file, source=source)
            _publishing(file)
            publish(file=file)
        except Stopped:
            _end(file, FileState.CANCELLED)
        except (GateLogUnreadable, FileFaulty) as error:
            start_over(file)
            _end(file, FileState.FAILED, problem_of(error))
    return True


def fail(*, file_id: int, reason: str) -> None:
    """End a file on which the product itself failed for the last time; what was read of it stays for another try."""
    file = GateLogFile.objects.get(pk=file_id)
    _end(file, FileState.FAILED, {"code": FileProblem.INTERNAL.value, "line": file.line, "reason": reason, "facts": {}})


def _begun(file_id: int) -> GateLogFile | None:
    """The file, now being read; None where it is over or was cancelled before it began."""
    going_on = GateLogFile.objects.filter(pk=file_id, state__in=[state.value for state in GOING_ON])
    if going_on.filter(cancel_wanted=True).update(
        state=FileState.CANCELLED.value, cancel_wanted=False, touched_at=clock.now(), finished_at=clock.now()
    ):
        return None
    if not going_on.update(state=FileState.READING.value, touched_at=clock.now(), published=0):
        return None
    file: GateLogFile = GateLogFile.objects.get(pk=file_id)
    if file.begun_at is None:
        file.begun_at = clock.now()
        GateLogFile.objects.filter(pk=file_id).update(begun_at=file.begun_at)
    return file


def _publishing(file: GateLogFile) -> None:
    begun = GateLogFile.objects.filter(pk=file.pk, cancel_wanted=False).update(
        state=FileState.PUBLISHING.value, touched_at=clock.now()
    )
    if not begun:
        raise Stopped


def _end(file: GateLogFile, state: FileState, problem: dict[str, object] | None = None) -> None:
    now = clock.now()
    GateLogFile.objects.filter(pk=file.pk).update(
        state=state.value, problem=problem, cancel_wanted=False, finished_at=now, touched_at=now
    )
