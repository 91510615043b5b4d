"""Our item over a file that its owner has added to: what is ours is said anew, and everything else stays as it was."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from integrations.calendar.lines import folded, property_name, text_value, unfolded
from integrations.calendar.port import Item
from integrations.calendar.values import texts_of
from integrations.calendar.writing import ZONE_LINES, as_file, item_lines

# When and where it is, what it is called and whether it holds. DURATION and what repeats would contradict that.
_OURS = frozenset({
    "UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND", "DURATION", "SUMMARY", "STATUS", "TRANSP",
    "LOCATION", "URL", "RRULE", "RDATE", "EXDATE", "EXRULE",
})  # fmt: skip
# Said by us only where the file does not say it: a note is its owner's, as the colours of categories are.
_GIVES_WAY = frozenset({"DESCRIPTION"})
# More than a SEQUENCE of 32 bits can have is no number of changes.
_MOST_DIGITS = 10


def merged(item: Item, theirs: str) -> str:
    """The file `theirs` with our item in it: alarms, notes, attendees, X- properties and further categories stay.

    A SEQUENCE that has gone beyond ours stays, so that no program takes the file for an old one. Where `theirs` does
    not hold the item, or is no calendar, it is a file of ours.
    """
    lines = unfolded(theirs)
    event = _event_in(lines, item.uid)
    if event is None:
        return as_file(item)
    kept = [line for line in event.own if property_name(line) not in _OURS]
    sequence = f"SEQUENCE:{max(item.sequence, event.sequence)}"
    lines = [sequence if line.startswith("SEQUENCE:") else line for line in item_lines(item)]
    ours = [line for line in lines if property_name(line) in _OURS]
    added = [line for line in lines if property_name(line) not in _OURS and not _said(line, kept)]
    zone = () if ZONE_LINES[1] in event.around else ZONE_LINES
    inner = ["BEGIN:VEVENT", *ours, *kept, *added, *event.nested, "END:VEVENT"]
    return folded([*event.around, *zone, *inner, "END:VCALENDAR"]).decode()


def _said(line: str, kept: Sequence[str]) -> bool:
    """Whether what they keep says it already: a note of any kind, a category of ours among theirs."""
    name = property_name(line)
    told = [_value(other) for other in kept if property_name(other) == name]
    if not told or name in _GIVES_WAY:
        return bool(told)
    return set(texts_of(_value(line))) <= {text for value in told for text in texts_of(value)}


@dataclass(frozen=True, slots=True)
class _Event:
    """An event in its file: the lines of its own, those of what is nested in it, and those of the file around it."""

    own: list[str]
    nested: list[str]
    around: list[str]

    @property
    def sequence(self) -> int:
        numbers = [_value(line) for line in self.own if property_name(line) == "SEQUENCE"]
        return max([0, *(int(number) for number in numbers if number.isdecimal() and len(number) < _MOST_DIGITS)])


def _event_in(lines: Sequence[str], uid: str) -> _Event | None:
    """The event of a UID, or None where the file has none or its parts do not close. Exceptions of it are dropped."""
    parts = _parts(lines[1:-1])
    if not lines or (lines[0].upper(), lines[-1].upper()) != ("BEGIN:VCALENDAR", "END:VCALENDAR") or parts is None:
        return None
    around: list[str] = [lines[0]]
    found: _Event | None = None
    for part in parts:
        if part[0].upper() != "BEGIN:VEVENT":
            around += part
            continue
        inside = _parts(part[1:-1]) or []
        own = [line for one in inside if len(one) == 1 for line in one]
        nested = [line for one in inside if len(one) > 1 for line in one]
        names = {property_name(line): _value(line) for line in own}
        if names.get("UID") in {uid, text_value(uid)} and "RECURRENCE-ID" not in names:
            found = _Event(own, nested, around)
    return found


def _parts(lines: Iterable[str]) -> list[list[str]] | None:
    """Components from their BEGIN to their END, and lines outside any; None where they do not close one another."""
    parts: list[list[str]] = []
    part: list[str] = []
    open_ones: list[str] = []
    for line in lines:
        part.append(line)
        name = property_name(line)
        if name == "BEGIN":
            open_ones.append(_value(line).upper())
            if open_ones[-1] == "VCALENDAR" or (open_ones[-1] == "VEVENT" and len(open_ones) > 1):
                return None
        elif name == "END" and (not open_ones or open_ones.pop() != _value(line).upper()):
            return None
        if not open_ones:
            parts.append(part)
            part = []
    return None if open_ones else parts


def _value(line: str) -> str:
    return line.partition(":")[2].strip()
