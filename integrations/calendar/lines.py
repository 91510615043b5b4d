"""Content lines of RFC 5545: text escaped (3.3.11), lines folded by octets (3.1), and files taken apart into lines.

icalendar folds; it does not escape here, because it takes a backslash before an N for the end of a line.
"""

import re
from collections.abc import Iterable
from typing import Any

from icalendar.parser import Contentline, Contentlines

_BREAKS = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
# Control characters and halves of surrogate pairs: no line of a calendar may hold them.
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_MOST_OCTETS = 75


def text_value(text: str) -> str:
    """A text as the value of a property: its ends of lines as a backslash and an n."""
    clean = text if text.isprintable() else _UNWRITABLE.sub("", _BREAKS.sub("\n", text))
    return clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def plain_value(text: str) -> str:
    """An address as the value of a property, on one line and otherwise as it is."""
    return text if text.isprintable() else _UNWRITABLE.sub("", _BREAKS.sub("", text))


def folded(lines: Iterable[str]) -> bytes:
    """Lines as they stand in a file: none longer than 75 octets, no character split, each ended by CRLF."""
    return "".join([f"{_folded(line)}\r\n" for line in lines]).encode()


def unfolded(text: str) -> list[str]:
    """The lines of a file."""
    lines: Any = Contentlines
    return [str(line) for line in lines.from_ical(text) if line]


def property_name(line: str) -> str:
    """What a line is about: `DTSTART` of `dtstart;VALUE=DATE:20261130`."""
    return re.split("[;:]", line, maxsplit=1)[0].strip().upper()


def _folded(line: str) -> str:
    if len(line) <= _MOST_OCTETS and (line.isascii() or len(line.encode()) <= _MOST_OCTETS):
        return line
    octets: bytes = Contentline(line).to_ical()
    return octets.decode()
