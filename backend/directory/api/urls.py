"""Addresses of the directory app's API."""

from django.urls import URLPattern

from directory.api.transfer_urls import transfer_urls

urlpatterns: list[URLPattern] = [*transfer_urls]
