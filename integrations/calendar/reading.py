"""What somebody's calendar says of a stretch of time, whatever state its file is in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, tzinfo
from itertools import islice
from time import monotonic

from integrations.calendar.components import Component, calendars_in
from integrations.calendar.events import ReadEvent, days_named, read_event
from integrations.calendar.faults import Fault, Faults
from integrations.calendar.port import Occurrence, Reading
from integrations.calendar.recurrence import Stretch, occurrences_of
from integrations.calendar.values import BAD_VALUES
from integrations.calendar.zones import Zones

_MOST_OCCURRENCES = 20_000
_MOST_SECONDS = 20.0
# Zones lie up to 14 hours from UTC, so a day named in one may be the day before or after in another.
_ELSEWHERE = timedelta(days=2)


def reading_of(
    source: str | bytes,
    *,
    since: datetime,
    until: datetime,
    zone: tzinfo,
    most_bytes: int = 10_000_000,
    most_occurrences: int = _MOST_OCCURRENCES,
    most_seconds: float = _MOST_SECONDS,
) -> Reading:
    """The occurrences that touch [`since`, `until`), in order; floating times and whole days are those of `zone`.

    `malformed` tells the lines that could not be read (a Fault each, the first hundred); the rest is read. Working it
    out ends after `most_seconds`, with what was not reached told as `too_long`. Raises NotACalendar.
    """
    faults = Faults()
    ends_at = monotonic() + most_seconds
    calendars = calendars_in(source, most_bytes=most_bytes, faults=faults)
    zones = Zones(part for one in calendars for part in one.nested if part.name == "VTIMEZONE")
    events = [part for one in calendars for part in one.nested if part.name == "VEVENT"]
    stretch = Stretch(since.astimezone(zone), until.astimezone(zone), zone, zones)
    found: list[Occurrence] = []
    repeats = False
    for series in _series(_near(events, stretch), stretch, faults, ends_at):
        repeats = repeats or any(one.repeats for one in series)
        if monotonic() > ends_at:
            faults.add(series[0].number, Fault.TOO_LONG)
            continue
        room = most_occurrences - len(found)
        try:
            here = list(islice(occurrences_of(series, stretch, faults), room + 1))
        except BAD_VALUES:
            faults.add(series[0].number, Fault.BAD_VALUE)
            continue
        if len(here) > room:
            faults.add(series[0].number, Fault.TOO_MANY)
        found += here[:room]
    found.sort(key=lambda one: (one.start, one.end, one.uid, one.recurrence))
    return Reading(tuple(found), faults.told(), repeats)


def _near(events: Iterable[Component], stretch: Stretch) -> Iterator[Component]:
    """Events that may touch the stretch."""
    first = (stretch.since - _ELSEWHERE).strftime("%Y%m%d")
    last = (stretch.until + _ELSEWHERE).strftime("%Y%m%d")
    for event in events:
        days = days_named(event)
        if days is None or (days[0] <= last and days[1] >= first) or days[1] < days[0]:
            yield event


def _series(events: Iterable[Component], stretch: Stretch, faults: Faults, ends_at: float) -> Iterable[list[ReadEvent]]:
    """The events by UID: one and its exceptions are worked out together."""
    by_uid: dict[str, list[ReadEvent]] = defaultdict(list)
    for component in events:
        if monotonic() > ends_at:
            faults.add(component.number, Fault.TOO_LONG)
            continue
        try:
            read = read_event(component, zones=stretch.zones, zone=stretch.zone, faults=faults)
        except BAD_VALUES:  # days beyond the last one there is, zones more than a day from UTC
            faults.add(component.number, Fault.BAD_VALUE)
            continue
        if read is not None:
            by_uid[read.uid].append(read)
    return by_uid.values()
