"""Addresses of the attendance app's API."""

from django.urls import path

from attendance.api.favourites import FavouritesView, FavouriteView
from attendance.api.looks import LooksView
from attendance.api.me import MeView
from attendance.api.own_days import ForeseenView, OwnDayView, ShiftsView, UsualWeekView
from attendance.api.own_weeks import CopyWeekView, DesksBackView
from attendance.api.people import PeopleView, PersonView, WhereaboutsView
from attendance.api.plans import MyPlanView
from attendance.api.section import SectionAttendanceView, SectionExportView

urlpatterns = [
    path("me/", MeView.as_view()),
    path("me/looks/", LooksView.as_view()),
    path("attendance/me/", MyPlanView.as_view()),
    path("attendance/me/preview/", ForeseenView.as_view()),
    path("attendance/me/pattern/", UsualWeekView.as_view()),
    path("attendance/me/copy-week/", CopyWeekView.as_view()),
    path("attendance/me/desks-back/", DesksBackView.as_view()),
    path("attendance/me/<str:day>/", OwnDayView.as_view()),
    path("attendance/shifts/", ShiftsView.as_view()),
    path("attendance/departments/<int:id>/", SectionAttendanceView.as_view()),
    path("attendance/departments/<int:id>/export/", SectionExportView.as_view()),
    path("people/", PeopleView.as_view()),
    path("people/favourites/", FavouritesView.as_view()),
    path("people/favourites/<int:id>/", FavouriteView.as_view()),
    path("people/<int:id>/", PersonView.as_view()),
    path("people/<int:id>/whereabouts/", WhereaboutsView.as_view()),
]
