"""When the events of one UID take place: an event with its exceptions, worked out by recurring-ical-events."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

import recurring_ical_events
from icalendar import Calendar, Event, vDDDTypes

from integrations.calendar.components import Line
from integrations.calendar.events import Moment, ReadEvent
from integrations.calendar.faults import Fault, Faults
from integrations.calendar.port import Occurrence
from integrations.calendar.rules import skipped, with_end_as_the_start
from integrations.calendar.values import BAD_VALUES, parameters_and_value, zone_of
from integrations.calendar.zones import Zones

_WHICH = "X-WHICH"
_MARGIN_DAYS = 30


@dataclass(frozen=True, slots=True)
class Stretch:
    """The time that is asked for, in the zone of whoever asks, and the zones of the file."""

    since: datetime
    until: datetime
    zone: tzinfo
    zones: Zones


def occurrences_of(series: Sequence[ReadEvent], stretch: Stretch, faults: Faults) -> Iterator[Occurrence]:
    """The occurrences of events that share a UID. Raises one of BAD_VALUES where they contradict one another."""
    if len(series) == 1 and not series[0].repeats:
        if _touches(series[0], stretch):
            yield _occurrence(series[0], series[0].start, series[0].end, "", stretch.zone)
        return
    calendar = Calendar()
    before = _before(series, stretch)
    for which, read in enumerate(series):
        calendar.add_component(_component(_nearer(read, before), which, stretch, faults))
    for found in recurring_ical_events.of(calendar).between(stretch.since, stretch.until):
        read = series[found[_WHICH]]
        # All that one event stands for from some day on would have the name of the first of them.
        name = _name_of(found["DTSTART" if read.and_later else "RECURRENCE-ID"].dt)
        yield _occurrence(read, found["DTSTART"].dt, found["DTEND"].dt, name, stretch.zone)


def _before(series: Sequence[ReadEvent], stretch: Stretch) -> date:
    """The day before which nothing of a series matters: none of its occurrences reaches, or was moved, so far."""
    far = [abs((_day(one.start) - _day(one.instead_of or one.start)).days) for one in series]
    long = [(_day(one.end) - _day(one.start)).days for one in series]
    return date.fromordinal(max(1, stretch.since.toordinal() - max(far) - max(long) - _MARGIN_DAYS))


def _nearer(read: ReadEvent, before: date) -> ReadEvent:
    """A series that began long ago, begun nearer to now: it would be counted step by step from its first day."""
    rules = [line.value for line in read.repetition if line.name == "RRULE"]
    if len(rules) != 1 or read.instead_of is not None:
        return read
    by = skipped(rules[0], _day(read.start), before)
    return replace(read, start=read.start + by, end=read.end + by) if by else read


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _touches(read: ReadEvent, stretch: Stretch) -> bool:
    start, end = _instant(read.start, stretch.zone), _instant(read.end, stretch.zone)
    return start < stretch.until and (end > stretch.since or start == end == stretch.since)


def _occurrence(read: ReadEvent, start: Moment, end: Moment, recurrence: str, zone: tzinfo) -> Occurrence:
    return Occurrence(
        uid=read.uid,
        recurrence=recurrence,
        start=_instant(start, zone),
        end=_instant(end, zone),
        all_day=not isinstance(start, datetime),
        title=read.title,
        categories=read.categories,
        busy=read.busy,
        opaque=read.opaque,
        cancelled=read.cancelled,
    )


def _component(read: ReadEvent, which: int, stretch: Stretch, faults: Faults) -> Event:
    """An event as the library wants it, with what concerns time, and a mark by which it is known again."""
    event = Event()
    event["UID"], event["SEQUENCE"], event[_WHICH] = read.uid, read.sequence, which
    event["DTSTART"], event["DTEND"] = vDDDTypes(read.start), vDDDTypes(read.end)
    if read.instead_of is not None:
        event["RECURRENCE-ID"] = vDDDTypes(read.instead_of)
        if read.and_later:
            event["RECURRENCE-ID"].params["RANGE"] = "THISANDFUTURE"
    for line in read.repetition:
        try:
            _add(event, line, read.start, stretch, faults)
        except BAD_VALUES:
            faults.add(line.number, Fault.BAD_VALUE)
    return event


def _add(event: Event, line: Line, start: Moment, stretch: Stretch, faults: Faults) -> None:
    """A property as icalendar reads it. It is told no TZID, since it would look that up in zones of other files."""
    parameters, value = parameters_and_value(line)
    if line.name == "RRULE":
        value = with_end_as_the_start(value, start, stretch.zone)
    factory: Any = event.types_factory.for_property(line.name, parameters.get("VALUE"))
    made: Any = factory(factory.from_ical(value))
    for one in getattr(made, "dts", ()):
        zone = zone_of(line, parameters, zones=stretch.zones, zone=stretch.zone, faults=faults)
        one.dt = tuple(_in(part, zone) for part in one.dt) if isinstance(one.dt, tuple) else _in(one.dt, zone)
    event.add(line.name, made, encode=False)


def _in(moment: Any, zone: tzinfo) -> datetime | date | timedelta:
    if isinstance(moment, datetime) and moment.tzinfo is None:
        return moment.replace(tzinfo=zone)
    if isinstance(moment, (date, timedelta)):
        return moment
    raise TypeError("that is neither a day nor a moment")


def _instant(moment: Moment, zone: tzinfo) -> datetime:
    if isinstance(moment, datetime):
        return moment.astimezone(zone)
    return datetime.combine(moment, time(), zone)


def _name_of(moment: Moment) -> str:
    """The RECURRENCE-ID of an occurrence, in UTC, so that a zone that is named otherwise later changes nothing."""
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    return moment.strftime("%Y%m%d")
