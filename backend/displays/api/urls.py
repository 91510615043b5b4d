"""Addresses of the displays app, below /api/v1/."""

from django.urls import URLPattern, path

from displays.api.displays import DisplayPlanView, DisplayView
from displays.api.labels import DeskLabelsView
from displays.api.links import DisplayLinksView, RevokeDisplayView

urlpatterns: list[URLPattern] = [
    path("desk-labels.pdf", DeskLabelsView.as_view()),
    path("display-links/", DisplayLinksView.as_view()),
    path("display-links/<int:id>/revoke/", RevokeDisplayView.as_view()),
    path("displays/<str:token>/", DisplayView.as_view()),
    path("displays/<str:token>/plans/<int:id>.svg", DisplayPlanView.as_view()),
]
