"""Addresses of the directory app's API."""

from django.urls import URLPattern, path

from directory.api.runs import (
    ApplyDirectoryRunView,
    DirectoryRunChangesView,
    DirectoryRunFindingsView,
    DirectoryRunsView,
    DirectoryRunView,
    DiscardDirectoryRunView,
)
from directory.api.state import DirectoryGapsView, DirectoryStateView
from directory.api.transfer_urls import transfer_urls

urlpatterns: list[URLPattern] = [
    path("directory/", DirectoryStateView.as_view()),
    path("directory/gaps/", DirectoryGapsView.as_view()),
    path("directory/runs/", DirectoryRunsView.as_view()),
    path("directory/runs/<int:id>/", DirectoryRunView.as_view()),
    path("directory/runs/<int:id>/changes/", DirectoryRunChangesView.as_view()),
    path("directory/runs/<int:id>/findings/", DirectoryRunFindingsView.as_view()),
    path("directory/runs/<int:id>/apply/", ApplyDirectoryRunView.as_view()),
    path("directory/runs/<int:id>/discard/", DiscardDirectoryRunView.as_view()),
    *transfer_urls,
]
