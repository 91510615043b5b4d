"""Addresses of placements, below /api/v1/."""

from django.urls import URLPattern, path

from planning.api.placements import (
    CancelPlacementView,
    PlacementDraftsView,
    PlacementProposalView,
    PlacementsView,
    PlacementView,
)

placement_urls: list[URLPattern] = [
    path("planning/placements/", PlacementsView.as_view()),
    path("planning/placements/proposal/", PlacementProposalView.as_view()),
    path("planning/placements/<int:id>/", PlacementView.as_view()),
    path("planning/placements/<int:id>/cancel/", CancelPlacementView.as_view()),
    path("planning/placements/<int:id>/draft/", PlacementDraftsView.as_view()),
]
