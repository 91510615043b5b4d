"""Addresses of the relocation app, below /api/v1/."""

from django.urls import path

from relocation.api.closures import ClosuresView, LiftClosureView
from relocation.api.drafts import DraftPublishView, DraftReviewView
from relocation.api.mine import AcceptView, DeclineView, MyRelocationsView
from relocation.api.past_closures import PastClosuresView

urlpatterns = [
    path("closures/", ClosuresView.as_view()),
    path("closures/past/", PastClosuresView.as_view()),
    path("closures/<int:id>/lift/", LiftClosureView.as_view()),
    path("layout-drafts/<int:id>/review/", DraftReviewView.as_view()),
    path("layout-drafts/<int:id>/publish/", DraftPublishView.as_view()),
    path("relocations/mine/", MyRelocationsView.as_view()),
    path("relocations/<int:id>/accept/", AcceptView.as_view()),
    path("relocations/<int:id>/decline/", DeclineView.as_view()),
]
