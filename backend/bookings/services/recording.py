"""What the event log keeps of a booking."""

from typing import Any

from audit.services import record
from bookings.models import Booking


def snapshot(booking: Booking) -> dict[str, Any]:
    """A booking as events show it before and after."""
    return {
        "person": booking.person_id,
        "desk": booking.desk_id,
        "day": booking.day.isoformat(),
        "start": booking.start.isoformat(),
        "end": booking.end.isoformat(),
        "state": booking.state,
    }


def record_booking(kind: str, booking: Booking, *, before: dict[str, Any] | None = None, **more: Any) -> None:
    """Write the event `booking.<kind>` with the booking as it is now."""
    record(
        kind=f"booking.{kind}",
        subject_kind="booking",
        subject_id=booking.pk,
        before=before,
        after={**snapshot(booking), **more},
    )
