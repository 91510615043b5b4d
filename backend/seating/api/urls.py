"""Addresses of the seating app, below /api/v1/."""

from django.urls import path

from seating.api.choice import BookChoiceView, ChoicesView, ChoiceView
from seating.api.departments import DepartmentsView
from seating.api.draws import DrawPreviewView, DrawsView, DrawView, UndoDrawView
from seating.api.groups import CancelGroupView, GroupPreviewView, GroupsView, GroupView

urlpatterns = [
    path("seating/choice/", ChoicesView.as_view()),
    path("seating/choice/<int:id>/", ChoiceView.as_view()),
    path("seating/choice/<int:id>/book/", BookChoiceView.as_view()),
    path("seating/departments/", DepartmentsView.as_view()),
    path("seating/draws/", DrawsView.as_view()),
    path("seating/draws/preview/", DrawPreviewView.as_view()),
    path("seating/draws/<int:id>/", DrawView.as_view()),
    path("seating/draws/<int:id>/undo/", UndoDrawView.as_view()),
    path("group-bookings/", GroupsView.as_view()),
    path("group-bookings/preview/", GroupPreviewView.as_view()),
    path("group-bookings/<int:id>/", GroupView.as_view()),
    path("group-bookings/<int:id>/cancel/", CancelGroupView.as_view()),
]
