"""What bookings and refused wishes say of a day."""

from dataclasses import replace
from datetime import date

from bookings.models import RefusedAttempt
from bookings.policies.states import OFFERS, BookingState
from core.prepared import prepared_cursor
from occupancy.policies.demand import WishRefused
from occupancy.policies.evidence import BookingSeen

# Written out, for ranges would be taken apart one by one here.
_BOOKINGS = """
SELECT id, person_id, desk_id, floor_id, area_id, department_id, lower(during), upper(during),
       lower(booked_during), upper(booked_during), state, walk_up, spilled_over, checked_in_at, ended_at, moved_from_id
  FROM bookings_booking
 WHERE day = %s AND NOT state = ANY(%s)
 ORDER BY id
"""


def bookings_seen(day: date) -> list[BookingSeen]:
    """The bookings of a day in whatever state, offers left out, in order of their ids; one query."""
    with prepared_cursor() as cursor:
        cursor.execute(_BOOKINGS, [day, list(OFFERS)])
        rows = cursor.fetchall()
    state_of = {row[0]: row[10] for row in rows}
    replaced = {moved_from for *_booking, moved_from in rows}
    return [
        replace(
            BookingSeen(*booking),
            replaced=booking[0] in replaced,
            continued=state_of.get(moved_from) == BookingState.CHECKED_OUT,
        )
        for *booking, moved_from in rows
    ]


def wishes_refused(day: date) -> list[WishRefused]:
    """The refused wishes for a day, in the order in which they were refused."""
    rows = RefusedAttempt.objects.filter(day=day).order_by("pk")
    return [WishRefused(*row) for row in rows.values_list("area_id", "department_id", "code", "whose")]
