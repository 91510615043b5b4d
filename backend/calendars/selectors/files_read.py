"""Files of a linked calendar as they are understood."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings

from calendars import ics
from calendars.ics import Occurrence
from calendars.policies.choices import ProposalKind
from calendars.policies.entries import named_by
from calendars.policies.sources import event_source
from calendars.policies.understanding import Words, kind_of
from calendars.policies.window import SHORTEST, last_day_read
from calendars.servers import Resource
from core import clock
from core.interval import Interval

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class StretchRead:
    """What an event says: kind and interval, and the digest by which it is known again."""

    source: str
    kind: ProposalKind
    during: Interval


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file: what it says of the days in sight, our own events in it, and how much of it could not be read.

    `readable` is false where nothing of it could: then what it said before stands.
    """

    href: str
    etag: str
    stretches: tuple[StretchRead, ...]
    ours: tuple[Occurrence, ...]
    malformed: int = 0
    malformed_line: int = 0
    readable: bool = True


class Reader:
    """Reads files as they are understood today: the words of the settings are looked at once for all of them."""

    def __init__(self, today: date) -> None:
        self._since = clock.day_start(today - A_DAY)
        self._until = clock.day_end(last_day_read(today, settings.CALENDAR["read_days"]))
        self._words = Words(settings.CALENDAR["words"])
        self._domain: str = settings.CALENDAR["domain"]

    @property
    def sight(self) -> Interval:
        """The time of which it tells what is there."""
        return Interval(self._since, self._until)

    def read(self, file: Resource) -> FileRead:
        """What the file says. Titles stay in here."""
        try:
            reading = ics.reading_of(file.text, since=self._since, until=self._until, zone=clock.city_zone())
        except ics.NotACalendar:
            return FileRead(file.href, file.etag, (), (), malformed=1, malformed_line=1, readable=False)
        lines = [one.line for one in reading.malformed]
        return FileRead(
            file.href,
            file.etag,
            tuple(self._understood(reading.occurrences)),
            tuple(one for one in reading.occurrences if named_by(one.uid, self._domain)),
            malformed=len(lines),
            malformed_line=min(lines, default=0),
        )

    def _understood(self, occurrences: Iterable[Occurrence]) -> Iterable[StretchRead]:
        for one in occurrences:
            if one.end - one.start < SHORTEST:
                continue
            kind = kind_of(one, self._words, self._domain)
            if kind is not None:
                yield StretchRead(event_source(one.uid, one.recurrence), kind, Interval(one.start, one.end))
