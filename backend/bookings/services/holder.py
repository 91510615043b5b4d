"""The name under which bookings hold a stretch of somebody's day in the ledger."""

from bookings.policies.holder import HOLDER_KIND
from plans.services.ledger import Holder

KIND = HOLDER_KIND


def holder_of(booking_id: int) -> Holder:
    return Holder(KIND, booking_id)
