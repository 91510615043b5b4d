"""Who holds desks in a stretch of a day, as far as somebody may know."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bookings.policies.states import HOLDING
from core import clock
from core.interval import Interval
from core.prepared import prepared_cursor
from people.policies.visibility import Seen, Viewer, may_see_where


@dataclass(frozen=True, slots=True)
class Holding:
    """A booking that holds a desk, and who it is as far as the viewer may know."""

    booking_id: int
    person_id: int
    during: Interval
    state: str
    holder: Mapping[str, Any] | None


# Written out and prepared: every screen with a map asks this every few seconds, and the database would spend more on
# planning than on reading. The states stand in the text, so that the partial index serves any day. Departments are read
# only where they decide who may see the holder: for people who do not show themselves to everyone, and for the past.
# The stretch is compared by its ends: `&&` would have the planner ask the constraint's GiST index about every desk too.
_HOLDINGS = """
SELECT booking.desk_id, booking.id, booking.person_id, lower(booking.during), upper(booking.during), booking.state,
       person.name, person.family_name, coalesce(department.name, ''), person.visibility,
       CASE WHEN person.visibility <> 'everyone' OR booking.day < %(today)s THEN department.lineage END,
       CASE WHEN person.visibility <> 'everyone' OR booking.day < %(today)s THEN
            ARRAY(SELECT post.department_id FROM people_post post
                   WHERE post.person_id = person.id AND post.active_from <= %(day)s
                     AND (post.active_to IS NULL OR post.active_to >= %(day)s)) END
  FROM bookings_booking booking
  JOIN people_person person ON person.id = booking.person_id
  LEFT JOIN people_department department ON department.id = person.department_id
 WHERE booking.day = %(day)s AND booking.state IN ({states})
   AND upper(booking.during) > %(start)s AND lower(booking.during) < %(end)s
   AND {place}
 ORDER BY booking.during
"""
_STATES = ", ".join(f"'{state}'" for state in HOLDING)
_OF_FLOOR = _HOLDINGS.format(states=_STATES, place="booking.floor_id = %(floor)s")
_OF_DESKS = _HOLDINGS.format(states=_STATES, place="booking.desk_id = ANY(%(desks)s)")


def holdings(
    viewer: Viewer,
    day: date,
    during: Interval,
    *,
    floor_id: int | None = None,
    desk_ids: Iterable[int] = (),
) -> list[tuple[int, Holding]]:
    """Desk ids of a floor, or of some desks, with the bookings that hold them in `during`, first first; one query."""
    today = clock.today()
    wanted = {"day": day, "today": today, "start": during.start, "end": during.end}
    with prepared_cursor() as cursor:
        if floor_id is not None:
            cursor.execute(_OF_FLOOR, {**wanted, "floor": floor_id})
        else:
            cursor.execute(_OF_DESKS, {**wanted, "desks": list(desk_ids)})
        rows = cursor.fetchall()
    answer = []
    for desk, pk, person, start, end, state, name, family_name, department, visibility, lineage, posts in rows:
        seen = Seen(person, visibility, frozenset(posts or (lineage or ())[-1:]), frozenset(lineage or ()))
        holder = None
        if may_see_where(viewer, seen, day=day, today=today):
            holder = {"id": person, "name": name, "family_name": family_name, "department": department}
        answer.append((desk, Holding(pk, person, Interval(start, end), state, holder)))
    return answer
