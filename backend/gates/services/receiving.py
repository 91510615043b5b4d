"""A file comes in: is it known, is it the continuation of one that is, and what is to be done with it."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from django.db import transaction

from audit.context import current_origin
from audit.services import record
from core import clock
from core.locks import Locked, lock
from gates.gate_log import GateLogUnreadable, LogOnDisk, Trouble
from gates.models import GateLogFile, GateLogPart
from gates.policies.file_states import GOING_ON, FileState
from gates.selectors.left_out import could_be_taken_now
from gates.selectors.reports import report_to_keep
from gates.services.deferring import defer_taking
from gates.services.digesting import Content, content_of
from gates.services.reading import start_over
from gates.services.sources import PART_BYTES

_RECEIVING = 3
_LONGEST_NAME = 200
_CANDIDATES = 50
"""How many of the last files are looked at for one of which this could be the continuation."""
_GZIP_MAGIC = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Received:
    """The file, and whether nothing is to be done because its content is known: taken over already, or under way."""

    file: GateLogFile
    known: bool


def receive_upload(*, name: str, content: IO[bytes]) -> Received:
    """Keep what was sent until a worker has taken it over, and have it done; one content is one file however often."""
    described = content_of(content, _lengths())
    with transaction.atomic():
        received = _received(name, described, _packed(content))
        if not received.known:
            _keep_parts(received.file, content)
            defer_taking(received.file.pk)
    return received


def receive_path(*, path: Path) -> Received:
    """The same for a file on this machine, which is read where it lies. Raises GateLogUnreadable where it cannot be."""
    try:
        with LogOnDisk(path).open() as content:
            described = content_of(content, _lengths())
            packed = _packed(content)
    except OSError as error:
        raise GateLogUnreadable(str(path), Trouble.NOT_THERE, error.strerror or str(error)) from error
    with transaction.atomic():
        received = _received(path.name, described, packed)
        if received.known and received.file.state != FileState.DONE.value:
            # Under way, or left by a process that was killed: whoever holds its claim will be found out.
            return Received(received.file, known=False)
    return received


def _received(name: str, content: Content, packed: bool) -> Received:
    lock((Locked.RUN, _RECEIVING))
    file: GateLogFile | None = GateLogFile.objects.select_for_update().filter(digest=content.digest).first()
    if file is None:
        return Received(_new_file(name, content, packed), known=False)
    if file.state in GOING_ON or (file.state == FileState.DONE.value and not could_be_taken_now(file)):
        return Received(file, known=True)
    _begin_again(file, name)
    return Received(file, known=False)


def _new_file(name: str, content: Content, packed: bool) -> GateLogFile:
    before, skipped = _continued(content, packed)
    origin = current_origin()
    now = clock.now()
    file = GateLogFile.objects.create(
        name=name[-_LONGEST_NAME:],
        digest=content.digest,
        size=content.size,
        state=FileState.WAITING.value,
        asked_by=origin.actor_name,
        asked_by_id=origin.actor_id,
        asked_at=now,
        touched_at=now,
        continues=before,
        skipped_lines=skipped,
        line=skipped,
    )
    record(
        kind="gate_log.received",
        subject_kind="gate_log",
        subject_id=file.pk,
        after={"file": file.name, "bytes": file.size, "digest": file.digest},
    )
    return file


def _begin_again(file: GateLogFile, name: str) -> None:
    """Once more, because there is more to take now; one that was cancelled goes on where it was.

    What an earlier reading brought stays, with its report, until the new one is done.
    """
    if file.state == FileState.DONE.value:
        file.earlier = report_to_keep(file)
    if file.state != FileState.CANCELLED.value:
        file.skipped_lines, file.continues = 0, None
        start_over(file)
    origin = current_origin()
    file.name = name[-_LONGEST_NAME:]
    file.state = FileState.WAITING.value
    file.asked_by, file.asked_by_id, file.asked_at = origin.actor_name, origin.actor_id, clock.now()
    file.problem, file.cancel_wanted = None, False
    file.begun_at = file.finished_at = None
    file.touched_at = clock.now()
    file.save()


def _continued(content: Content, packed: bool) -> tuple[GateLogFile | None, int]:
    """The file that this one begins with, and how many of its lines need no second look.

    Of one whose last line may have been written in half, or which left out what could be taken now, no line is passed
    over that may say more today.
    """
    digests = {beginning.digest: beginning for beginning in content.beginnings.values()}
    done = GateLogFile.objects.filter(digest__in=list(digests), state=FileState.DONE.value).order_by("-size")
    for before in done:
        if could_be_taken_now(before):
            continue
        whole = digests[before.digest].whole_lines and not packed
        return before, max(0, before.line if whole else before.line - 1)
    return None, 0


def _lengths() -> Collection[int]:
    done = GateLogFile.objects.filter(state=FileState.DONE.value).order_by("-asked_at", "-pk")
    return list(done.values_list("size", flat=True)[:_CANDIDATES])


def _packed(content: IO[bytes]) -> bool:
    content.seek(0)
    return content.read(2) == _GZIP_MAGIC


def _keep_parts(file: GateLogFile, content: IO[bytes]) -> None:
    GateLogPart.objects.filter(file=file).delete()
    content.seek(0)
    number = 0
    while block := content.read(PART_BYTES):
        GateLogPart.objects.create(file=file, number=number, content=block)
        number += 1
