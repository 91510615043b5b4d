"""Addresses of the planning app, below /api/v1/."""

from django.urls import URLPattern

from planning.api.need_urls import need_urls
from planning.api.placement_urls import placement_urls

urlpatterns: list[URLPattern] = [
    *need_urls,
    *placement_urls,
]
