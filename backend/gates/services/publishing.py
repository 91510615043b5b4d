"""Putting a file's passages into the log: all in one transaction, told of while it goes on."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction

from audit.services import record
from core import clock
from core.locks import Locked, lock
from gates.models import GateLogFile, GateLogPart, StagedPassage
from gates.policies.file_states import FileState
from gates.services.reading import Stopped

GATE_LOG_IMPORTED = "gate_log.imported"
LINES_AT_ONCE = 200_000
_RUN = 2
_LONGEST_NAME = 200
# In the order of the file, which is that of time: rows that were passed together lie together.
_PUBLISH = """
WITH kept AS (
  INSERT INTO gates_gatepassage (person_id, gate, floor_id, direction, at, source_file, source_line)
  SELECT person_id, gate, floor_id, direction, at, %s, line
    FROM gates_stagedpassage
   WHERE file_id = %s AND line > %s AND line <= %s
   ORDER BY line
  ON CONFLICT (person_id, at, gate, direction) DO NOTHING
  RETURNING at
)
SELECT count(*), min(at), max(at) FROM kept
"""
_DAYS_OF_STAGED = "SELECT min(at), max(at) FROM gates_stagedpassage WHERE file_id = %s"
_TOLD = "UPDATE gates_gatelogfile SET published = %s, touched_at = %s WHERE id = %s RETURNING cancel_wanted"
_ANALYSED_FROM = 100_000


@dataclass(slots=True)
class _New:
    """How many passages were new, and the first and last instant of them."""

    count: int = 0
    first: datetime | None = None
    last: datetime | None = None

    def add(self, count: int, first: datetime | None, last: datetime | None) -> None:
        self.count += count
        if first is not None and last is not None:
            self.first = first if self.first is None else min(self.first, first)
            self.last = last if self.last is None else max(self.last, last)


def publish(*, file: GateLogFile) -> None:
    """Put what is staged of `file` into the log, end the file as done and record it; or, where it fails, nothing.

    Passages known already are counted as doubles. Raises Stopped when somebody cancels meanwhile. One file at a time.
    """
    with _Teller(file) as teller, transaction.atomic():
        lock((Locked.RUN, _RUN))
        with connection.cursor() as cursor:
            # Checked slice by slice: until the commit, millions of rows to check would wait in PostgreSQL's memory.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        new = _New()
        for after in range(file.skipped_lines, file.line, LINES_AT_ONCE):
            new.add(*_slice(file, after))
            teller.tell(min(after + LINES_AT_ONCE, file.line))
        _end(file, new)


def _slice(file: GateLogFile, after: int) -> tuple[int, datetime | None, datetime | None]:
    with connection.cursor() as cursor:
        cursor.execute(_PUBLISH, [file.name[-_LONGEST_NAME:], file.pk, after, after + LINES_AT_ONCE])
        count, first, last = cursor.fetchone()
    return count, first, last


def _end(file: GateLogFile, new: _New) -> None:
    file.new, file.doubles = new.count, file.staged - new.count
    file.first_day, file.last_day = _days(file)
    file.state = FileState.DONE.value
    file.finished_at = file.touched_at = clock.now()
    ended = GateLogFile.objects.filter(pk=file.pk, cancel_wanted=False).update(
        new=file.new,
        doubles=file.doubles,
        first_day=file.first_day,
        last_day=file.last_day,
        published=file.line,
        state=file.state,
        earlier=None,
        finished_at=file.finished_at,
        touched_at=file.touched_at,
    )
    if not ended:
        raise Stopped
    StagedPassage.objects.filter(file_id=file.pk).delete()
    GateLogPart.objects.filter(file=file).delete()
    file.unknown_cards.filter(staged=False).delete()
    file.unknown_cards.update(staged=False)
    if file.new >= _ANALYSED_FROM:
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE gates_gatepassage")
    record(kind=GATE_LOG_IMPORTED, subject_kind="gate_log", subject_id=file.pk, after=_said(file, new))


def _said(file: GateLogFile, new: _New) -> dict[str, Any]:
    return {
        "file": file.name,
        "read": file.read,
        "new": file.new,
        "doubles": file.doubles,
        "unknown": file.unknown,
        "future": file.future,
        "faulty": file.faulty,
        "first_day": None if new.first is None else clock.city_day(new.first),
        "last_day": None if new.last is None else clock.city_day(new.last),
    }


def _days(file: GateLogFile) -> tuple[date | None, date | None]:
    with connection.cursor() as cursor:
        cursor.execute(_DAYS_OF_STAGED, [file.pk])
        first, last = cursor.fetchone()
    return (None, None) if first is None else (clock.city_day(first), clock.city_day(last))


class _Teller:
    """Says how far the transaction is, by a connection beside it: what goes on inside, nobody else can see."""

    def __init__(self, file: GateLogFile) -> None:
        self._file = file
        # A file of one slice is over before anybody asks.
        self._beside = connection.copy() if file.line - file.skipped_lines > LINES_AT_ONCE else None

    def __enter__(self) -> "_Teller":
        return self

    def __exit__(self, *_: object) -> None:
        if self._beside is not None:
            self._beside.close()

    def tell(self, line: int) -> None:
        if self._beside is None or line >= self._file.line:
            return
        with self._beside.cursor() as cursor:
            cursor.execute(_TOLD, [line, clock.now(), self._file.pk])
            row = cursor.fetchone()
        if row is not None and row[0]:
            raise Stopped
