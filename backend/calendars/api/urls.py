"""Addresses of the calendars app, below /api/v1/."""

from django.urls import URLPattern, path

from calendars.api.choices import CalendarChoicesView
from calendars.api.city import (
    CityCalendarImportView,
    CityCalendarsView,
    CityCalendarView,
    ReadCityCalendarView,
)
from calendars.api.feeds import FeedsView, FeedView, RenewFeedView
from calendars.api.health import CalendarHealthView
from calendars.api.links import (
    CalendarLinksView,
    CalendarLinkTestView,
    CalendarLinkView,
    FindCalendarsView,
    ResumeLinkView,
)
from calendars.api.proposals import AcceptView, DismissView, ProposalsView, ReopenView

urlpatterns: list[URLPattern] = [
    path("calendar/choices/", CalendarChoicesView.as_view()),
    path("calendar/feeds/", FeedsView.as_view()),
    path("calendar/feeds/<int:id>/", FeedView.as_view()),
    path("calendar/feeds/<int:id>/renew/", RenewFeedView.as_view()),
    path("calendar/links/", CalendarLinksView.as_view()),
    path("calendar/links/find/", FindCalendarsView.as_view()),
    path("calendar/links/<int:id>/", CalendarLinkView.as_view()),
    path("calendar/links/<int:id>/test/", CalendarLinkTestView.as_view()),
    path("calendar/links/<int:id>/resume/", ResumeLinkView.as_view()),
    path("calendar/proposals/", ProposalsView.as_view()),
    path("calendar/proposals/<int:id>/accept/", AcceptView.as_view()),
    path("calendar/proposals/<int:id>/dismiss/", DismissView.as_view()),
    path("calendar/proposals/<int:id>/reopen/", ReopenView.as_view()),
    path("calendar/health/", CalendarHealthView.as_view()),
    path("city-calendars/", CityCalendarsView.as_view()),
    path("city-calendars/import/", CityCalendarImportView.as_view()),
    path("city-calendars/<int:id>/", CityCalendarView.as_view()),
    path("city-calendars/<int:id>/read/", ReadCityCalendarView.as_view()),
]
