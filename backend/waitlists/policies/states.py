"""What becomes of somebody's wait."""

from enum import StrEnum


class WaitState(StrEnum):
    WAITING = "waiting"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LAPSED = "lapsed"
    LEFT = "left"
    ENDED = "ended"


LIVE_WAITS = (WaitState.WAITING.value, WaitState.OFFERED.value)
"""Those whose person still hopes for a desk, or has one to answer for."""
