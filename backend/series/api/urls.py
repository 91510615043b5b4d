"""Addresses of the series app, below /api/v1/."""

from django.urls import URLPattern, path

from series.api.series import (
    CancelSeriesView,
    ChangeSeriesPreviewView,
    ChangeSeriesView,
    RestoreSeriesView,
    SeriesListView,
    SeriesPreviewView,
    SeriesView,
)

urlpatterns: list[URLPattern] = [
    path("booking-series/", SeriesListView.as_view()),
    path("booking-series/preview/", SeriesPreviewView.as_view()),
    path("booking-series/<int:id>/", SeriesView.as_view()),
    path("booking-series/<int:id>/cancel/", CancelSeriesView.as_view()),
    path("booking-series/<int:id>/restore/", RestoreSeriesView.as_view()),
    path("booking-series/<int:id>/change/", ChangeSeriesView.as_view()),
    path("booking-series/<int:id>/change/preview/", ChangeSeriesPreviewView.as_view()),
]
