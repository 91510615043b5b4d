"""How much of the allowance of live bookings a person has used."""

from datetime import datetime

from bookings.policies.states import LIVE
from core import clock
from core.prepared import prepared_cursor

# A booking lies within one day, so what is not over lies on today or later: years of history are not looked at.
_UNFINISHED = """
SELECT count(*) FROM bookings_booking
 WHERE person_id = %(person)s AND day >= %(today)s AND state IN ({states}) AND upper(during) > %(now)s AND id <> %(but)s
   AND repeated = %(repeated)s
""".format(states=", ".join(f"'{state}'" for state in LIVE))


def unfinished_bookings(person_id: int, now: datetime, *, but: int | None = None, repeated: bool = False) -> int:
    """How many of the person's bookings are live and not over at `now`, without the booking `but`.

    Single bookings and dates of series (`repeated`) are counted each by themselves.
    """
    with prepared_cursor() as cursor:
        cursor.execute(
            _UNFINISHED,
            {
                "person": person_id,
                "today": clock.city_day(now),
                "now": now,
                "but": but or 0,
                "repeated": repeated,
            },
        )
        (count,) = cursor.fetchone()
    return int(count)
