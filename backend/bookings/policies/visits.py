"""A visitor holds desks on the days of the visit."""

from datetime import date

from bookings.policies.refusals import BookingRefusal
from core.refused import Refused


def outside_visit(visit: tuple[date, date] | None, day: date) -> Refused | None:
    """Why somebody who comes from the first to the last day of `visit` cannot book `day`; staff have no visit."""
    if visit is None or visit[0] <= day <= visit[1]:
        return None
    return Refused(
        BookingRefusal.NOT_DURING_VISIT,
        {"allowed_from": visit[0].isoformat(), "allowed_until": visit[1].isoformat()},
    )
