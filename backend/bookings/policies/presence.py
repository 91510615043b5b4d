"""Check-in, check-out, release and undo: which of them a booking allows at this moment."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bookings.policies.refusals import BookingRefusal
from bookings.policies.states import ENDED, LIVE, OFFERS, BookingState
from core.interval import Interval
from core.refused import Refused


class Action(StrEnum):
    """What a person may do with a booking; the words of the API's `may`."""

    CANCEL = "cancel"
    CHANGE = "change"
    CHECK_IN = "check_in"
    CHECK_OUT = "check_out"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Moment:
    """A booking as it stands, and the moment at which somebody wants to act on it."""

    state: str
    during: Interval
    now: datetime
    ended_at: datetime | None
    check_in_opens_minutes: int
    undo_minutes: int

    @property
    def check_in_from(self) -> datetime:
        return self.during.start - timedelta(minutes=self.check_in_opens_minutes)

    @property
    def undo_until(self) -> datetime | None:
        """Until when a cancellation or release can be undone: the undo time, and never past the booking's own end."""
        if self.ended_at is None:
            return None
        return min(self.ended_at + timedelta(minutes=self.undo_minutes), self.during.end)


def action_refused(action: Action, moment: Moment) -> Refused | None:
    """Why `action` is not possible at this moment, or None."""
    if moment.state in OFFERS:
        return Refused(BookingRefusal.ONLY_OFFERED)
    if action is Action.RESTORE:
        return _restore_refused(moment)
    if moment.state in ENDED:
        return Refused(BookingRefusal.ALREADY_ENDED)
    if moment.state == BookingState.CHECKED_OUT or moment.now >= moment.during.end:
        return Refused(BookingRefusal.BOOKING_OVER)
    checked_in = moment.state == BookingState.CHECKED_IN
    if action is Action.CHECK_IN:
        if checked_in:
            return Refused(BookingRefusal.ALREADY_CHECKED_IN)
        if moment.now < moment.check_in_from:
            return Refused(BookingRefusal.TOO_EARLY_TO_CHECK_IN, {"allowed_from": moment.check_in_from})
    if action is Action.CHECK_OUT and not checked_in:
        return Refused(BookingRefusal.NOT_CHECKED_IN)
    if action is Action.CANCEL and checked_in:
        return Refused(BookingRefusal.ALREADY_CHECKED_IN)
    return None


def possible_actions(moment: Moment) -> list[Action]:
    """Everything that would not be refused at this moment."""
    return [action for action in Action if action_refused(action, moment) is None]


def _restore_refused(moment: Moment) -> Refused | None:
    if moment.state in LIVE or moment.state == BookingState.CHECKED_OUT:
        return Refused(BookingRefusal.BOOKING_OVER)
    until = moment.undo_until
    if until is None or moment.now >= until:
        return Refused(BookingRefusal.UNDO_OVER, {"allowed_until": until})
    return None
