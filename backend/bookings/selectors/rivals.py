"""What already has the desk: a booking or a closure."""

from bookings.models import Booking
from bookings.policies.refusals import BookingRefusal
from core.interval import Interval
from core.refused import Refused
from spaces.policies.closed_places import ClosedPlace


def desk_taken(desk_id: int, during: Interval, desk_code: str, *, but: int | None = None) -> Refused | None:
    """The refusal that names the rival's interval, or None where no booking holds the desk. It never says who."""
    rivals = Booking.objects.holding().filter(desk_id=desk_id).overlapping(during)
    if but is not None:
        rivals = rivals.exclude(pk=but)
    rival = rivals.order_by("during").first()
    if rival is None:
        return None
    return held_by(rival.interval, desk_id, desk_code)


def held_by(during: Interval, desk_id: int, desk_code: str) -> Refused:
    """The refusal of a desk that somebody's booking holds `during`."""
    held = {"kind": "booking", "start": during.start, "end": during.end, "desk": desk_id, "desk_code": desk_code}
    return Refused(BookingRefusal.DESK_TAKEN, {"conflicts_with": held})


def closed_place(closed: ClosedPlace) -> Refused:
    """The refusal of a desk whose place is closed meanwhile, with the closure's times and reason."""
    rival = {
        "kind": "closure",
        "id": closed.id,
        "start": closed.during.start,
        "end": closed.during.end,
        "reason": closed.reason,
    }
    return Refused(BookingRefusal.CLOSED, {"conflicts_with": rival})
