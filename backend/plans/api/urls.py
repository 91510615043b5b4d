"""The addresses of this app below /api/v1/."""

from django.urls import path

from plans.api.closing_days import ClosingDaysView, ClosingDayView

urlpatterns = [
    path("closing-days/", ClosingDaysView.as_view()),
    path("closing-days/<int:id>/", ClosingDayView.as_view()),
]
