"""Addresses of the seating app, below /api/v1/."""

from django.urls import path

from seating.api.choice import BookChoiceView, ChoicesView, ChoiceView

urlpatterns = [
    path("seating/choice/", ChoicesView.as_view()),
    path("seating/choice/<int:id>/", ChoiceView.as_view()),
    path("seating/choice/<int:id>/book/", BookChoiceView.as_view()),
]
