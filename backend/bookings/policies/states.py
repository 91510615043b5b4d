"""The states of a booking and which of them hold a desk."""

from enum import StrEnum


class BookingState(StrEnum):
    BOOKED = "booked"
    CHECKED_IN = "checked_in"
    CHECKED_OUT = "checked_out"
    CANCELLED = "cancelled"
    RELEASED = "released"


LIVE = (BookingState.BOOKED.value, BookingState.CHECKED_IN.value)
"""Still to come or under way."""

HOLDING = (*LIVE, BookingState.CHECKED_OUT.value)
"""Those that hold their desk for their stretch: what the exclusion constraint is over."""

ENDED = (BookingState.CANCELLED.value, BookingState.RELEASED.value)
"""Given up; they hold nothing and stay as records."""
