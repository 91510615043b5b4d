"""The bookings made in a period, as the attempts they were: what the person held, and which desks were free, just then.

Everything is read at once: a month of a city hall is some ten thousand bookings, each asked with those before it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Any, NamedTuple

from django.db import connection

from bookings.models import Booking
from bookings.policies.states import OFFERS, BookingState
from bookings.selectors.booker import Booker, Visit, booker_with, visits_of
from core import clock
from core.interval import Interval
from people.models import Post

_MADE = """
SELECT id, person_id, desk_id, floor_id, area_id, department_id, day, lower(booked_during), upper(booked_during),
       lower(during), upper(during), walk_up, repeated, created_at, ended_at
  FROM bookings_booking
 WHERE day >= %s AND created_at < %s AND NOT state = ANY(%s)
 ORDER BY created_at, id
"""


class MadeBooking(NamedTuple):
    """A booking as it stands now, with when it was made and given up. A later change is not undone for the replay."""

    id: int
    person_id: int
    desk_id: int
    floor_id: int
    area_id: int
    department_id: int | None
    day: date
    asked_from: datetime
    asked_until: datetime
    held_from: datetime
    held_until: datetime
    walk_up: bool
    repeated: bool
    created_at: datetime
    ended_at: datetime | None

    @property
    def gone_at(self) -> datetime:
        """From when on it held nothing any more."""
        return self.held_until if self.ended_at is None else min(self.ended_at, self.held_until)


class Replay:
    """The bookings made from `first` to `last` (the city's days, both included), and what stood around each."""

    def __init__(self, first: date, last: date, *, no_shows_since: date) -> None:
        self._no_shows_since = no_shows_since
        self._bookers: dict[tuple[int, tuple[int, ...]], Booker] = {}
        self._from, self._until = clock.day_start(first), clock.day_end(last)
        with connection.cursor() as cursor:
            cursor.execute(_MADE, [first, self._until, list(OFFERS)])
            self._rows = [MadeBooking(*row) for row in cursor.fetchall()]

    def attempts(self) -> Iterable[MadeBooking]:
        """Those made in the period, in the order in which they were made."""
        return (row for row in self._rows if row.created_at >= self._from)

    def live_before(self, booking: MadeBooking) -> int:
        """How many bookings of its kind the person held as this one was made."""
        made = booking.created_at
        live = 0
        for other in self._of_person[booking.person_id]:
            if (other.created_at, other.id) >= (made, booking.id):
                break
            live += other.repeated == booking.repeated and other.gone_at > made
        return live

    def held_before(self, booking: MadeBooking, area_id: int, during: Interval) -> set[int]:
        """The desks of an area that were held in `during`, on that day, as this booking was made."""
        made = (booking.created_at, booking.id)
        return {
            other.desk_id
            for other in self._of_area[booking.day, area_id]
            if (other.created_at, other.id) < made
            and (other.ended_at is None or other.ended_at > booking.created_at)
            and other.held_from < during.end
            and during.start < other.held_until
        }

    def booker(self, booking: MadeBooking) -> Booker:
        """The person with the posts held on the day of the booking."""
        person_id, day = booking.person_id, booking.day
        visit = self._visits.get(person_id)
        held = tuple(
            row[:3]
            for row in self._posts.get(visit.host_id if visit else person_id, ())
            if row[3] <= day and (row[4] is None or day <= row[4])
        )
        key = (person_id, tuple(row[1] for row in held))
        if key not in self._bookers:
            self._bookers[key] = booker_with(person_id, held, visit.days if visit else None)
        return self._bookers[key]

    def no_shows_before(self, booking: MadeBooking, since: date) -> Sequence[date]:
        """The days from `since` on that the person had not come to as this booking was made, in order."""
        made = booking.created_at
        return sorted({day for day, ended_at in self._no_shows[booking.person_id] if day >= since and ended_at <= made})

    @cached_property
    def _of_person(self) -> dict[int, list[MadeBooking]]:
        found: dict[int, list[MadeBooking]] = defaultdict(list)
        for row in self._rows:
            found[row.person_id].append(row)
        return found

    @cached_property
    def _of_area(self) -> dict[tuple[date, int], list[MadeBooking]]:
        found: dict[tuple[date, int], list[MadeBooking]] = defaultdict(list)
        for row in self._rows:
            found[row.day, row.area_id].append(row)
        return found

    @cached_property
    def _visits(self) -> dict[int, Visit]:
        return visits_of({row.person_id for row in self._rows})

    @cached_property
    def _posts(self) -> dict[int, list[tuple[Any, ...]]]:
        found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
        rows = Post.objects.order_by("pk").values_list(
            "person_id", "kind", "department_id", "department__lineage", "active_from", "active_to"
        )
        for person_id, *post in rows.iterator(chunk_size=5000):
            found[person_id].append(tuple(post))
        return found

    @cached_property
    def _no_shows(self) -> dict[int, list[tuple[date, datetime]]]:
        found: dict[int, list[tuple[date, datetime]]] = defaultdict(list)
        rows = Booking.objects.filter(
            day__gte=self._no_shows_since, state=BookingState.RELEASED, ended_because="no_show", walk_up=False
        )
        for person_id, day, ended_at in rows.values_list("person_id", "day", "ended_at"):
            found[person_id].append((day, ended_at))
        return found
