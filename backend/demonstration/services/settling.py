"""Let the filled days go on: people come, leave, and stay away."""

import datetime as dt
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from bookings.models import Booking
from bookings.policies.states import LIVE
from bookings.services.holder import KIND
from core import clock
from demonstration.models import FilledDay
from demonstration.policies.outcome import Outcome, outcome

# A booking that somebody has changed meanwhile is in another state, and stays as that person left it.
_SETTLE_BOOKING = """
UPDATE bookings_booking SET state = %s, during = %s, checked_in_at = %s, checked_out_at = %s, ended_at = %s,
       ended_because = %s
 WHERE id = %s AND state = %s
"""
_SETTLE_PLAN = """
UPDATE plans_attendanceplan SET during = booking.during, withdrawn_at = booking.ended_at
  FROM bookings_booking booking
 WHERE booking.id = ANY(%s) AND holder_kind = %s AND holder_id = booking.id
   AND (plans_attendanceplan.during, withdrawn_at) IS DISTINCT FROM (booking.during, booking.ended_at)
"""


def settle_days(today: dt.date) -> int:
    """Bring the filled days up to now, each in its own transaction; answers how many bookings moved on."""
    return sum(_settle(filled.pk) for filled in FilledDay.objects.filter(settled=False, day__lte=today).order_by("day"))


@transaction.atomic
def _settle(filled_id: int) -> int:
    filled = FilledDay.objects.select_for_update().get(pk=filled_id)
    now = clock.now()
    live = Booking.objects.filter(pk__in=filled.booking_ids, state__in=LIVE)
    changed = [
        (booking, stands)
        for booking in live
        if (stands := _stands(booking, now)).state != booking.state and stands.state != "booked"
    ]
    _write(changed)
    if clock.day_end(filled.day) <= now:
        filled.settled = True
        filled.save(update_fields=["settled"])
    return len(changed)


def _stands(booking: Booking, now: datetime) -> Outcome:
    return outcome(
        person_id=booking.person_id,
        during=booking.interval,
        release_at=booking.release_at,
        now=now,
        may_be_cancelled=False,
    )


def _write(changed: Sequence[tuple[Booking, Outcome]]) -> None:
    if not changed:
        return
    rows: list[list[Any]] = [
        [
            stands.state,
            stands.during.as_range(),
            stands.checked_in_at,
            stands.checked_out_at,
            stands.ended_at,
            stands.ended_because,
            booking.pk,
            booking.state,
        ]
        for booking, stands in changed
    ]
    with connection.cursor() as cursor:
        cursor.executemany(_SETTLE_BOOKING, rows)
        cursor.execute(_SETTLE_PLAN, [[booking.pk for booking, _stands in changed], KIND])
