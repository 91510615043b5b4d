"""Addresses of the telework app, below /api/v1/."""

from django.urls import URLPattern, path

from telework.api.approvals import ApprovalCountView, ApprovalReportsView, ApprovalsView
from telework.api.day_urls import DAY_URLS
from telework.api.orders import OrdersView, PreviewOrderView, WithdrawOrderView
from telework.api.registration_decisions import (
    ApproveRegistrationView,
    RejectRegistrationView,
    ReturnRegistrationView,
    RevokeRegistrationView,
)
from telework.api.registrations import (
    MyRegistrationView,
    RegistrationsView,
    RegistrationView,
    SubmitRegistrationView,
    WithdrawRegistrationView,
)
from telework.api.requests import (
    ApproveRequestView,
    CancelRequestView,
    RejectRequestView,
    ReturnRequestView,
    RevokeRequestView,
    SubmitRequestView,
    TeleworkRequestsView,
    TeleworkRequestView,
    WithdrawRequestView,
)
from telework.api.requests_many import ManyRequestsView, PreviewRequestsView, WithdrawSeriesView
from telework.api.rules import (
    DepartmentRulesView,
    DepartmentsToSetView,
    TeleworkRulesForEveryoneView,
    TeleworkRulesView,
)

urlpatterns: list[URLPattern] = [
    *DAY_URLS,
    path("telework/requests/", TeleworkRequestsView.as_view()),
    path("telework/requests/preview/", PreviewRequestsView.as_view()),
    path("telework/requests/many/", ManyRequestsView.as_view()),
    path("telework/requests/<int:id>/", TeleworkRequestView.as_view()),
    path("telework/requests/<int:id>/submit/", SubmitRequestView.as_view()),
    path("telework/requests/<int:id>/withdraw/", WithdrawRequestView.as_view()),
    path("telework/requests/<int:id>/cancel/", CancelRequestView.as_view()),
    path("telework/requests/<int:id>/approve/", ApproveRequestView.as_view()),
    path("telework/requests/<int:id>/return/", ReturnRequestView.as_view()),
    path("telework/requests/<int:id>/reject/", RejectRequestView.as_view()),
    path("telework/requests/<int:id>/revoke/", RevokeRequestView.as_view()),
    path("telework/approvals/", ApprovalsView.as_view()),
    path("telework/approvals/count/", ApprovalCountView.as_view()),
    path("telework/approvals/reports/", ApprovalReportsView.as_view()),
    path("telework/orders/", OrdersView.as_view()),
    path("telework/orders/preview/", PreviewOrderView.as_view()),
    path("telework/orders/<int:id>/withdraw/", WithdrawOrderView.as_view()),
    path("telework/series/<uuid:id>/withdraw/", WithdrawSeriesView.as_view()),
    path("telework/registrations/", RegistrationsView.as_view()),
    path("telework/registrations/me/", MyRegistrationView.as_view()),
    path("telework/registrations/<int:id>/", RegistrationView.as_view()),
    path("telework/registrations/<int:id>/submit/", SubmitRegistrationView.as_view()),
    path("telework/registrations/<int:id>/withdraw/", WithdrawRegistrationView.as_view()),
    path("telework/registrations/<int:id>/approve/", ApproveRegistrationView.as_view()),
    path("telework/registrations/<int:id>/return/", ReturnRegistrationView.as_view()),
    path("telework/registrations/<int:id>/reject/", RejectRegistrationView.as_view()),
    path("telework/registrations/<int:id>/revoke/", RevokeRegistrationView.as_view()),
    path("telework/rules/", TeleworkRulesView.as_view()),
    path("telework/rules/everyone/", TeleworkRulesForEveryoneView.as_view()),
    path("telework/departments/", DepartmentsToSetView.as_view()),
    path("telework/departments/<int:id>/rules/", DepartmentRulesView.as_view()),
]
