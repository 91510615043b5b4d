"""Addresses of counts by eye and of sensors."""

from django.urls import URLPattern, path

from occupancy.api.counts import CountsView, CountView, CountWalkView
from occupancy.api.readings import ReadingsView

COUNT_URLS: list[URLPattern] = [
    path("occupancy/counts/", CountsView.as_view()),
    path("occupancy/counts/walk/", CountWalkView.as_view()),
    path("occupancy/counts/<int:id>/", CountView.as_view()),
    path("occupancy/readings/", ReadingsView.as_view()),
]
