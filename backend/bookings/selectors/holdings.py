"""Who holds desks in a stretch of a day, and who may know."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bookings.policies.states import HOLDING, BookingState
from core.interval import Interval
from core.prepared import prepared_cursor
from people.policies.visibility import Seen, Viewer, Visibility, may_see_where


@dataclass(frozen=True, slots=True)
class Holding:
    """A booking that holds a desk. `brief` says who it is; `seen` is None where everyone may know that.

    That a visitor holds it is no secret; who the visitor is, is.
    """

    desk_id: int
    booking_id: int
    person_id: int
    during: Interval
    state: str
    brief: Mapping[str, Any]
    seen: Seen | None
    visitor: bool

    @property
    def offered(self) -> bool:
        """Whether the desk is only offered to that person, who waits."""
        return self.state == BookingState.OFFERED

    def holder(self, viewer: Viewer, day: date, today: date) -> Mapping[str, Any] | None:
        """Who it is, as far as `viewer` may know where that person is on `day`; nobody where it is only offered.

        A past day names oneself alone: managers look at the past of their people where looking is recorded.
        """
        if self.offered or (day < today and viewer.person_id != self.person_id):
            return None
        if self.seen is None or may_see_where(viewer, self.seen, day=day, today=today):
            return self.brief
        return None


# Written out and prepared: every screen with a map asks this every few seconds, and the database would spend more on
# planning than on reading. The states stand in the text, so that the partial index serves any day. Departments are read
# only where they decide who may see the holder: for people who do not show themselves to everyone, and for the past.
# The stretch is compared by its ends: `&&` would have the planner ask the constraint's GiST index about every desk too.
_HOLDINGS = """
SELECT booking.desk_id, booking.id, booking.person_id, lower(booking.during), upper(booking.during), booking.state,
       person.name, person.family_name,
       CASE WHEN person.kind = 'visitor' THEN person.organisation ELSE coalesce(department.name, '') END,
       person.visibility, person.kind = 'visitor', person.host_id,
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
    day: date,
    during: Interval,
    *,
    today: date,
    floor_id: int | None = None,
    desk_ids: Iterable[int] = (),
) -> list[Holding]:
    """The bookings that hold desks of a floor, or of some desks, in `during`, first first; one query."""
    wanted = {"day": day, "today": today, "start": during.start, "end": during.end}
    with prepared_cursor() as cursor:
        if floor_id is not None:
            cursor.execute(_OF_FLOOR, {**wanted, "floor": floor_id})
        else:
            cursor.execute(_OF_DESKS, {**wanted, "desks": list(desk_ids)})
        rows = cursor.fetchall()
    answer = []
    for desk, pk, person, start, end, state, name, family_name, department, *decides in rows:
        brief = {"id": person, "name": name, "family_name": family_name, "department": department}
        seen = None
        visibility, visitor, host_id, lineage, posts = decides
        if visibility != Visibility.EVERYONE or visitor or day < today:
            departments = frozenset(posts or (lineage or ())[-1:])
            seen = Seen(person, visibility, departments, frozenset(lineage or ()), visitor=visitor, host_id=host_id)
        answer.append(Holding(desk, pk, person, Interval(start, end), state, brief, seen, visitor))
    return answer
