"""What of a person's days belongs into that person's calendar. Knows no Django."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from calendars.policies.chosen import Chosen
from core.interval import Interval
from plans.policies.claims import BOOKING, OWN, OWN_OFFICE, TELEWORK

OFFICE, HOME, SATELLITE, TRIP, LEAVE = "office", "home", "satellite", "trip", "leave"
AWAY = frozenset({TRIP, LEAVE})

UID_WORDS = {BOOKING: "booking", TELEWORK: "telework", OWN: "plan", OWN_OFFICE: "plan"}
"""How UIDs name what holds a stretch: a plan that was changed from the office to a trip stays a plan."""

# Behind the number of an invitation's stands what nobody else can know.
_UID = re.compile(r"(?P<word>[a-z]+)-(?P<id>[1-9][0-9]{0,18})(?:-[0-9a-f]{16})?@(?P<domain>.+)")


class EntryState(StrEnum):
    """`tentative`: asked for and not approved yet; `cancelled`: it was there and is no more."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"


class Part(StrEnum):
    """Which part of the day an entry is where people choose halves."""

    FULL = "full"
    AM = "am"
    PM = "pm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A stretch of one person's day, with the facts of that person alone.

    `start` and `end` are instants in the city's zone; `part` is what of the day it comes to, whose hours are
    `part_start` and `part_end`. `sequence` never goes down for one `uid`, and goes up with every change of it.
    Codes and names are empty where there is no desk.
    """

    uid: str
    holder_kind: str
    holder_id: int
    person_id: int
    day: date
    start: datetime
    end: datetime
    place: str
    state: EntryState
    sequence: int
    modified_at: datetime
    part: Part
    part_start: datetime
    part_end: datetime
    desk_code: str = ""
    area_name: str = ""
    floor_name: str = ""
    building_name: str = ""

    @property
    def cancelled(self) -> bool:
        return self.state is EntryState.CANCELLED


@dataclass(frozen=True, slots=True)
class Named:
    """What a UID of ours names: the word of the kind (`booking`, `telework`, `plan`) and the id there."""

    word: str
    id: int


def uid_of(holder_kind: str, holder_id: int, domain: str) -> str:
    """The UID under which every calendar knows what holds a stretch."""
    return f"{UID_WORDS[holder_kind]}-{holder_id}@{domain}"


def named_by(uid: str, domain: str) -> Named | None:
    """What a UID of ours names; None for anybody else's."""
    found = _UID.fullmatch(uid)
    if found is None or found["domain"] != domain or found["word"] not in UID_WORDS.values():
        return None
    return Named(found["word"], int(found["id"]))


def is_ours(uid: str, domain: str) -> bool:
    """Whether we wrote an event of this UID, for whatever: a section's feed has UIDs that name no holder."""
    return uid.endswith(f"@{domain}")


def part_of(during: Interval, morning: Interval, afternoon: Interval) -> Part:
    """What of the day a stretch comes to: the halves of which it has at least half, else the one it has most of."""
    am, pm = _share(during, morning), _share(during, afternoon)
    if am >= 0.5 and pm >= 0.5:
        return Part.FULL
    if am == pm:  # outside of both, or a little on both sides of noon
        return Part.AM if during.start < afternoon.start else Part.PM
    return Part.AM if am > pm else Part.PM


def chosen_of(entries: Iterable[Entry], chosen: Chosen) -> tuple[Entry, ...]:
    """Those that the person wants in calendars."""
    return tuple(one for one in entries if _wanted(one, chosen))


def _wanted(one: Entry, chosen: Chosen) -> bool:
    if one.holder_kind == TELEWORK:
        return chosen.with_telework
    return chosen.with_own_plans or one.holder_kind == BOOKING


def _share(during: Interval, half: Interval) -> float:
    """How much of a half a stretch has, from 0 to 1."""
    common = min(during.end, half.end) - max(during.start, half.start)
    return max(common / half.length, 0.0)
