"""What a calendar of the city says, as closing days or events. Knows no Django."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from plans.policies.city_calendar import CityEntry, Scope

KEY_LENGTH = 16
MOST_ENTRIES = 2_000
LONGEST_NAME = 100
DAYS_AHEAD = 730
"""How far a city's calendar is read: its fiscal year and the next."""


class Holds(StrEnum):
    """What a calendar's events are here: 閉庁日, or 行事."""

    CLOSING_DAYS = "closing_days"
    EVENTS = "events"


class Said(Protocol):
    """An occurrence of a calendar."""

    @property
    def uid(self) -> str: ...
    @property
    def recurrence(self) -> str: ...
    @property
    def start(self) -> datetime: ...
    @property
    def end(self) -> datetime: ...
    @property
    def all_day(self) -> bool: ...
    @property
    def title(self) -> str: ...
    @property
    def cancelled(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class CityDays:
    """Entries from `today` on; `left_out` takes no whole day, and so closes none."""

    wanted: tuple[CityEntry, ...]
    left_out: tuple[CityEntry, ...]


def key_of(calendar: str) -> str:
    """The beginning of every source of one calendar: `address:3`, `file:events`."""
    return hashlib.sha256(calendar.encode()).hexdigest()[:KEY_LENGTH]


def city_days(
    said: Iterable[Said], *, key: str, holds: Holds, today: date, day_of: Callable[[datetime], date]
) -> CityDays:
    """What the occurrences come to; `day_of` tells the city's day of an instant. All-day events close each day."""
    wanted: list[CityEntry] = []
    left_out: list[CityEntry] = []
    for one in said:
        first, last = day_of(one.start), day_of(one.end - timedelta(microseconds=1))
        last = max(first, last)
        if one.cancelled or last < today:
            continue
        name = " ".join(one.title.split())[:LONGEST_NAME] or _NAMELESS[holds]
        if holds is Holds.EVENTS:
            wanted.append(CityEntry(_source(key, one, ""), name, first, last))
        elif not one.all_day:
            left_out.append(CityEntry(_source(key, one, ""), name, first, last))
        else:
            days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
            wanted += [CityEntry(_source(key, one, f"{day}"), name, day, day) for day in days if day >= today]
    return CityDays(tuple(wanted), tuple(left_out))


def scope_of_file(wanted: Iterable[CityEntry], *, today: date) -> Scope | None:
    """A file speaks for the days from its first to its last, and not of what lies behind today; None if of none."""
    entries = tuple(wanted)
    if not entries:
        return None
    return Scope(max(today, min(one.first_day for one in entries)), max(one.last_day for one in entries))


def scope_of_address(*, today: date) -> Scope:
    """An address speaks for everything from today on, as far as it is read."""
    return Scope(today, today + timedelta(days=DAYS_AHEAD))


_NAMELESS = {Holds.CLOSING_DAYS: "閉庁日", Holds.EVENTS: "行事"}


def _source(key: str, one: Said, day: str) -> str:
    identity = "\x1f".join((one.uid, one.recurrence, day))
    return key + hashlib.sha256(identity.encode()).hexdigest()[: 64 - KEY_LENGTH]
