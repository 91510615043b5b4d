"""Addresses of the calendars app, below /api/v1/."""

from django.urls import URLPattern, path

from calendars.api.choices import CalendarChoicesView
from calendars.api.feeds import FeedsView, FeedView, RenewFeedView

urlpatterns: list[URLPattern] = [
    path("calendar/choices/", CalendarChoicesView.as_view()),
    path("calendar/feeds/", FeedsView.as_view()),
    path("calendar/feeds/<int:id>/", FeedView.as_view()),
    path("calendar/feeds/<int:id>/renew/", RenewFeedView.as_view()),
]
