"""Addresses of the waitlists app, below /api/v1/."""

from django.urls import path

from waitlists.api.waits import AcceptView, DeclineView, DemandView, LeaveView, WaitsView

urlpatterns = [
    path("waitlists/", WaitsView.as_view()),
    path("waitlists/demand/", DemandView.as_view()),
    path("waitlists/<int:id>/leave/", LeaveView.as_view()),
    path("waitlists/<int:id>/accept/", AcceptView.as_view()),
    path("waitlists/<int:id>/decline/", DeclineView.as_view()),
]
