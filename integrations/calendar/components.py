"""A file of a calendar taken apart: its lines unfolded and numbered, and the components that they make up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from integrations.calendar.faults import Fault, Faults, NotACalendar
from integrations.calendar.port import Trouble

_BREAK = re.compile(r"\r\n|\r|\n")
_A_LINE = re.compile(r"([A-Za-z0-9-]+)[ \t]*[;:]")
_IN_A_CALENDAR = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"})
# A letter of several octets with a fold in it: RFC 5545 folds octets, and lets programs be careless.
_FOLD_IN_A_LETTER = re.compile(rb"([\xc2-\xf4][\x80-\xbf]{0,2})(\r?\n[ \t])(?=[\x80-\xbf])")
# Further down nothing is nested that a calendar would have.
_DEEPEST = 8


class Line(NamedTuple):
    """A line as it is meant, without its folds: the number of the first line it stands on, and its name in capitals."""

    number: int
    name: str
    text: str

    @property
    def value(self) -> str:
        """What follows the first colon: the value of a line that has no parameters."""
        return self.text.partition(":")[2].strip()


@dataclass(slots=True)
class Component:
    """A component of a calendar, with the lines that are its own and what is nested in it."""

    name: str
    number: int
    lines: list[Line] = field(default_factory=list)
    nested: list["Component"] = field(default_factory=list)

    def said(self, name: str) -> str:
        """The value of the first line of this name; nothing where there is none."""
        return next((line.value for line in self.lines if line.name == name), "")


def calendars_in(source: str | bytes, *, most_bytes: int, faults: Faults) -> list[Component]:
    """The VCALENDARs of a file. What does not close is left out. Raises NotACalendar where there is none."""
    roots: list[Component] = []
    open_ones: list[Component] = []
    for line in _lines(_text(source, most_bytes, faults), faults):
        name = line.name
        if name == "BEGIN":
            _open(Component(line.value.upper(), line.number), open_ones, roots, faults)
        elif name == "END":
            _close(line, open_ones, roots, faults)
        elif open_ones:
            open_ones[-1].lines.append(line)
    for left in open_ones:
        faults.add(left.number, Fault.NOT_CLOSED)
    roots += [one for one in open_ones[:1] if one.name == "VCALENDAR"]
    calendars = [one for one in roots if one.name == "VCALENDAR"]
    if not calendars:
        raise NotACalendar("it holds no calendar")
    return calendars


def letters_of(octets: bytes) -> str:
    """The text of a file as it came over the line; what is no UTF-8 has a mark in its place."""
    return _closed_up(octets).decode("utf-8-sig", errors="replace")


def _closed_up(octets: bytes) -> bytes:
    """The octets with each fold that parts a letter before that letter."""
    return _FOLD_IN_A_LETTER.sub(rb"\2\1", octets)


def _open(begins: Component, open_ones: list[Component], roots: list[Component], faults: Faults) -> None:
    """Begin a component. What stands in a calendar itself ends whatever was left open before it."""
    if begins.name in _IN_A_CALENDAR:
        while open_ones and open_ones[-1].name != "VCALENDAR":
            faults.add(open_ones.pop().number, Fault.NOT_CLOSED)
    if begins.name == "VCALENDAR" and open_ones:
        faults.add(open_ones[-1].number, Fault.NOT_CLOSED)
        roots += [one for one in open_ones[:1] if one.name == "VCALENDAR"]
        open_ones.clear()
    open_ones.append(begins)


def _close(line: Line, open_ones: list[Component], roots: list[Component], faults: Faults) -> None:
    """End the component that a line names; whatever is still open inside of it never was closed."""
    closes = line.value.upper()
    if not any(one.name == closes for one in open_ones):
        faults.add(line.number, Fault.NOT_CLOSED)
        return
    while True:
        closed = open_ones.pop()
        if closed.name == closes:
            break
        faults.add(closed.number, Fault.NOT_CLOSED)
    if not open_ones:
        roots.append(closed)
    elif len(open_ones) <= _DEEPEST:
        open_ones[-1].nested.append(closed)


def _text(source: str | bytes, most_bytes: int, faults: Faults) -> str:
    # A character has at most four octets, and most files are checked by their number alone.
    if isinstance(source, str) and len(source) <= most_bytes // 4:
        return source.removeprefix("\ufeff")
    octets = source.encode(errors="replace") if isinstance(source, str) else source
    if len(octets) > most_bytes:
        raise NotACalendar(f"it has more than {most_bytes} bytes", Trouble.TOO_LARGE)
    try:
        return _closed_up(octets).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in octets[:4]:
            raise NotACalendar("it is not written in UTF-8") from error
        faults.add(octets.count(b"\n", 0, error.start) + 1, Fault.NOT_UTF8)
        return octets.decode("utf-8-sig", errors="replace")


def _lines(text: str, faults: Faults) -> Iterator[Line]:
    """Lines put together again that were folded (RFC 5545, 3.1)."""
    first, pieces = 0, [""]
    for number, piece in enumerate(_BREAK.split(text), start=1):
        if piece[:1] in {" ", "\t"} and first:
            pieces.append(piece[1:])
        elif piece.strip():
            if first:
                yield from _checked(first, pieces, faults)
            first, pieces = number, [piece]
    if first:
        yield from _checked(first, pieces, faults)


def _checked(number: int, pieces: list[str], faults: Faults) -> Iterator[Line]:
    text = "".join(pieces)
    if match := _A_LINE.match(text):
        yield Line(number, match[1].upper(), text)
    else:
        faults.add(number, Fault.NOT_A_LINE)
