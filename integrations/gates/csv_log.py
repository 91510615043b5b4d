"""A gate log as CSV: a header that names the columns, then a passage a line.

Columns are found by their names in the header, in any order and with others between them. Lines are read one at a time,
so a year's file needs no more memory than a day's; a line that makes no sense is told with its number and the next one
is read.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from pathlib import Path
from types import MappingProxyType

from integrations.gates.encoded_lines import LONGEST_LINE_BYTES, encoding_of, raw_lines, without_mark
from integrations.gates.port import Direction, FaultyLine, GateLogUnreadable, Passage

_SHOWN_CHARACTERS = 80
_LONGEST_CARD, _LONGEST_GATE = 32, 16
_TIME = re.compile(r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?")
_DIRECTIONS = {
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

    @property
    def last(self) -> int:
        return max(self.at, self.card, self.gate, self.direction)


@dataclass(frozen=True, slots=True)
class CsvGateLog:
    """The log in the file at `path`, whose clock times are those of `zone`."""

    path: Path
    zone: tzinfo
    columns: Columns = Columns()
    directions: Mapping[str, Direction] = field(default_factory=lambda: MappingProxyType(_DIRECTIONS))

    def entries(self) -> Iterator[Passage | FaultyLine]:
        """Every line after the header, in the order of the file; empty lines are left out.

        Raises GateLogUnreadable where the file, its header or its compressed stream cannot be read, also half-way.
        """
        encoding = encoding_of(self.path)
        lines = enumerate(raw_lines(self.path), start=1)
        places = self._places(next(lines, (0, b""))[1], encoding)
        for number, raw in lines:
            if raw.strip():
                yield self._entry(number, raw, encoding, places)

    def _places(self, raw: bytes, encoding: str) -> _Places:
        header = [_plain(name) for name in _cells(without_mark(raw).decode(encoding, "replace")) or ()]
        found = {}
        for column in ("at", "card", "gate", "direction"):
            names = getattr(self.columns, column)
            at = next((header.index(_plain(name)) for name in names if _plain(name) in header), None)
            if at is None:
                raise GateLogUnreadable(str(self.path), f"the first line names no column {' or '.join(names)}")
            found[column] = at
        return _Places(**found)

    def _entry(self, number: int, raw: bytes, encoding: str, places: _Places) -> Passage | FaultyLine:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            return _faulty(number, raw.decode(encoding, "replace"), f"not {encoding} text")
        if len(raw) > LONGEST_LINE_BYTES:
            return _faulty(number, text, "the line is too long")
        cells = _cells(text)
        if cells is None or "\0" in text:
            return _faulty(number, text, "not a line of CSV")
        if len(cells) <= places.last:
            return _faulty(number, text, f"{len(cells)} columns where {places.last + 1} are needed")
        return self._passage(number, text, [unicodedata.normalize("NFKC", cell).strip() for cell in cells], places)

    def _passage(self, number: int, text: str, cells: Sequence[str], places: _Places) -> Passage | FaultyLine:
        at = _instant(cells[places.at], self.zone)
        if at is None:
            return _faulty(number, text, f"{cells[places.at]!r} is no time")
        direction = self.directions.get(cells[places.direction].casefold())
        if direction is None:
            return _faulty(number, text, f"{cells[places.direction]!r} is neither 入 nor 退")
        card, gate = cells[places.card], cells[places.gate]
        if not 0 < len(card) <= _LONGEST_CARD:
            return _faulty(number, text, f"{card[:_LONGEST_CARD]!r} is no card number")
        if not 0 < len(gate) <= _LONGEST_GATE:
            return _faulty(number, text, f"{gate[:_LONGEST_GATE]!r} is no gate")
        return Passage(at, card, gate, direction, number)


def _cells(text: str) -> list[str] | None:
    try:
        return next(csv.reader([text], strict=True), None)
    except csv.Error:
        return None


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


def _faulty(number: int, text: str, reason: str) -> FaultyLine:
    return FaultyLine(number, reason, text[:_SHOWN_CHARACTERS])
