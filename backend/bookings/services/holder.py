"""The name under which bookings hold a stretch of somebody's day in the ledger."""

from plans.services.ledger import Holder

KIND = "booking"


def holder_of(booking_id: int) -> Holder:
    return Holder(KIND, booking_id)
