"""Addresses of the occupancy app, below /api/v1/."""

from django.urls import URLPattern

from occupancy.api.report_urls import REPORT_URLS

urlpatterns: list[URLPattern] = [
    *REPORT_URLS,
]
