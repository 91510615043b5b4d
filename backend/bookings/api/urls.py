"""The addresses of this app below /api/v1/."""

from django.urls import path

from bookings.api.availability import AvailabilityView, FloorAvailabilityView
from bookings.api.bookings import BookingsView, BookingView, CancelView, CheckInView, CheckOutView, RestoreView
from bookings.api.desk_loans import DeskLoansView, WithdrawLoanView
from bookings.api.desks import DeskCheckInView, DeskDayView

urlpatterns = [
    path("availability/", AvailabilityView.as_view()),
    path("floors/<int:floor_id>/availability/", FloorAvailabilityView.as_view()),
    path("desks/<int:desk_id>/day/", DeskDayView.as_view()),
    path("desks/<int:desk_id>/check-in/", DeskCheckInView.as_view()),
    path("bookings/", BookingsView.as_view()),
    path("bookings/<int:booking_id>/", BookingView.as_view()),
    path("bookings/<int:booking_id>/cancel/", CancelView.as_view()),
    path("bookings/<int:booking_id>/restore/", RestoreView.as_view()),
    path("bookings/<int:booking_id>/check-in/", CheckInView.as_view()),
    path("bookings/<int:booking_id>/check-out/", CheckOutView.as_view()),
    path("desk-loans/", DeskLoansView.as_view()),
    path("desk-loans/<int:loan_id>/withdraw/", WithdrawLoanView.as_view()),
]
