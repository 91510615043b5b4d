"""Which refusals are demand that was not met, and what is kept of them."""

from dataclasses import dataclass
from datetime import date

from bookings.policies.refusals import BookingRefusal

UNMET_DEMAND = frozenset(
    {
        BookingRefusal.DESK_TAKEN,
        BookingRefusal.CLOSED,
        BookingRefusal.NOT_A_WORKING_DAY,
        BookingRefusal.BEYOND_WINDOW,
        BookingRefusal.BEYOND_SERIES_WINDOW,
        BookingRefusal.NO_SHOW_LIMITED,
        BookingRefusal.QUOTA_REACHED,
        BookingRefusal.SERIES_DATES_REACHED,
        BookingRefusal.TOO_LONG,
        BookingRefusal.OUTSIDE_HOURS,
        BookingRefusal.AREA_NOT_YOURS,
        BookingRefusal.OWN_AREA_HAS_ROOM,
        BookingRefusal.DROP_IN_ONLY_NOW,
        BookingRefusal.ASSIGNED_TO_ANOTHER,
        BookingRefusal.DESK_UNAVAILABLE,
    }
)
"""A desk was wanted and not given. Slips of the hand (a minute that is no step) and own bookings in the way are not."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A person who wanted a desk on a day, and the code with which that was refused."""

    person_id: int
    desk_id: int
    day: date
    code: str
