"""Addresses of the access app's API."""

from django.urls import path

from access.api.session import SessionView

urlpatterns = [
    path("session/", SessionView.as_view()),
]
