"""Bookings, the rules they follow, what they refused, and loans of assigned desks."""

from bookings.models.booking import ONE_BOOKING_PER_DESK, Booking
from bookings.models.desk_loan import DeskLoan
from bookings.models.refused_attempt import RefusedAttempt
from bookings.models.rule import BookingRule
from bookings.policies.states import BookingState

__all__ = ["ONE_BOOKING_PER_DESK", "Booking", "BookingRule", "BookingState", "DeskLoan", "RefusedAttempt"]
