"""What moves with every booking of a floor or a day: the part of an ETag that bookings make up."""

from dataclasses import dataclass
from datetime import date

import orjson

from core.prepared import first_row
from core.revision import Slow

_FLOOR = """
SELECT (SELECT jsonb_object_agg(name, number) FROM core_revision), count(*), coalesce(sum(revision), 0)
  FROM bookings_booking WHERE day = %s AND floor_id = %s
"""
_DAY = """
SELECT (SELECT jsonb_object_agg(name, number) FROM core_revision), count(*), coalesce(sum(revision), 0)
  FROM bookings_booking WHERE day = %s
"""


@dataclass(frozen=True, slots=True)
class BookingsRevision:
    """The slow revisions, and how many bookings there are with which sum of revisions.

    Every change of a booking gives it a greater revision (the database does), so no two states share count and sum,
    in whatever order transactions commit; a mere maximum would miss one that commits late.
    """

    slow: dict[Slow, int]
    bookings: int
    total: int

    @property
    def key(self) -> tuple[int, ...]:
        """All of it as one value to compare."""
        return self.bookings, self.total, *self.slow.values()


def floor_revision(floor_id: int, day: date) -> BookingsRevision:
    """The revision of one floor's day, in one query over the floor's day in the index."""
    return _read(_FLOOR, [day, floor_id])


def day_revision(day: date) -> BookingsRevision:
    """The revision of a whole day."""
    return _read(_DAY, [day])


def _read(statement: str, values: list[date | int]) -> BookingsRevision:
    row = first_row(statement, values)
    stored, count, total = row if row else (None, 0, 0)
    found = orjson.loads(stored) if stored else {}
    return BookingsRevision({name: int(found.get(name.value, 0)) for name in Slow}, int(count), int(total))
