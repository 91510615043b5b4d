"""One event of a file: when it is, what it means, and the lines that say how it repeats."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from hashlib import sha256

from icalendar import vDuration

from integrations.calendar.components import Component, Line
from integrations.calendar.faults import Fault, Faults
from integrations.calendar.rules import is_a_rule, is_too_often, may_never_come
from integrations.calendar.values import BAD_VALUES, moment_of, parameters_and_value, text_of, texts_of
from integrations.calendar.zones import Zones

_BUSY = "X-MICROSOFT-CDO-BUSYSTATUS"
_REPEATS = frozenset({"RRULE", "RDATE", "EXDATE"})
_MOMENTS = frozenset({"DTSTART", "DTEND", "RECURRENCE-ID"})
_TEXTS = frozenset({"UID", "SUMMARY", "TRANSP", "STATUS", "SEQUENCE", _BUSY})
_A_DAY = re.compile(r"(\d{8})(?:T\d{6}Z?)?\Z", re.ASCII)
_DAY = timedelta(days=1)
_MOST_DIGITS = 9

Moment = datetime | date


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """An event. `start` and `end` are both days or both moments with a zone; `instead_of` names the occurrence of its
    series that it stands for, with all later ones where `and_later`; `repetition` are its RRULE, RDATE and EXDATE.
    """

    number: int
    uid: str
    sequence: int
    start: Moment
    end: Moment
    instead_of: Moment | None
    and_later: bool
    repetition: tuple[Line, ...]
    title: str
    categories: tuple[str, ...]
    busy: str
    opaque: bool
    cancelled: bool

    @property
    def repeats(self) -> bool:
        """Whether it can be more than the one time that it names."""
        return self.instead_of is not None or bool(self.repetition)


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
    lines = _first_of_each(component)
    moments: dict[str, Moment] = {}
    texts: dict[str, str] = {}
    for name in (_MOMENTS | _TEXTS) & lines.keys():
        try:
            if name in _MOMENTS:
                moments[name] = moment_of(lines[name], zones=zones, zone=zone, faults=faults)
            else:
                texts[name] = text_of(parameters_and_value(lines[name])[1])
        except BAD_VALUES:
            faults.add(lines[name].number, Fault.BAD_VALUE)
    start = moments.get("DTSTART")
    if start is None:
        faults.add(lines["DTSTART"].number if "DTSTART" in lines else component.number, Fault.BAD_VALUE)
        return None
    recurrence = lines.get("RECURRENCE-ID")
    return ReadEvent(
        number=component.number,
        uid=texts.get("UID", "").strip() or _made_uid(component, faults),
        sequence=_number(texts.get("SEQUENCE", "")),
        start=start,
        end=_end(start, moments.get("DTEND"), lines, faults),
        instead_of=moments.get("RECURRENCE-ID"),
        and_later=recurrence is not None and "THISANDFUTURE" in recurrence.text.upper(),
        repetition=tuple(_repetition(component, faults)),
        title=texts.get("SUMMARY", ""),
        categories=tuple(_categories(component, faults)),
        busy=texts.get(_BUSY, "").strip().upper(),
        opaque=texts.get("TRANSP", "").strip().upper() != "TRANSPARENT",
        cancelled=texts.get("STATUS", "").strip().upper() == "CANCELLED",
    )


def _first_of_each(component: Component) -> dict[str, Line]:
    lines: dict[str, Line] = {}
    for line in component.lines:
        lines.setdefault(line.name, line)
    return lines


def _end(start: Moment, end: Moment | None, lines: dict[str, Line], faults: Faults) -> Moment:
    """The end as it is said; without one a day ends with the day, and a moment at once (RFC 5545, 3.6.1).

    An end before its beginning is none, and a whole day that ends when it begins is that day, as some programs write.
    """
    day = not isinstance(start, datetime)
    if end is not None and isinstance(end, datetime) is not day and end >= start:
        return start + _DAY if day and end == start else end
    said = lines.get("DTEND") or lines.get("DURATION")
    if "DTEND" not in lines and said is not None:
        try:
            lasts: timedelta = vDuration.from_ical(said.value)
            if timedelta() <= lasts:
                return start + max(lasts, _DAY) if day else start + lasts
        except BAD_VALUES:
            faults.add(said.number, Fault.BAD_VALUE)
    if said is not None:
        faults.add(said.number, Fault.BAD_VALUE)
    return start + _DAY if day else start


def _repetition(component: Component, faults: Faults) -> Iterator[Line]:
    for line in component.lines:
        if line.name not in _REPEATS or not line.value:
            continue
        fault = _fault_of(line.value) if line.name == "RRULE" else None
        if fault is None:
            yield line
        else:
            faults.add(line.number, fault)


def _fault_of(rule: str) -> Fault | None:
    if not is_a_rule(rule):
        return Fault.BAD_VALUE
    if is_too_often(rule):
        return Fault.TOO_OFTEN
    return Fault.TOO_LONG if may_never_come(rule) else None


def _categories(component: Component, faults: Faults) -> Iterator[str]:
    for line in component.lines:
        if line.name == "CATEGORIES":
            try:
                yield from texts_of(parameters_and_value(line)[1])
            except BAD_VALUES:
                faults.add(line.number, Fault.BAD_VALUE)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else 0


def _made_uid(component: Component, faults: Faults) -> str:
    faults.add(component.number, Fault.NO_UID)
    return sha256("\n".join(line.text for line in component.lines).encode(errors="replace")).hexdigest()
