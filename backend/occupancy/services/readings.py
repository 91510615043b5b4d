"""Take readings of sensors: all of them or none, each slot as its last reading before it says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction

from audit.services import record
from core import clock
from occupancy.policies.readings import (
    Reading,
    ReadingFault,
    SlotKey,
    clock_fault,
    standing,
    told_twice,
)
from occupancy.selectors.readings import SensedPlace, sensed_area, sensed_desk
from occupancy.services.marking import mark_stale

LONGEST_SOURCE = 100

# A later reading takes the slot, of two at one instant the greater: whoever comes first, the same stands at the end.
_FOLD = """
INSERT INTO occupancy_sensorslot (day, slot, desk_id, area_id, occupied, read_at, source)
SELECT day, slot, nullif(desk, 0), nullif(area, 0), occupied, at, %s
  FROM unnest(%s::date[], %s::smallint[], %s::bigint[], %s::bigint[], %s::smallint[], %s::timestamptz[])
       AS told (day, slot, desk, area, occupied, at)
 ORDER BY day, slot, desk, area
ON CONFLICT (day, slot, desk_id, area_id) DO UPDATE
   SET occupied = excluded.occupied, read_at = excluded.read_at, source = excluded.source
 WHERE (occupancy_sensorslot.read_at, occupancy_sensorslot.occupied) < (excluded.read_at, excluded.occupied)
RETURNING day, slot, coalesce(desk_id, 0), coalesce(area_id, 0)
"""


@dataclass(frozen=True, slots=True)
class ReadingTold:
    """A reading as it was sent: `desk` or `area` is a code, the other empty; `building` a code where it is needed."""

    desk: str
    area: str
    building: str
    at: datetime
    occupied: int


@dataclass(frozen=True, slots=True)
class ReadingsTaken:
    """How many readings changed what is known of a slot; the others were told before, or overtaken by a later one."""

    taken: int
    known: int


@dataclass(eq=False)
class ReadingsFaulty(Exception):
    """Some cannot be taken, so none was: what is wrong, by their places from 0."""

    faults: dict[int, ReadingFault]


@transaction.atomic
def take_readings(*, readings: Sequence[ReadingTold], source: str) -> ReadingsTaken:
    """Keep what sensors said; the same readings again change nothing. Days that are over are marked as stale.

    Raises ReadingsFaulty, and then nothing is kept. `source` is the name of whoever told.
    """
    placed = _placed(readings)
    stands = standing(placed, clock.city_zone())
    changed = _fold(stands, source[:LONGEST_SOURCE])
    over = {key.day for key in changed if key.day < clock.today()}
    if changed:
        record(
            kind="sensor_readings.taken",
            subject_kind="sensor_readings",
            subject_id=0,
            after={"readings": len(readings), "slots": len(changed), "source": source[:LONGEST_SOURCE]},
        )
    mark_stale(days=over)
    taken = len({stands[key][0] for key in changed})
    return ReadingsTaken(taken, len(readings) - taken)


def _placed(readings: Sequence[ReadingTold]) -> list[Reading]:
    now = clock.now()
    faults: dict[int, ReadingFault] = {}
    placed: list[Reading] = []
    places: dict[tuple[str, str, str, date], SensedPlace | ReadingFault] = {}
    for index, told in enumerate(readings):
        day = clock.city_day(told.at)
        asked = (told.desk, told.area, told.building, day)
        if asked not in places:
            places[asked] = _place(told, day)
        place = places[asked]
        fault = clock_fault(told.at, now) or _fault_at(place, told.occupied)
        if fault is not None:
            faults[index] = fault
        if isinstance(place, SensedPlace):
            placed.append(Reading(place.desk_id, place.area_id, told.at, told.occupied))
    if not faults:
        faults = dict.fromkeys(told_twice(placed), ReadingFault.TWICE)
    if faults:
        raise ReadingsFaulty(faults)
    return placed


def _place(told: ReadingTold, day: date) -> SensedPlace | ReadingFault:
    if bool(told.desk) == bool(told.area):
        return ReadingFault.DESK_OR_AREA
    return sensed_desk(told.desk, day) if told.desk else sensed_area(told.area, told.building, day)


def _fault_at(place: SensedPlace | ReadingFault, occupied: int) -> ReadingFault | None:
    if isinstance(place, ReadingFault):
        return place
    return ReadingFault.MORE_THAN_DESKS if occupied > place.desks else None


def _fold(stands: dict[SlotKey, tuple[int, Reading]], source: str) -> list[SlotKey]:
    """Write what stands where it is newer than what is written; answers the slots that changed."""
    readings = [reading for _, reading in stands.values()]
    with connection.cursor() as cursor:
        cursor.execute(
            _FOLD,
            [
                source,
                [key.day for key in stands],
                [key.slot for key in stands],
                [key.desk_id for key in stands],
                [key.area_id for key in stands],
                [reading.occupied for reading in readings],
                [reading.at for reading in readings],
            ],
        )
        return [SlotKey(*row) for row in cursor.fetchall()]
