"""The addresses of this app below /api/v1/."""

from django.urls import path

from plans.api.city_events import CityEventsView, CityEventView
from plans.api.closing_days import ClosingDaysView, ClosingDayView
from plans.api.team_days import TeamDaysView, TeamDayView

urlpatterns = [
    path("city-events/", CityEventsView.as_view()),
    path("city-events/<int:id>/", CityEventView.as_view()),
    path("closing-days/", ClosingDaysView.as_view()),
    path("closing-days/<int:id>/", ClosingDayView.as_view()),
    path("team-days/", TeamDaysView.as_view()),
    path("team-days/<int:id>/", TeamDayView.as_view()),
]
