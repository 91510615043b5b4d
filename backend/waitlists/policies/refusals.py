"""Why a wait is refused; everything else is refused as a booking would be."""

from enum import StrEnum


class WaitRefusal(StrEnum):
    DESKS_ARE_FREE = "desks_are_free"
    NO_DESK_FITS = "no_desk_fits"
    ALREADY_WAITING = "already_waiting"
    WAIT_IS_OVER = "wait_is_over"
