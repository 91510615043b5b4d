"""Addresses of the people app's API."""

from django.urls import path

from people.api.bookable import BookableView
from people.api.delegations import DelegationsView, EndDelegationView
from people.api.departments import DepartmentsView
from people.api.visitors import EndVisitView, VisitorsView

urlpatterns = [
    path("departments/", DepartmentsView.as_view()),
    path("delegations/", DelegationsView.as_view()),
    path("delegations/<int:id>/end/", EndDelegationView.as_view()),
    path("people/bookable/", BookableView.as_view()),
    path("visitors/", VisitorsView.as_view()),
    path("visitors/<int:id>/end/", EndVisitView.as_view()),
]
