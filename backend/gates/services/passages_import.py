"""Taking gate logs over: each file whole or not at all, and no passage twice."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from django.db import transaction

from audit.services import record
from core import clock
from core.locks import Locked, lock
from gates.gate_log import FaultyLine, Passage, gate_log_in_file
from gates.services.import_report import GateLogReport
from gates.services.keeping import PassageSeen, gate_floors, keep_passages
from people.models import Person

GATE_LOG_IMPORTED = "gate_log.imported"
CLOCK_TOLERANCE = timedelta(minutes=5)
"""How far a gate's clock may run ahead of ours before its word is not taken."""
ROWS_AT_ONCE = 5_000
_RUN = 2


@transaction.atomic
def import_gate_log(*, file: Path) -> GateLogReport:
    """Keep every passage of the log in `file` that is not kept yet.

    Lines that make no sense, cards of nobody and times to come are counted and left out; what is left out today goes in
    when the same file is imported again after the roll has caught up. Raises GateLogUnreadable where the file cannot be
    read to its end; then nothing of it is kept. One import runs at a time.
    """
    lock((Locked.RUN, _RUN))
    report = GateLogReport(file.name)
    latest = clock.now() + CLOCK_TOLERANCE
    people = dict(Person.objects.values_list("number", "pk"))
    floors = gate_floors()
    passages = _countable(gate_log_in_file(file).entries(), report, people, latest)
    while batch := list(islice(passages, ROWS_AT_ONCE)):
        kept = keep_passages(source=file.name, passages=batch, floors=floors)
        report.new += kept
        report.doubles += len(batch) - kept
    record(
        kind=GATE_LOG_IMPORTED,
        subject_kind="gate_log",
        subject_id=0,
        after={
            "file": report.file,
            "read": report.read,
            "new": report.new,
            "doubles": report.doubles,
            "unknown": report.unknown,
            "future": report.future,
            "faulty": len(report.faulty),
        },
    )
    return report


def _countable(
    entries: Iterable[Passage | FaultyLine], report: GateLogReport, people: Mapping[str, int], latest: datetime
) -> Iterator[PassageSeen]:
    """Those that can be kept; the others are counted in the report."""
    for entry in entries:
        report.read += 1
        if isinstance(entry, FaultyLine):
            report.faulty.append(entry)
        elif entry.card not in people:
            report.unknown += 1
            report.unknown_cards.add(entry.card)
        elif entry.at > latest:
            report.future += 1
        else:
            yield PassageSeen(people[entry.card], entry.gate, entry.direction.value, entry.at, entry.line)
