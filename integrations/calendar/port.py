"""What Kyoseki wants of a calendar.

An *item* is what Kyoseki says of a stretch; an *occurrence* is what somebody else's event says of one. Occurrences
carry the words of their event so that they can be understood; nobody stores them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol


class Trouble(StrEnum):
    """Why a calendar cannot be spoken to.

    `password`: it wants another; `forbidden`: it lets this account not do that; `calendar_gone`: the calendar itself is
    not there any more; `quota`: it has no room; `not_a_calendar`: what answers is none, or not one we can read;
    `not_allowed`, `unreachable`, `too_slow`, `certificate`, `too_large`, `redirects`: as in integrations.web.
    """

    PASSWORD = "password"  # noqa: S105 - the name of a trouble
    FORBIDDEN = "forbidden"
    CALENDAR_GONE = "calendar_gone"
    QUOTA = "quota"
    NOT_A_CALENDAR = "not_a_calendar"
    NOT_ALLOWED = "not_allowed"
    UNREACHABLE = "unreachable"
    TOO_SLOW = "too_slow"
    CERTIFICATE = "certificate"
    TOO_LARGE = "too_large"
    REDIRECTS = "redirects"


class CalendarUnavailable(Exception):
    """Nothing can be done with this calendar now. What was asked for did not happen, as far as the server said."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        super().__init__(f"{trouble}: {detail}" if detail else trouble.value)
        self.trouble = trouble
        self.detail = detail


class ItemStatus(StrEnum):
    """STATUS of RFC 5545."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One event of ours. `start` and `end` are both days (whole days, `end` is the day after the last) or both aware
    instants; `modified_at` is aware. `opaque`: it takes up the time of whoever has it.
    """

    uid: str
    sequence: int
    start: datetime | date
    end: datetime | date
    summary: str
    modified_at: datetime
    location: str = ""
    description: str = ""
    url: str = ""
    category: str = ""
    status: ItemStatus = ItemStatus.CONFIRMED
    opaque: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One stretch of somebody's event, recurrence worked out: aware instants, whole days from the city's midnight to
    midnight. `recurrence` tells occurrences of one UID apart and is the same whenever it is read; `busy` is
    X-MICROSOFT-CDO-BUSYSTATUS (`OOF`, `BUSY`, `FREE`, `TENTATIVE`, `WORKINGELSEWHERE`) or empty.
    """

    uid: str
    recurrence: str
    start: datetime
    end: datetime
    all_day: bool
    title: str
    categories: tuple[str, ...]
    busy: str
    opaque: bool
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Malformed:
    """A part of a file that is none: its line (from 1) and what is wrong with it."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says of a stretch of time, and what of it could not be read. `repeats`: it holds a recurrence."""

    occurrences: tuple[Occurrence, ...]
    malformed: tuple[Malformed, ...]
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A calendar of an account: its address, what it is called, whether we may write and whether it takes events."""

    address: str
    name: str
    writable: bool
    takes_events: bool


@dataclass(frozen=True, slots=True)
class Resource:
    """A file of a calendar as the server has it."""

    href: str
    etag: str
    text: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since a token: files that are new or other, hrefs that are gone, and the token to ask with next.

    `whole`: the server keeps no account of changes or has lost it, so `changed` is everything there is and whatever is
    not among it is gone.
    """

    token: str
    changed: tuple[Resource, ...]
    gone: tuple[str, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Stored:
    """Where an item stands and its tag there; an empty tag where the server tells none."""

    href: str
    etag: str


class Conflict(Exception):
    """Somebody changed the file meanwhile, or one of that name is there already: read it again and then decide."""


class Calendars(Protocol):
    """An account on a server of calendars."""

    def found(self) -> Sequence[Found]:
        """The calendars of the account, discovered from the address that was typed. Raises CalendarUnavailable."""
        ...

    def calendar(self, address: str) -> "Calendar":
        """The calendar at an address that `found` told."""
        ...


class Calendar(Protocol):
    """One calendar. Every method raises CalendarUnavailable; a file that is not there is no calendar that is gone."""

    def put(self, item: Item, *, href: str = "", etag: str = "") -> Stored:
        """Write our item: a new one without `href`, else over the one there if it still has `etag`.

        What the person added to the file (alarm, note, anything that is not ours to say) is kept. A new one whose UID
        is there already is written over that one: written twice is written once. Raises Conflict.
        """
        ...

    def remove(self, href: str, etag: str = "") -> None:
        """Take our item away; one that is gone already is gone. Raises Conflict where it has another tag."""
        ...

    def read(self, href: str) -> Resource | None:
        """The file at an address; None where there is none."""
        ...

    def changes(self, token: str = "") -> Changes:
        """What changed since `token`; everything without one, or with one that the server does not know any more."""
        ...
