"""Reading a file into the waiting room: in steps that stay, so that a killed reading goes on where it was."""

from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import connection, transaction
from django.db.models import Count

from core import clock
from gates.gate_log import FaultyLine, GateLogUnreadable, LogSource, Passage, Trouble, gate_log_in
from gates.models import GateLogFile, StagedPassage
from gates.policies.file_states import FileProblem
from gates.policies.gate_code import floor_code_of
from gates.services.counting import CLOCK_TOLERANCE, Counting
from gates.services.keeping import gate_floors
from gates.services.sources import Watched
from people.models import Person

LINES_AT_ONCE = 50_000
_COPY = "COPY gates_stagedpassage (file_id, line, person_id, gate, floor_id, direction, at) FROM STDIN"
_UNKNOWN = """
INSERT INTO gates_unknowncard (file_id, day, card, passages, staged)
SELECT %s, day, card, passages, true FROM unnest(%s::date[], %s::text[], %s::int[]) AS given (day, card, passages)
ON CONFLICT (file_id, day, card, staged) DO UPDATE SET passages = gates_unknowncard.passages + excluded.passages
"""
_REASONS = {
    FileProblem.EMPTY: "there is no line below the header",
    FileProblem.TOO_MANY_FAULTS: "most of it makes no sense, beginning with this line",
}
_NULL = "\\N"
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


class Stopped(Exception):
    """Somebody cancelled the file."""


class FileFaulty(Exception):
    """The file can be read and is no gate log of ours."""

    def __init__(self, problem: FileProblem, line: int) -> None:
        super().__init__(_REASONS[problem])
        self.problem = problem
        self.line = line


def read_into_staging(*, file: GateLogFile, source: LogSource) -> None:
    """Stage every passage in `source` of somebody on the roll, on from the line that `file` has reached.

    Each step of LINES_AT_ONCE lines is a transaction with the counts so far. Raises GateLogUnreadable where the file
    cannot be read to its end, FileFaulty where most or all of it makes no sense, and Stopped once it was cancelled.
    """
    _start_over_if_lost(file)
    watched = Watched(source, file.size)
    latest = (clock.now() + CLOCK_TOLERANCE).astimezone(clock.city_zone())
    counting = Counting(people=dict(Person.objects.values_list("number", "pk")), latest=latest)
    counting.goes_on_from(file)
    rows = _Rows(file.pk, counting)
    line = file.line
    entries = gate_log_in(watched).entries(after_line=max(file.line, 1))
    while step := list(islice(entries, LINES_AT_ONCE)):
        line = step[-1].line
        text = rows.of(step)
        if counting.too_many_faults:
            raise FileFaulty(FileProblem.TOO_MANY_FAULTS, counting.first_faulty)
        _keep(file, counting, text, line=line, read_bytes=watched.read_bytes)
    if watched.read_bytes != file.size:
        raise GateLogUnreadable(file.name, Trouble.CUT_OFF, "the file was changed while it was read", line)
    if not file.skipped_lines:
        if counting.read == 0:
            raise FileFaulty(FileProblem.EMPTY, 1)
        if counting.faulty == counting.read:
            raise FileFaulty(FileProblem.TOO_MANY_FAULTS, counting.first_faulty)


class _Rows:
    """Lines of COPY. Gates come again and again, so what each comes to is worked out once."""

    def __init__(self, file_id: int, counting: Counting) -> None:
        self._file_id = file_id
        self._counting = counting
        self._floors = gate_floors()
        self._gates: dict[str, str] = {}

    def of(self, entries: Iterable[Passage | FaultyLine]) -> str:
        return "".join(self._each(entries))

    def _each(self, entries: Iterable[Passage | FaultyLine]) -> Iterator[str]:
        file_id, person_of, gates = self._file_id, self._counting.person_of, self._gates
        for entry in entries:
            person = person_of(entry)
            if person is None or isinstance(entry, FaultyLine):
                continue
            at, _card, gate, direction, line = entry
            where = gates.get(gate) or self._where(gate)
            yield f"{file_id}\t{line}\t{person}\t{where}\t{direction.value}\t{at.isoformat()}\n"

    def _where(self, gate: str) -> str:
        floor = self._floors.get(floor_code_of(gate) or "")
        where = f"{gate.translate(_ESCAPES)}\t{_NULL if floor is None else floor}"
        if len(self._gates) < LINES_AT_ONCE:
            self._gates[gate] = where
        return where


@transaction.atomic
def _keep(file: GateLogFile, counting: Counting, text: str, *, line: int, read_bytes: int) -> None:
    """One step: what was staged and how far it went, together or not at all."""
    reached = {
        "line": line,
        "read_bytes": read_bytes,
        "staged": counting.staged,
        "read": counting.read,
        "unknown": counting.unknown,
        "future": counting.future,
        "faulty": counting.faulty,
        "faults": counting.faults,
        "touched_at": clock.now(),
    }
    if not GateLogFile.objects.filter(pk=file.pk, cancel_wanted=False).update(**reached):
        raise Stopped
    for name, value in reached.items():
        setattr(file, name, value)
    with connection.cursor() as cursor:
        if text:
            with cursor.copy(_COPY) as copy:
                copy.write(text)
        if counting.unknown_cards:
            days, cards = zip(*counting.unknown_cards, strict=True)
            cursor.execute(_UNKNOWN, [file.pk, list(days), list(cards), list(counting.unknown_cards.values())])
            counting.unknown_cards.clear()


def _start_over_if_lost(file: GateLogFile) -> None:
    """The waiting room does not survive a crash of PostgreSQL: what was read into it is read again."""
    there = StagedPassage.objects.filter(file_id=file.pk).aggregate(rows=Count("line"))["rows"]
    if there != file.staged:
        start_over(file)


@transaction.atomic
def start_over(file: GateLogFile) -> None:
    """Forget what was read of `file` so far; what came of an earlier reading stays."""
    StagedPassage.objects.filter(file_id=file.pk).delete()
    file.unknown_cards.filter(staged=True).delete()
    file.line = file.skipped_lines
    file.read_bytes = file.staged = file.published = 0
    file.read = file.new = file.doubles = file.unknown = file.future = file.faulty = 0
    file.first_day = file.last_day = None
    file.faults = []
    file.touched_at = clock.now()
    file.save()


def problem_of(error: GateLogUnreadable | FileFaulty) -> dict[str, object]:
    """What a file keeps of why it failed: code, line, and what helps to mend it."""
    if isinstance(error, FileFaulty):
        return {"code": error.problem.value, "line": error.line, "reason": str(error), "facts": {}}
    code = FileProblem(error.trouble.value)
    return {"code": code.value, "line": error.line, "reason": error.reason, "facts": dict(error.facts)}
