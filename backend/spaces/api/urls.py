"""Addresses of places, below /api/v1/."""

from django.urls import path

from spaces.api.views import BuildingsView, DesksView, FloorsView, FloorView, LayoutPlanView

urlpatterns = [
    path("buildings/", BuildingsView.as_view(), name="buildings"),
    path("floors/", FloorsView.as_view(), name="floors"),
    path("floors/<int:id>/", FloorView.as_view(), name="floor"),
    path("layouts/<int:id>/plan.svg", LayoutPlanView.as_view(), name="layout-plan"),
    path("desks/", DesksView.as_view(), name="desks"),
]
