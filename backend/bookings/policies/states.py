"""The states of a booking and which of them hold a desk."""

from enum import StrEnum


class BookingState(StrEnum):
    BOOKED = "booked"
    CHECKED_IN = "checked_in"
    CHECKED_OUT = "checked_out"
    CANCELLED = "cancelled"
    RELEASED = "released"
    OFFERED = "offered"
    LAPSED = "lapsed"


LIVE = (BookingState.BOOKED.value, BookingState.CHECKED_IN.value)
"""Still to come or under way."""

HOLDING = (*LIVE, BookingState.CHECKED_OUT.value, BookingState.OFFERED.value)
"""Those that hold their desk for their stretch: what the exclusion constraint is over."""

STANDING = (*LIVE, BookingState.OFFERED.value)
"""Those in whose way nobody may put anything: live bookings, and desks offered to somebody who waits."""

OFFERS = (BookingState.OFFERED.value, BookingState.LAPSED.value)
"""A desk kept for somebody who waits until that person answers, and an offer that came to nothing.

Neither is one of the person's bookings: nothing of the person's day is claimed, and no allowance is used.
"""

ENDED = (BookingState.CANCELLED.value, BookingState.RELEASED.value)
"""Given up; they hold nothing and stay as records."""
