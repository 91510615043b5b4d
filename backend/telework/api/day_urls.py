"""Addresses of the day itself, of records and of the terminals' log, below /api/v1/."""

from django.urls import URLPattern, path

from telework.api.device_logs import DeviceLogsView
from telework.api.records import DepartmentRecordFileView, DepartmentRecordView, OwnRecordFileView, OwnRecordView
from telework.api.work import (
    ConfirmManyView,
    ConfirmReportView,
    EndWorkView,
    PauseWorkView,
    ReportWorkView,
    ResumeWorkView,
    SendReportBackView,
    StartWorkView,
    WorkOfDayView,
)

DAY_URLS: list[URLPattern] = [
    path("telework/requests/<int:id>/stretches/", WorkOfDayView.as_view()),
    path("telework/requests/<int:id>/start/", StartWorkView.as_view()),
    path("telework/requests/<int:id>/pause/", PauseWorkView.as_view()),
    path("telework/requests/<int:id>/resume/", ResumeWorkView.as_view()),
    path("telework/requests/<int:id>/end/", EndWorkView.as_view()),
    path("telework/requests/<int:id>/report/", ReportWorkView.as_view()),
    path("telework/requests/<int:id>/confirm/", ConfirmReportView.as_view()),
    path("telework/requests/<int:id>/send_back/", SendReportBackView.as_view()),
    path("telework/approvals/confirm/", ConfirmManyView.as_view()),
    path("telework/device-logs/", DeviceLogsView.as_view()),
    path("telework/records/me/", OwnRecordView.as_view()),
    path("telework/records/me/export/", OwnRecordFileView.as_view()),
    path("telework/records/departments/<int:id>/", DepartmentRecordView.as_view()),
    path("telework/records/departments/<int:id>/export/", DepartmentRecordFileView.as_view()),
]
