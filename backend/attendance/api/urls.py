"""Addresses of the attendance app's API."""

from django.urls import path

from attendance.api.me import MeView
from attendance.api.people import PeopleView, WhereaboutsView
from attendance.api.plans import MyPlanView, SectionAttendanceView

urlpatterns = [
    path("me/", MeView.as_view()),
    path("attendance/me/", MyPlanView.as_view()),
    path("attendance/departments/<int:id>/", SectionAttendanceView.as_view()),
    path("people/", PeopleView.as_view()),
    path("people/<int:id>/whereabouts/", WhereaboutsView.as_view()),
]
