"""The bookings made in a period, as the attempts they were: what the person held, and which desks were free, just then.

Everything is read at once: a month of a city hall is some ten thousand bookings, each asked with those before it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from heapq import heappop, heappush
from itertools import takewhile
from typing import Any, NamedTuple

from django.db import connection

from bookings.models import Booking
from bookings.policies.states import OFFERS, BookingState
from bookings.selectors.booker import Booker, Visit, booker_with, visits_of
from core import clock
from core.interval import Interval
from people.models import Post

# Instants come as microseconds since 1970: reading some hundred thousand of them as text took a third of a trial.
_MADE = """
SELECT id, person_id, desk_id, floor_id, area_id, department_id, day, walk_up, repeated,
       (created_at AT TIME ZONE %s)::date, {instants}
  FROM bookings_booking
 WHERE day >= %s AND created_at < %s AND NOT state = ANY(%s)
 ORDER BY created_at, id
""".format(
    instants=", ".join(
        f"(extract(epoch FROM {instant}) * 1000000)::bigint"
        for instant in (
            "lower(booked_during)",
            "upper(booked_during)",
            "lower(during)",
            "upper(during)",
            "created_at",
            "ended_at",
        )
    )
)
_FIRST_INSTANT = 10
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class MadeBooking(NamedTuple):
    """A booking as it stands now, with when it was made and given up. A later change is not undone for the replay."""

    id: int
    person_id: int
    desk_id: int
    floor_id: int
    area_id: int
    department_id: int | None
    day: date
    walk_up: bool
    repeated: bool
    made_on: date
    asked_from: datetime
    asked_until: datetime
    held_from: datetime
    held_until: datetime
    created_at: datetime
    ended_at: datetime | None

    @property
    def gone_at(self) -> datetime:
        """From when on it held nothing any more."""
        return self.held_until if self.ended_at is None else min(self.ended_at, self.held_until)


class _Instants(dict[int | None, Any]):
    """Instants by their microseconds; most bookings begin and end when many others do."""

    def __missing__(self, microseconds: int) -> datetime:
        self[microseconds] = _EPOCH + timedelta(microseconds=microseconds)
        instant: datetime = self[microseconds]
        return instant


class Replay:
    """The bookings made from `first` to `last` (the city's days, both included), and what stood around each."""

    def __init__(self, first: date, last: date, *, no_shows_since: date) -> None:
        self._no_shows_since = no_shows_since
        self._bookers: dict[tuple[int, tuple[int, ...]], Booker] = {}
        self._from, self._until = clock.day_start(first), clock.day_end(last)
        with connection.cursor() as cursor:
            cursor.execute(_MADE, [str(clock.city_zone()), first, self._until, list(OFFERS)])
            instants = _Instants({None: None})
            self._rows = [
                MadeBooking(*row[:_FIRST_INSTANT], *map(instants.__getitem__, row[_FIRST_INSTANT:]))
                for row in cursor.fetchall()
            ]
        self._first, self._last = first, max((row.day for row in self._rows), default=last)
        self._steady: dict[int, Booker] = {}

    def attempts(self) -> Iterable[MadeBooking]:
        """Those made in the period, in the order in which they were made."""
        return (row for row in self._rows if row.created_at >= self._from)

    def live_before(self, booking: MadeBooking) -> int:
        """How many bookings of its kind the person held as this one was made."""
        return self._live[booking.id]

    def held_before(self, booking: MadeBooking, area_id: int, during: Interval) -> set[int]:
        """The desks of an area that were held in `during`, on that day, as this booking was made."""
        made = (booking.created_at, booking.id)
        return {
            other.desk_id
            for other in takewhile(
                lambda other: (other.created_at, other.id) < made, self._of_area[booking.day, area_id]
            )
            if (other.ended_at is None or other.ended_at > booking.created_at)
            and other.held_from < during.end
            and during.start < other.held_until
        }

    def booker(self, booking: MadeBooking) -> Booker:
        """The person with the posts held on the day of the booking."""
        person_id, day = booking.person_id, booking.day
        steady = self._steady.get(person_id)
        if steady is not None:
            return steady
        visit = self._visits.get(person_id)
        posts = self._posts.get(visit.host_id if visit else person_id, ())
        held = tuple(row for row in posts if _holds(row, day, day))
        key = (person_id, tuple(row[1] for row in held))
        if key not in self._bookers:
            self._bookers[key] = booker_with(person_id, [row[:3] for row in held], visit.days if visit else None)
        if all(_holds(row, self._first, self._last) for row in posts):
            self._steady[person_id] = self._bookers[key]
        return self._bookers[key]

    def no_shows_before(self, booking: MadeBooking, since: date) -> Sequence[date]:
        """The days from `since` on that the person had not come to as this booking was made, in order."""
        made = booking.created_at
        return sorted({day for day, ended_at in self._no_shows[booking.person_id] if day >= since and ended_at <= made})

    @cached_property
    def _live(self) -> dict[int, int]:
        """By booking: how many of its kind its person held as it was made; one walk through the order of making."""
        found: dict[int, int] = {}
        ends: dict[tuple[int, bool], list[datetime]] = defaultdict(list)
        for row in self._rows:
            held = ends[row.person_id, row.repeated]
            while held and held[0] <= row.created_at:
                heappop(held)
            found[row.id] = len(held)
            heappush(held, row.gone_at)
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


def _holds(post: tuple[Any, ...], first: date, last: date) -> bool:
    """Whether the post is held on all days from `first` to `last`."""
    return post[3] <= first and (post[4] is None or last <= post[4])
