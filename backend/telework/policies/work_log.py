"""The log of terminals as CSV: who was logged on from when to when. Pure; knows no Django.

The first line names the columns, in any order and with others between them; then a stretch a line. UTF-8 with or
without a mark, or CP932. Every mistake is told with its line, and a file with one is not taken at all.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

LARGEST_LOG_BYTES = 10_000_000
LONGEST_STRETCH = timedelta(days=2)
CLOCK_TOLERANCE = timedelta(minutes=5)
"""How far the clock of a terminal may run ahead of ours."""
LONGEST_DEVICE = 64
_ENCODINGS = ("utf-8-sig", "cp932")
_TIME = re.compile(r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?", re.ASCII)


class LogMistake(StrEnum):
    """What can be wrong with a file or a line of it."""

    FILE_TOO_LARGE = "file_too_large"
    NOT_TEXT = "not_text"
    NOT_CSV = "not_csv"
    EMPTY = "empty"
    COLUMN_MISSING = "column_missing"
    COLUMN_TWICE = "column_twice"
    CELLS_MISSING = "cells_missing"
    UNKNOWN_PERSON = "unknown_person"
    BAD_TIME = "bad_time"
    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"
    TOO_LONG = "too_long"
    TO_COME = "to_come"
    BAD_DEVICE = "bad_device"


COLUMNS: Mapping[str, Sequence[str]] = {
    "number": ("職員番号", "number"),
    "logged_on_at": ("ログオン", "ログオン日時", "開始", "logged_on_at"),
    "logged_off_at": ("ログオフ", "ログオフ日時", "終了", "logged_off_at"),
    "device": ("端末", "端末名", "device"),
}
"""The names under which each column is known; the first that the header has counts. `device` may be missing."""


@dataclass(frozen=True, slots=True)
class LoggedLine:
    """One line that can be read: a staff number, both ends, the terminal's name ("" where the log has none)."""

    line: int
    number: str
    logged_on_at: datetime
    logged_off_at: datetime
    device: str


@dataclass(frozen=True, slots=True)
class LineMistake:
    """What is wrong in a line; the first line is 1. `value` is what stands there, cut short."""

    line: int
    code: LogMistake
    value: str = ""


@dataclass(slots=True)
class ReadLog:
    """A file as it was read: its lines in order, and every mistake in it."""

    lines: list[LoggedLine] = field(default_factory=list)
    mistakes: list[LineMistake] = field(default_factory=list)

    def wrong(self, line: int, code: LogMistake, value: str = "") -> None:
        self.mistakes.append(LineMistake(line, code, value[:40]))


def read_log(content: bytes, *, zone: tzinfo, now: datetime) -> ReadLog:
    """Read a file whose clock times are those of `zone`. Lines that stand in it twice are there twice."""
    found = ReadLog()
    if len(content) > LARGEST_LOG_BYTES:
        found.wrong(1, LogMistake.FILE_TOO_LARGE)
        return found
    text = _decoded(content)
    if text is None or "\0" in text:
        found.wrong(1, LogMistake.NOT_TEXT)
        return found
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        head = next(rows, None)
        if head is None or not any(cell.strip() for cell in head):
            found.wrong(1, LogMistake.EMPTY)
            return found
        places = _places(head, found)
        if places is None:
            return found
        for cells in rows:
            if any(cell.strip() for cell in cells):
                _read_line(rows.line_num, cells, places, found, zone, now)
    except csv.Error:
        found.wrong(rows.line_num, LogMistake.NOT_CSV)
    return found


def _decoded(content: bytes) -> str | None:
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _places(head: Sequence[str], found: ReadLog) -> dict[str, int] | None:
    written = [_plain(cell).casefold() for cell in head]
    places: dict[str, int] = {}
    for column, names in COLUMNS.items():
        known = [name for name in (_plain(name).casefold() for name in names) if name in written]
        if known:
            places[column] = written.index(known[0])
            if written.count(known[0]) > 1:
                found.wrong(1, LogMistake.COLUMN_TWICE, names[0])
        elif column != "device":
            found.wrong(1, LogMistake.COLUMN_MISSING, names[0])
    return None if found.mistakes else places


def _read_line(
    line: int, cells: Sequence[str], places: Mapping[str, int], found: ReadLog, zone: tzinfo, now: datetime
) -> None:
    if len(cells) <= max(places.values()):
        found.wrong(line, LogMistake.CELLS_MISSING)
        return
    values = {column: _plain(cells[place]) for column, place in places.items()}
    before = len(found.mistakes)
    number, device = values["number"], values.get("device", "")
    if not 0 < len(number) <= 16:
        found.wrong(line, LogMistake.UNKNOWN_PERSON, number)
    if len(device) > LONGEST_DEVICE or not device.isprintable():
        found.wrong(line, LogMistake.BAD_DEVICE, device)
    on, off = (_instant(values[column], zone) for column in ("logged_on_at", "logged_off_at"))
    for written, instant in ((values["logged_on_at"], on), (values["logged_off_at"], off)):
        if instant is None:
            found.wrong(line, LogMistake.BAD_TIME, written)
    if on is not None and off is not None:
        if off <= on:
            found.wrong(line, LogMistake.ENDS_BEFORE_IT_BEGINS, values["logged_off_at"])
        elif off - on > LONGEST_STRETCH:
            found.wrong(line, LogMistake.TOO_LONG, values["logged_off_at"])
        elif off > now + CLOCK_TOLERANCE:
            found.wrong(line, LogMistake.TO_COME, values["logged_off_at"])
        elif len(found.mistakes) == before:
            found.lines.append(LoggedLine(line, number, on, off, device))


def _instant(text: str, zone: tzinfo) -> datetime | None:
    parts = _TIME.fullmatch(text)
    if parts is None:
        return None
    year, month, day, hour, minute, second = (int(part) for part in parts.groups("0"))
    if not 2000 <= year <= 2099:
        return None
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None
