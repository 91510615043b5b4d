"""The addresses of this app below /api/v1/."""

from django.urls import path

from bookings.api.availability import AvailabilityView, FloorAvailabilityView
from bookings.api.bookings import BookingsView, BookingView, CancelView, CheckInView, CheckOutView, RestoreView
from bookings.api.desk_loans import DeskLoansView, WithdrawLoanView
from bookings.api.desks import DeskCheckInView, DeskDayView
from bookings.api.rules import BookingRulesView, BookingRuleView
from bookings.api.simulation import SimulateRuleView
from bookings.api.why import NoShowsView, WhyView

urlpatterns = [
    path("availability/", AvailabilityView.as_view()),
    path("floors/<int:id>/availability/", FloorAvailabilityView.as_view()),
    path("desks/<int:id>/day/", DeskDayView.as_view()),
    path("desks/<int:id>/check-in/", DeskCheckInView.as_view()),
    path("bookings/", BookingsView.as_view()),
    path("bookings/why/", WhyView.as_view()),
    path("bookings/no-shows/", NoShowsView.as_view()),
    path("bookings/<int:id>/", BookingView.as_view()),
    path("bookings/<int:id>/cancel/", CancelView.as_view()),
    path("bookings/<int:id>/restore/", RestoreView.as_view()),
    path("bookings/<int:id>/check-in/", CheckInView.as_view()),
    path("bookings/<int:id>/check-out/", CheckOutView.as_view()),
    path("booking-rules/", BookingRulesView.as_view()),
    path("booking-rules/simulate/", SimulateRuleView.as_view()),
    path("booking-rules/<int:id>/", BookingRuleView.as_view()),
    path("desk-loans/", DeskLoansView.as_view()),
    path("desk-loans/<int:id>/withdraw/", WithdrawLoanView.as_view()),
]
