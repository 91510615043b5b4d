"""A gate log as CSV: a header that names the columns, then a passage a line.

Columns are found by their names in the header, in any order and with others between them. Lines are read one at a time,
so a year's file needs no more memory than a day's; a line that makes no sense is told with its number and the next one
is read. Nearly every line is plain (no quotes, ASCII but for the direction, 19 characters of time), and is read by a
few cheap steps; whatever is not goes the long way.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, tzinfo
from itertools import islice
from types import MappingProxyType

from integrations.gates.encoded_lines import LONGEST_LINE_BYTES, encoding_of, raw_lines, without_mark
from integrations.gates.port import Direction, Fault, FaultyLine, GateLogUnreadable, LogSource, Passage, Trouble

_SHOWN_CHARACTERS = 80
_SHOWN_COLUMNS = 20
_LONGEST_CARD, _LONGEST_GATE = 32, 16
_OTHER_ENCODINGS = ("euc_jp", "iso2022_jp")
_WHOLE_TIME = len("2026/11/02 07:02:31")
_TIME = re.compile(r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?")
FIRST_DAY = date(2000, 1, 1)
"""Before it no gate of ours wrote anything."""
DIRECTIONS = {
    **dict.fromkeys(("入", "入室", "入館", "入場", "in"), Direction.IN),
    **dict.fromkeys(("退", "退室", "退館", "退場", "出", "out"), Direction.OUT),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The names under which each column is known; the first that the header has counts."""

    at: Sequence[str] = ("日時", "通過日時", "time", "at")
    card: Sequence[str] = ("職員番号", "カード番号", "card", "number")
    gate: Sequence[str] = ("ゲート", "扉", "gate")
    direction: Sequence[str] = ("入退", "入退室", "区分", "direction")


@dataclass(frozen=True, slots=True)
class _Places:
    at: int
    card: int
    gate: int
    direction: int
    columns: int

    @property
    def last(self) -> int:
        return max(self.at, self.card, self.gate, self.direction)


@dataclass(frozen=True, slots=True)
class CsvGateLog:
    """The log in `source`, whose clock times are those of `zone`. What it says of days before `first_day` is faulty.

    `directions` are the words for 入 and 退, in lower case.
    """

    source: LogSource
    zone: tzinfo
    columns: Columns = Columns()
    directions: Mapping[str, Direction] = field(default_factory=lambda: MappingProxyType(DIRECTIONS))
    first_day: date = FIRST_DAY

    def entries(self, *, after_line: int = 1) -> Iterator[Passage | FaultyLine]:
        """Every line after the header, in the order of the file; empty lines are left out.

        With `after_line` those up to that line are passed over. Raises GateLogUnreadable where the file, its header or
        its compressed stream cannot be read, also half-way.
        """
        encoding = encoding_of(self.source)
        lines = enumerate(raw_lines(self.source), start=1)
        header = next(lines, None)
        if header is None:
            raise GateLogUnreadable(self.source.name, Trouble.EMPTY, "there is nothing in the file", 0)
        places = self._places(header[1], encoding)
        read = _Reading(self, encoding, places)
        for number, raw in islice(lines, max(0, after_line - 1), None):
            if entry := read.quickly(number, raw):
                yield entry
            elif raw.strip():
                yield read.entry(number, raw)

    def _places(self, raw: bytes, encoding: str) -> _Places:
        header = _names(raw, encoding)
        found = {}
        for column in ("at", "card", "gate", "direction"):
            names = getattr(self.columns, column)
            name = next((plain for name in names if (plain := _plain(name)) in header), None)
            facts = {
                "column": column,
                "names": list(names),
                "found": [name[:_SHOWN_CHARACTERS].replace("\0", "") for name in header[:_SHOWN_COLUMNS]],
            }
            if name is None:
                self._tell_other_encoding(raw, names)
                reason = f"the first line names no column {' or '.join(names)}"
                raise GateLogUnreadable(self.source.name, Trouble.NO_COLUMN, reason, 1, facts)
            if header.count(name) > 1:
                reason = f"the first line names two columns {name}"
                raise GateLogUnreadable(self.source.name, Trouble.COLUMN_TWICE, reason, 1, facts)
            found[column] = header.index(name)
        return _Places(**found, columns=len(header))

    def _tell_other_encoding(self, header: bytes, names: Sequence[str]) -> None:
        for encoding in _OTHER_ENCODINGS:
            if not {_plain(name) for name in names}.isdisjoint(_names(header, encoding)):
                reason = f"the text is in {encoding}, and neither in UTF-8 nor in CP932 (Shift_JIS)"
                raise GateLogUnreadable(self.source.name, Trouble.ENCODING, reason, 1)


class _Reading:
    """One reading of a log: its columns and encoding, and what was worked out once."""

    def __init__(self, log: CsvGateLog, encoding: str, places: _Places) -> None:
        self._log = log
        self._encoding = encoding
        self._zone = log.zone
        self._earliest = datetime.combine(log.first_day, time.min, tzinfo=log.zone)
        self._places = places
        self._last = places.last
        self._columns = places.columns
        self._ways: dict[str, Direction | None] = {}

    def quickly(self, number: int, raw: bytes) -> Passage | None:
        """The passage of a plain line, None for whatever has to be looked at closely."""
        places = self._places
        try:
            cells = raw.decode(self._encoding).split(",")
            at = datetime.fromisoformat((moment := cells[places.at]).replace("/", "-"))
            direction = self._way(cells[places.direction])
            card, gate = cells[places.card], cells[places.gate]
        except (ValueError, IndexError):  # UnicodeDecodeError is a ValueError
            return None
        if (
            direction is None
            or len(cells) != self._columns
            or len(moment) != _WHOLE_TIME
            or at.tzinfo is not None
            or not (card.isalnum() and card.isascii() and len(card) <= _LONGEST_CARD)
            or not (gate.isascii() and gate.isprintable() and 0 < len(gate) <= _LONGEST_GATE)
            or gate.strip() != gate
            or b'"' in raw
            or len(raw) > LONGEST_LINE_BYTES
        ):
            return None
        at = at.replace(tzinfo=self._zone)
        return Passage(at, card, gate, direction, number) if at >= self._earliest else None

    def entry(self, number: int, raw: bytes) -> Passage | FaultyLine:
        """What a line says that is not empty."""
        try:
            text = raw.decode(self._encoding)
        except UnicodeDecodeError:
            readable = raw.decode(self._encoding, "replace")
            return _faulty(number, readable, Fault.NOT_TEXT, f"not {self._encoding} text")
        if len(raw) > LONGEST_LINE_BYTES:
            return _faulty(number, text, Fault.TOO_LONG, "the line is too long")
        cells = _cells(text)
        if cells is None or "\0" in text:
            return _faulty(number, text, Fault.NOT_CSV, "not a line of CSV")
        if len(cells) <= self._last:
            return _faulty(number, text, Fault.COLUMNS, f"{len(cells)} columns where {self._last + 1} are needed")
        if any(cell.strip() for cell in cells[self._columns :]):
            return _faulty(number, text, Fault.COLUMNS, f"{len(cells)} columns where the header has {self._columns}")
        return self._passage(number, text, [unicodedata.normalize("NFKC", cell).strip() for cell in cells])

    def _passage(self, number: int, text: str, cells: Sequence[str]) -> Passage | FaultyLine:
        moment, way = cells[self._places.at], cells[self._places.direction]
        at = _instant(moment, self._zone)
        if at is None:
            return _faulty(number, text, Fault.TIME, f"{moment[:_SHOWN_CHARACTERS]!r} is no time")
        if at < self._earliest:
            return _faulty(number, text, Fault.BEFORE, f"{moment!r} is before {self._log.first_day}")
        direction = self._way(way)
        if direction is None:
            return _faulty(number, text, Fault.DIRECTION, f"{way[:_SHOWN_CHARACTERS]!r} is neither 入 nor 退")
        card, gate = cells[self._places.card], cells[self._places.gate]
        if not 0 < len(card) <= _LONGEST_CARD:
            return _faulty(number, text, Fault.CARD, f"{card[:_LONGEST_CARD]!r} is no card number")
        if not 0 < len(gate) <= _LONGEST_GATE:
            return _faulty(number, text, Fault.GATE, f"{gate[:_LONGEST_GATE]!r} is no gate")
        return Passage(at, card, gate, direction, number)

    def _way(self, word: str) -> Direction | None:
        if word in self._ways:
            return self._ways[word]
        way = self._log.directions.get(_plain(word))
        if way is not None:  # the few words of a log; whatever else stands there is not kept
            self._ways[word] = way
        return way


def _cells(text: str) -> list[str] | None:
    try:
        return next(csv.reader([text], strict=True), None)
    except csv.Error:
        return None


def _names(raw: bytes, encoding: str) -> list[str]:
    """The names of a header, plain."""
    return [_plain(name) for name in _cells(without_mark(raw).decode(encoding, "replace")) or ()]


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).strip().casefold()


def _instant(text: str, zone: tzinfo) -> datetime | None:
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None


def _faulty(number: int, text: str, fault: Fault, reason: str) -> FaultyLine:
    return FaultyLine(number, fault, reason, text[:_SHOWN_CHARACTERS].replace("\0", "\N{REPLACEMENT CHARACTER}"))
