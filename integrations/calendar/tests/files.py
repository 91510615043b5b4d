"""Files of calendars as tests write them down, and what is read in them."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from integrations.calendar.port import Occurrence, Reading
from integrations.calendar.reading import reading_of

TOKYO = ZoneInfo("Asia/Tokyo")
SINCE = datetime(2026, 11, 1, tzinfo=TOKYO)
UNTIL = datetime(2027, 2, 1, tzinfo=TOKYO)


def calendar(*parts: str) -> str:
    """A calendar of these parts, each with its lines."""
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *parts, "END:VCALENDAR", ""])


def event(*lines: str, uid: str = "a@city.example") -> str:
    """An event."""
    return "\r\n".join(["BEGIN:VEVENT", *([f"UID:{uid}"] if uid else []), *lines, "END:VEVENT"])


def read(source: str | bytes, *, since: datetime = SINCE, until: datetime = UNTIL) -> Reading:
    """What a file says of the winter in Tokyo."""
    return reading_of(source, since=since, until=until, zone=TOKYO)


def stretches(source: str | bytes) -> Sequence[tuple[str, str]]:
    """From when to when, as clocks in Tokyo say it; nothing may be wrong with the file."""
    reading = read(source)
    assert reading.malformed == ()
    return [stretch(one) for one in reading.occurrences]


def stretch(one: Occurrence) -> tuple[str, str]:
    """From when to when."""
    assert str(one.start.tzinfo) == "Asia/Tokyo"
    return f"{one.start:%Y-%m-%d %H:%M}", f"{one.end:%Y-%m-%d %H:%M}"


def faults(source: str | bytes) -> list[tuple[int, str]]:
    """What is wrong with a file, by line."""
    return [(one.line, one.reason) for one in read(source).malformed]
