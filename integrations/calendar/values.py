"""What the value of a line says: text, lists of texts, days and moments (RFC 5545, 3.3)."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, tzinfo

from icalendar.parser import Contentline

from integrations.calendar.components import Line
from integrations.calendar.faults import Fault, Faults
from integrations.calendar.zones import Zones

# What icalendar and dateutil raise for a value that is none of its kind.
BAD_VALUES = (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError)

_PLAIN = re.compile(r"[A-Za-z0-9-]+:")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_LISTED = re.compile(r"(?:[^\\,]|\\.|\\\Z)+", re.DOTALL)
_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?\Z", re.ASCII)
_LONGEST_TEXT = 1_000


def parameters_and_value(line: Line) -> tuple[Mapping[str, str], str]:
    """The parameters of a line, their names in capitals, and its value as it is written. Raises ValueError."""
    if match := _PLAIN.match(line.text):
        return {}, line.text[match.end() :]
    content = Contentline(line.text)
    _, parameters, _ = content.parts()
    value = line.text[content.value_separator_index() + 1 :]
    return {str(name).upper(): str(said) for name, said in parameters.items()}, value


def text_of(value: str) -> str:
    """A text without the marks before its commas and ends of lines; no longer than anybody would write."""
    plain = _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value) if "\\" in value else value
    return plain[:_LONGEST_TEXT]


def texts_of(value: str) -> tuple[str, ...]:
    """The texts of a list, the empty ones left out."""
    return tuple(text for part in _LISTED.findall(value) if (text := text_of(part).strip()))


def moment_of(line: Line, *, zones: Zones, zone: tzinfo, faults: Faults) -> datetime | date:
    """A day, or a moment in its zone; one in no zone is the city's. Raises ValueError."""
    parameters, value = parameters_and_value(line)
    written = _MOMENT.match(value.strip())
    if written is None:
        raise ValueError(f"line {line.number} holds no date")
    year, month, day, hour, minute, second, utc = written.groups()
    if hour is None:
        return date(int(year), int(month), int(day))
    # A leap second is the last one of its minute: no clock of ours has it.
    at = datetime(int(year), int(month), int(day), int(hour), int(minute), min(int(second), 59), tzinfo=UTC)
    return at if utc else at.replace(tzinfo=zone_of(line, parameters, zones=zones, zone=zone, faults=faults))


def zone_of(line: Line, parameters: Mapping[str, str], *, zones: Zones, zone: tzinfo, faults: Faults) -> tzinfo:
    """The zone that a line names; the city's where it names none, or one that nobody knows."""
    tzid = parameters.get("TZID")
    own = zones.zone(tzid) if tzid else zone
    if own is None:
        faults.add(line.number, Fault.UNKNOWN_ZONE)
    return own or zone
