"""What RFC 5545 asks of a file of calendars, checked on its octets and not by the library that wrote it."""

import re
from collections.abc import Iterator

ONCE = {
    "VCALENDAR": ("PRODID", "VERSION"),
    "VEVENT": ("UID", "DTSTAMP", "DTSTART"),
    "VTIMEZONE": ("TZID",),
    "STANDARD": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
}
"""3.6: the properties that each component has exactly once."""
MOST_OCTETS = 75
_NAME = re.compile(r"[A-Z0-9-]+")
_TZID = re.compile(r";TZID=([^:;]+)")


def problems_of(octets: bytes) -> list[str]:
    """Everything that is wrong with the file; empty for a file that a strict reader takes."""
    return [*_of_lines(octets), *_of_components(octets)]


def unfolded(octets: bytes) -> list[str]:
    """The content lines, put together again (3.1)."""
    return octets.decode().replace("\r\n ", "").replace("\r\n\t", "").split("\r\n")[:-1]


def _of_lines(octets: bytes) -> Iterator[str]:
    if not octets.endswith(b"\r\n"):
        yield "the last line has no end"
    if b"\n" in octets.replace(b"\r\n", b"") or b"\r" in octets.replace(b"\r\n", b""):
        yield "a line ends in something else than CRLF"
    for number, line in enumerate(octets.split(b"\r\n"), 1):
        if len(line) > MOST_OCTETS:
            yield f"line {number} has {len(line)} octets"
        try:
            line.decode()
        except UnicodeDecodeError:
            yield f"line {number} was folded in the middle of a sign"


def _of_components(octets: bytes) -> Iterator[str]:
    lines = unfolded(octets)
    names_of_open: list[tuple[str, list[str]]] = []
    for line in lines:
        name, value = _name(line), line.partition(":")[2]
        if not _NAME.fullmatch(name) or ":" not in line:
            yield f"no content line: {line}"
        elif name == "BEGIN":
            names_of_open.append((value, []))
        elif name == "END":
            component, names = names_of_open.pop()
            yield from _of_component(component, names, value)
        else:
            names_of_open[-1][1].append(name)
    if names_of_open:
        yield f"{names_of_open[-1][0]} does not end"
    yield from _of_references(lines)


def _of_component(component: str, names: list[str], ended_as: str) -> Iterator[str]:
    if component != ended_as:
        yield f"{component} ends as {ended_as}"
    for wanted in ONCE.get(component, ()):
        if names.count(wanted) != 1:
            yield f"{component} has {names.count(wanted)} times {wanted}"
    if component == "VEVENT" and not {"DTEND", "DURATION"} & set(names):
        yield "an event without an end"


def _of_references(lines: list[str]) -> Iterator[str]:
    zones = {line.partition(":")[2] for line in lines if _name(line) == "TZID"}
    used = {zone for line in lines for zone in _TZID.findall(line.partition(":")[0])}
    if used - zones:
        yield f"zones that nothing defines: {sorted(used - zones)}"
    uids = [line for line in lines if _name(line) == "UID"]
    if len(uids) != len(set(uids)):
        yield "one UID for several events"


def _name(line: str) -> str:
    return re.split("[;:]", line, maxsplit=1)[0]
