"""One event of a file, made ready for working out its occurrences: what concerns time and meaning, and nothing else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from hashlib import sha256
from typing import Any

from icalendar import Event
from icalendar.parser import Contentline

from integrations.calendar.components import Component, Line
from integrations.calendar.faults import Fault, Faults
from integrations.calendar.rules import is_a_rule, is_too_often, may_never_come
from integrations.calendar.zones import Zones

# What icalendar raises for a value that is none of its kind.
BAD_VALUES = (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError)

_BUSY = "X-MICROSOFT-CDO-BUSYSTATUS"
_MOMENTS = frozenset({"DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE"})
_REPEATS = frozenset({"RRULE", "RDATE", "EXDATE"})
_ONCE = frozenset({
    "UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "SUMMARY", "TRANSP", "STATUS", "SEQUENCE", _BUSY,
})  # fmt: skip
_WANTED = _ONCE | _REPEATS | {"CATEGORIES"}
_A_DAY = re.compile(r"(\d{8})(?:T\d{6}Z?)?\Z")
_MOST_TITLE = 1_000


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """An event as icalendar has it, its moments in zones or floating no more, and the line it begins on."""

    number: int
    uid: str
    event: Event
    repeats: bool


def days_named(component: Component) -> tuple[str, str] | None:
    """The first and last day that an event names, as digits; None where it repeats or does not say them plainly.

    A file of many years is read for the days around today: what is far from them is not looked into.
    """
    starts = ends = ""
    for line in component.lines:
        name = line.name
        if name in _REPEATS or name in {"RECURRENCE-ID", "DURATION"}:
            return None
        if name in {"DTSTART", "DTEND"}:
            day = _A_DAY.match(line.value)
            if day is None:
                return None
            starts, ends = (day[1], ends) if name == "DTSTART" else (starts, day[1])
    return (starts, ends or starts) if starts else None


def read_event(component: Component, *, zones: Zones, zone: tzinfo, faults: Faults) -> ReadEvent | None:
    """An event, or None where it does not say when it is. Floating times are those of `zone`."""
    event = Event()
    for line in _wanted(component, faults):
        try:
            _add(event, line, zones=zones, zone=zone, faults=faults)
        except BAD_VALUES:
            faults.add(line.number, Fault.BAD_VALUE)
    if "DTSTART" not in event:
        faults.add(component.number, Fault.BAD_VALUE)
        return None
    _mend_end(event, component, faults)
    if not event.get("UID"):
        faults.add(component.number, Fault.NO_UID)
        event["UID"] = sha256("\n".join(line.text for line in component.lines).encode()).hexdigest()
    repeats = any(name in event for name in ("RRULE", "RDATE", "RECURRENCE-ID"))
    return ReadEvent(component.number, str(event["UID"]), event, repeats)


def _wanted(component: Component, faults: Faults) -> Iterator[Line]:
    seen: set[str] = set()
    for line in component.lines:
        name = line.name
        if name not in _WANTED or (name in _ONCE and name in seen):
            continue
        seen.add(name)
        if name == "RRULE" and (fault := _fault_of(line.value)):
            faults.add(line.number, fault)
        elif line.value or name == "SUMMARY":
            yield line


def _fault_of(rule: str) -> Fault | None:
    if not is_a_rule(rule):
        return Fault.BAD_VALUE
    if is_too_often(rule):
        return Fault.TOO_OFTEN
    return Fault.TOO_LONG if may_never_come(rule) else None


def _add(event: Event, line: Line, *, zones: Zones, zone: tzinfo, faults: Faults) -> None:
    """A property as icalendar reads it. It is told no TZID, since it would look that up in zones of other files."""
    name, parameters, value = Contentline(line.text).parts()
    name = name.upper()
    tzid = parameters.pop("TZID", None)
    if name == "CATEGORIES":
        value = line.text[Contentline(line.text).value_separator_index() + 1 :]
    factory = event.types_factory.for_property(name, parameters.get("VALUE"))
    if name == "CATEGORIES":
        made: Any = factory([part.replace("\\,", ",") for part in re.split(r"(?<!\\),", value)])
    else:
        made = factory(factory.from_ical(value))
    made.params = parameters
    if name in _MOMENTS:
        own = zones.zone(str(tzid)) if tzid else zone
        if own is None:
            faults.add(line.number, Fault.UNKNOWN_ZONE)
        _settle(made, own or zone)
    event.add(name, made, encode=False)


def _settle(made: Any, zone: tzinfo) -> None:
    """Give every time of a property a zone that has none of its own."""
    for one in getattr(made, "dts", [made]):
        moment = one.dt
        one.dt = tuple(_in(part, zone) for part in moment) if isinstance(moment, tuple) else _in(moment, zone)


def _in(moment: Any, zone: tzinfo) -> Any:
    if isinstance(moment, datetime) and moment.tzinfo is None:
        return moment.replace(tzinfo=zone)
    if isinstance(moment, (date, timedelta)):
        return moment
    raise TypeError("that is neither a day nor a moment")


def _mend_end(event: Event, component: Component, faults: Faults) -> None:
    """An end before its beginning is none; a whole day that ends when it begins is that day, as some programs write."""
    if "DTEND" not in event:
        return
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    wrong = isinstance(start, datetime) is not isinstance(end, datetime) or end < start
    if wrong:
        faults.add(next(line.number for line in component.lines if line.name == "DTEND"), Fault.BAD_VALUE)
    if wrong or (end == start and not isinstance(start, datetime)):
        del event["DTEND"]
