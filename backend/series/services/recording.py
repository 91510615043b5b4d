"""What the event log keeps of a series."""

from collections.abc import Iterable
from typing import Any

from audit.context import acting_for
from audit.services import record
from bookings.models import Booking
from series.models import BookingSeries


def record_series(kind: str, series: BookingSeries, bookings: Iterable[Booking], **more: Any) -> None:
    """Write the event `series.<kind>` with the days it touched; each booking has an event of its own beside it."""
    days = sorted(booking.day for booking in bookings)
    record(
        kind=f"series.{kind}",
        subject_kind="series",
        subject_id=series.pk,
        after={
            "person": series.person_id,
            "desk": series.desk_id,
            "desk_code": series.desk.code,
            "weekdays": sorted(series.weekdays),
            "every_weeks": series.every_weeks,
            "days": [day.isoformat() for day in days],
            **more,
        },
        on_behalf_of=series.person_id if acting_for(series.person_id) is not None else None,
    )
