"""What is counted while a file is read: of each line either a passage to keep, or why it is left out."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from core import clock
from gates.gate_log import FaultyLine, Passage
from gates.models import GateLogFile

CLOCK_TOLERANCE = timedelta(minutes=5)
"""How far a gate's clock may run ahead of ours before its word is not taken."""
KEPT_FAULTS = 200
FUTURE = "future"
_TOO_MANY_AT_LEAST = 100
_TOO_MANY_IN_TEN = 1


@dataclass(slots=True)
class Counting:
    """Counts of the lines of one file; they add up to `read`.

    `staged` are passages of people on the roll, `unknown` are of cards that belong to nobody there (by day and card in
    `unknown_cards`, since it was last emptied), `future` are of a clock that runs ahead, `faulty` make no sense. The
    first of the last two are in `faults`, with their lines. `latest` is in the log's own zone,
    which is compared quickest.
    """

    people: Mapping[str, int]
    latest: datetime
    read: int = 0
    staged: int = 0
    unknown: int = 0
    future: int = 0
    faulty: int = 0
    faults: list[dict[str, Any]] = field(default_factory=list)
    unknown_cards: Counter[tuple[date, str]] = field(default_factory=Counter)

    def goes_on_from(self, file: GateLogFile) -> None:
        """Take up the counts at which an earlier reading of `file` was stopped."""
        self.read, self.staged, self.unknown = file.read, file.staged, file.unknown
        self.future, self.faulty, self.faults = file.future, file.faulty, list(file.faults)

    def person_of(self, entry: Passage | FaultyLine) -> int | None:
        """The person whose passage this is, or None for what is left out; either way it is counted."""
        self.read += 1
        if isinstance(entry, FaultyLine):
            self.faulty += 1
            self._tell(entry.line, entry.fault.value, entry.text)
            return None
        if entry.at > self.latest:
            self.future += 1
            self._tell(entry.line, FUTURE, f"{entry.at:%Y/%m/%d %H:%M:%S} {entry.gate}")
            return None
        person = self.people.get(entry.card)
        if person is None:
            self.unknown += 1
            self.unknown_cards[(clock.city_day(entry.at), entry.card)] += 1
            return None
        self.staged += 1
        return person

    @property
    def too_many_faults(self) -> bool:
        """Whether so many lines make no sense that the file is something else, or is read in a wrong way."""
        return self.faulty > _TOO_MANY_AT_LEAST and self.faulty * 10 > self.read * _TOO_MANY_IN_TEN

    @property
    def first_faulty(self) -> int:
        """The line that makes no sense first, as far as it is kept; 0 where it is not."""
        return next((fault["line"] for fault in self.faults if fault["code"] != FUTURE), 0)

    def _tell(self, line: int, code: str, text: str) -> None:
        if len(self.faults) < KEPT_FAULTS:
            self.faults.append({"line": line, "code": code, "text": text})
