"""What the event log keeps of a booking."""

from collections.abc import Sequence
from typing import Any

from audit.context import acting_for
from audit.services import Happening, record, record_all
from bookings.models import Booking

_BY_PERSON = "person"


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
    """Write the event `booking.<kind>` with the booking as it is now.

    Where somebody acts for the booking's person, the event says both: the actor, and `on_behalf_of`. What a closure or
    another stretch of the day displaces is done to the person and not for them.
    """
    acted_by = acting_for(booking.person_id) if more.get("because", _BY_PERSON) == _BY_PERSON else None
    if acted_by is not None:
        more["acted_by"] = acted_by
    record(
        kind=f"booking.{kind}",
        subject_kind="booking",
        subject_id=booking.pk,
        before=before,
        after={**snapshot(booking), **more},
        on_behalf_of=None if acted_by is None else booking.person_id,
    )


def record_bookings(kind: str, changed: Sequence[tuple[Booking, dict[str, Any]]], *, because: str) -> None:
    """Write `booking.<kind>` for many bookings that one act changed, each with what it was before."""
    record_all(
        [
            Happening(
                kind=f"booking.{kind}",
                subject_kind="booking",
                subject_id=booking.pk,
                before=before,
                after={**snapshot(booking), "because": because},
            )
            for booking, before in changed
        ]
    )
