"""Addresses of the roster app, below /api/v1/."""

from django.urls import URLPattern, path

from roster.api.head_counts import HeadCountClosingView, HeadCountMarksView, HeadCountsView, HeadCountView
from roster.api.own_safety import OwnSafetyView
from roster.api.roster import CurrentRosterView, OpeningsView

urlpatterns: list[URLPattern] = [
    path("roster/", CurrentRosterView.as_view()),
    path("roster/openings/", OpeningsView.as_view()),
    path("head-counts/", HeadCountsView.as_view()),
    path("head-counts/<uuid:id>/", HeadCountView.as_view()),
    path("head-counts/<uuid:id>/marks/", HeadCountMarksView.as_view()),
    path("head-counts/<uuid:id>/close/", HeadCountClosingView.as_view()),
    path("my-safety/", OwnSafetyView.as_view()),
]
