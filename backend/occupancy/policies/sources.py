"""出典: by what it is known that a desk was in use, or that somebody was there."""

from collections.abc import Mapping
from enum import StrEnum


class Source(StrEnum):
    """Where figures come from; docs/occupancy.md says what each can tell."""

    BOOKING = "booking"
    CHECK_IN = "check_in"
    GATE = "gate"
    COUNT = "count"
    SENSOR = "sensor"


class Counts(StrEnum):
    """What a figure counts: gates know people on floors and never the desk."""

    DESKS = "desks"
    PEOPLE = "people"


class CoverageSays(StrEnum):
    """What the share of a source's coverage is a share of."""

    CONFIRMED = "confirmed"
    """Minutes of bookings in which somebody is known to have been there."""
    LOGGED = "logged"
    """Working days with a gate log."""
    COUNTED = "counted"
    """Slots of areas in which somebody counted."""
    SENSED = "sensed"
    """Slots of desks with a reading."""


COVERAGE_OF: Mapping[Source, CoverageSays] = {
    Source.BOOKING: CoverageSays.CONFIRMED,
    Source.CHECK_IN: CoverageSays.CONFIRMED,
    Source.GATE: CoverageSays.LOGGED,
    Source.COUNT: CoverageSays.COUNTED,
    Source.SENSOR: CoverageSays.SENSED,
}


class PlaceKind(StrEnum):
    """What a report is about: everything, or one place or department."""

    ALL = "all"
    BUILDING = "building"
    FLOOR = "floor"
    AREA = "area"
    DEPARTMENT = "department"


class PresenceSource(StrEnum):
    """By what people are known to have been there: gates on days with a gate log, check-ins on the others."""

    GATE = "gate"
    CHECK_IN = "check_in"
    MIXED = "mixed"


def counts_of(source: Source, kind: PlaceKind) -> Counts:
    """Gates count people, and of a department it is people whatever the source."""
    return Counts.PEOPLE if source is Source.GATE or kind is PlaceKind.DEPARTMENT else Counts.DESKS
