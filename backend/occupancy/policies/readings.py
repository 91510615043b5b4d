"""Readings of sensors: which cannot be, and in which slots of a day each of them stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from itertools import pairwise

from occupancy.policies.slots import SLOT_MINUTES, slots_within

CLOCK_TOLERANCE = timedelta(minutes=5)
"""How far a sensor's clock may run ahead of ours before its word is not taken."""
TOLD_WITHIN = timedelta(days=7)
"""How late a reading may arrive."""
HOLDS_FOR = timedelta(minutes=SLOT_MINUTES)
"""How old a reading may be when a slot begins."""


class ReadingFault(StrEnum):
    """Why a reading cannot be taken."""

    DESK_OR_AREA = "desk_or_area"
    UNKNOWN_DESK = "unknown_desk"
    UNKNOWN_AREA = "unknown_area"
    AREA_IN_SEVERAL_BUILDINGS = "area_in_several_buildings"
    MORE_THAN_DESKS = "more_than_desks"
    FUTURE = "future"
    TOO_OLD = "too_old"
    TWICE = "twice"

    @property
    def member(self) -> str:
        """The member of the reading that is wrong."""
        return _MEMBER_OF[self]


_MEMBER_OF = {
    ReadingFault.DESK_OR_AREA: "desk",
    ReadingFault.UNKNOWN_DESK: "desk",
    ReadingFault.UNKNOWN_AREA: "area",
    ReadingFault.AREA_IN_SEVERAL_BUILDINGS: "building",
    ReadingFault.MORE_THAN_DESKS: "occupied",
    ReadingFault.FUTURE: "at",
    ReadingFault.TOO_OLD: "at",
    ReadingFault.TWICE: "occupied",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sensor said: of a desk (0 or 1) or of an area, whichever is not None; how many desks are taken."""

    desk_id: int | None
    area_id: int | None
    at: datetime
    occupied: int


@dataclass(frozen=True, slots=True, order=True)
class SlotKey:
    """A slot of a day at a desk or in an area; 0 stands for the one that it is not."""

    day: date
    slot: int
    desk_id: int
    area_id: int


def clock_fault(at: datetime, now: datetime) -> ReadingFault | None:
    """Whether a reading's time rules it out."""
    if at > now + CLOCK_TOLERANCE:
        return ReadingFault.FUTURE
    if at < now - TOLD_WITHIN:
        return ReadingFault.TOO_OLD
    return None


def told_twice(readings: Iterable[Reading]) -> list[int]:
    """The places of readings that gainsay one before them: of the same place and instant, with another number."""
    every = list(readings)
    order = sorted(range(len(every)), key=lambda place: (_same(every[place]), place))
    return sorted(
        later
        for earlier, later in pairwise(order)
        if _same(every[earlier]) == _same(every[later]) and every[earlier].occupied != every[later].occupied
    )


def _same(reading: Reading) -> tuple[int, int, datetime]:
    return reading.desk_id or 0, reading.area_id or 0, reading.at


def standing(readings: Iterable[Reading], zone: tzinfo) -> dict[SlotKey, tuple[int, Reading]]:
    """By slot, the reading that stands in it and its place among `readings`; slots in order.

    A reading stands in the slots that begin at its instant and up to HOLDS_FOR later, unless a later one does. Of two
    at one instant the greater stands, so that the order in which they arrive does not matter.
    """
    found: dict[SlotKey, tuple[int, Reading]] = {}
    for place, reading in enumerate(readings):
        for day, slot in slots_of(reading.at, zone):
            key = SlotKey(day, slot, reading.desk_id or 0, reading.area_id or 0)
            known = found.get(key)
            if known is None or (known[1].at, known[1].occupied) < (reading.at, reading.occupied):
                found[key] = place, reading
    return dict(sorted(found.items(), key=lambda item: item[0]))


def slots_of(at: datetime, zone: tzinfo) -> Iterator[tuple[date, int]]:
    """The slots, with their days, that begin not before `at` and no more than HOLDS_FOR after it."""
    end = at + HOLDS_FOR + timedelta(microseconds=1)
    day, last = at.astimezone(zone).date(), end.astimezone(zone).date()
    while day <= last:
        for slot in slots_within(at, end, day, zone):
            yield day, slot
        day += timedelta(days=1)
