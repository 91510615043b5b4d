"""Addresses of places, below /api/v1/."""

from django.urls import path

from spaces.api.drafts import LayoutDraftPlanView, LayoutDraftsView, LayoutDraftView
from spaces.api.dxf import DxfDraftView, DxfDrawingsView, DxfDrawingView, DxfPreviewView
from spaces.api.imports import PlacesImportsView
from spaces.api.layouts import LayoutsView, TakeBackView
from spaces.api.views import BuildingsView, DesksView, FloorsView, FloorView, LayoutPlanView

urlpatterns = [
    path("buildings/", BuildingsView.as_view(), name="buildings"),
    path("floors/", FloorsView.as_view(), name="floors"),
    path("floors/<int:id>/", FloorView.as_view(), name="floor"),
    path("layouts/", LayoutsView.as_view(), name="layouts"),
    path("layouts/<int:id>/take-back/", TakeBackView.as_view(), name="layout-take-back"),
    path("layouts/<int:id>/plan.svg", LayoutPlanView.as_view(), name="layout-plan"),
    path("layout-drafts/", LayoutDraftsView.as_view(), name="layout-drafts"),
    path("layout-drafts/<int:id>/", LayoutDraftView.as_view(), name="layout-draft"),
    path("layout-drafts/<int:id>/plan.svg", LayoutDraftPlanView.as_view(), name="layout-draft-plan"),
    path("places-imports/", PlacesImportsView.as_view(), name="places-imports"),
    path("dxf-drawings/", DxfDrawingsView.as_view(), name="dxf-drawings"),
    path("dxf-drawings/<int:id>/", DxfDrawingView.as_view(), name="dxf-drawing"),
    path("dxf-drawings/<int:id>/preview.svg", DxfPreviewView.as_view(), name="dxf-preview"),
    path("dxf-drawings/<int:id>/draft/", DxfDraftView.as_view(), name="dxf-draft"),
    path("desks/", DesksView.as_view(), name="desks"),
]
