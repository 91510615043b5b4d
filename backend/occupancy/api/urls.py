"""Addresses of the occupancy app, below /api/v1/."""

from django.urls import URLPattern, path

from occupancy.api.days import DaysBuildView, DaysView
from occupancy.api.report_urls import REPORT_URLS

urlpatterns: list[URLPattern] = [
    path("occupancy/days/", DaysView.as_view()),
    path("occupancy/days/build/", DaysBuildView.as_view()),
    *REPORT_URLS,
]
