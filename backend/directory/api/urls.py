"""Addresses of the directory app's API."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
