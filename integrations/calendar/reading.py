"""What somebody's calendar says of a stretch of time, whatever state its file is in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from time import monotonic
from typing import Any

import recurring_ical_events
from icalendar import Calendar

from integrations.calendar.components import Component, calendars_in
from integrations.calendar.events import BAD_VALUES, ReadEvent, days_named, read_event
from integrations.calendar.faults import Fault, Faults
from integrations.calendar.port import Occurrence, Reading
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
    calendars = calendars_in(source, most_bytes=most_bytes, faults=faults)
    zones = Zones(part for one in calendars for part in one.nested if part.name == "VTIMEZONE")
    events = [part for one in calendars for part in one.nested if part.name == "VEVENT"]
    ends_at = monotonic() + most_seconds
    found: list[Occurrence] = []
    repeats = False
    near = _near(events, since.astimezone(zone), until.astimezone(zone))
    for series in _series(near, zones, zone, faults, ends_at):
        repeats = repeats or any(one.repeats for one in series)
        if len(found) > most_occurrences or monotonic() > ends_at:
            faults.add(series[0].number, Fault.TOO_MANY if len(found) > most_occurrences else Fault.TOO_LONG)
            continue
        try:
            found += _occurrences(series, since.astimezone(zone), until.astimezone(zone), zone)
        except BAD_VALUES:
            faults.add(series[0].number, Fault.BAD_VALUE)
    found.sort(key=lambda one: (one.start, one.end, one.uid, one.recurrence))
    return Reading(tuple(found[:most_occurrences]), faults.told(), repeats)


def _near(events: Iterable[Component], since: datetime, until: datetime) -> Iterator[Component]:
    """Events that may touch the stretch."""
    first, last = ((moment + by).strftime("%Y%m%d") for moment, by in ((since, -_ELSEWHERE), (until, _ELSEWHERE)))
    for event in events:
        days = days_named(event)
        if days is None or (days[0] <= last and days[1] >= first) or days[1] < days[0]:
            yield event


def _series(
    events: Iterable[Component], zones: Zones, zone: tzinfo, faults: Faults, ends_at: float
) -> list[list[ReadEvent]]:
    """The events by UID: one and its exceptions are worked out together."""
    by_uid: dict[str, list[ReadEvent]] = defaultdict(list)
    for component in events:
        if monotonic() > ends_at:
            faults.add(component.number, Fault.TOO_LONG)
        elif (read := read_event(component, zones=zones, zone=zone, faults=faults)) is not None:
            by_uid[read.uid].append(read)
    return list(by_uid.values())


def _occurrences(series: list[ReadEvent], since: datetime, until: datetime, zone: tzinfo) -> list[Occurrence]:
    calendar = Calendar()
    for one in series:
        calendar.add_component(one.event)
    repeats = any(one.repeats for one in series)
    found = recurring_ical_events.of(calendar).between(since, until)
    return [_occurrence(one, repeats=repeats, zone=zone) for one in found]


def _occurrence(event: Any, *, repeats: bool, zone: tzinfo) -> Occurrence:
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    return Occurrence(
        uid=str(event["UID"]),
        recurrence=_name_of(event["RECURRENCE-ID"].dt) if repeats else "",
        start=_instant(start, zone),
        end=_instant(end, zone),
        all_day=not isinstance(start, datetime),
        title=_text(event, "SUMMARY"),
        categories=tuple(str(one) for one in _categories(event)),
        busy=_text(event, "X-MICROSOFT-CDO-BUSYSTATUS").strip().upper(),
        opaque=_text(event, "TRANSP").strip().upper() != "TRANSPARENT",
        cancelled=_text(event, "STATUS").strip().upper() == "CANCELLED",
    )


def _instant(moment: datetime | date, zone: tzinfo) -> datetime:
    if isinstance(moment, datetime):
        return moment.astimezone(zone)
    return datetime.combine(moment, time(), zone)


def _name_of(moment: datetime | date) -> str:
    """The RECURRENCE-ID of an occurrence, in UTC, so that a zone that is named otherwise later changes nothing."""
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    return moment.strftime("%Y%m%d")


def _text(event: Any, name: str) -> str:
    return str(event.get(name, ""))


def _categories(event: Any) -> Iterator[str]:
    said = event.get("CATEGORIES", [])
    for one in said if isinstance(said, list) else [said]:
        yield from (str(category) for category in one.cats if str(category))
