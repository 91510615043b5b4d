"""What every source says of people now: bookings of the day, and the last passages at the gates."""

from collections import defaultdict
from datetime import datetime, timedelta

from core.clock import city_day
from core.prepared import prepared_cursor
from gates.selectors.last_passages import last_passages
from roster.policies.belief import REMEMBERED, Source, Word

# The states are written out, so that a desk that is only offered to somebody is no word of theirs. Bookings that ended
# unused (cancelled, released) say nothing.
_BOOKINGS = """
SELECT booking.person_id, booking.state, booking.walk_up, lower(booking.during), upper(booking.during),
       booking.checked_in_at, booking.checked_out_at, booking.floor_id, booking.area_id, desk.code
  FROM bookings_booking booking
  JOIN spaces_desk desk ON desk.id = booking.desk_id
 WHERE booking.day = ANY(%s) AND booking.state IN ('booked', 'checked_in', 'checked_out')
"""


NIGHT_ENDS = timedelta(hours=5)
"""Until five in the morning yesterday's bookings speak too: who stayed late has not left because it is midnight."""


def words_said(now: datetime) -> dict[int, list[Word]]:
    """What was said of everybody by `now`, by person; two queries."""
    said: defaultdict[int, list[Word]] = defaultdict(list)
    with prepared_cursor() as cursor:
        cursor.execute(_BOOKINGS, [sorted({city_day(now - NIGHT_ENDS), city_day(now)})])
        rows = cursor.fetchall()
    for person, state, walk_up, start, end, came_at, left_at, floor, area, desk in rows:
        if state == "booked":
            said[person].append(Word(Source.PLAN, start, end, floor, area, desk))
        elif state == "checked_out":
            said[person].append(Word(Source.CHECK_OUT, left_at or end, None, floor, area, desk))
        else:
            source = Source.WALK_UP if walk_up else Source.CHECK_IN
            said[person].append(Word(source, came_at or start, end, floor, area, desk))
    for one in last_passages(after=now - REMEMBERED, until=now):
        source = Source.GATE_IN if one.goes_in else Source.GATE_OUT
        said[one.person_id].append(Word(source, one.at, floor_id=one.floor_id))
    return said
