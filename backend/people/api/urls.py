"""Addresses of the people app's API."""

from django.urls import path

from people.api.departments import DepartmentsView
from people.api.session import SessionView

urlpatterns = [
    path("session/", SessionView.as_view()),
    path("departments/", DepartmentsView.as_view()),
]
