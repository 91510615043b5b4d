"""Addresses of the gates app, below /api/v1/."""

from django.urls import path

from gates.api.files import CancelGateLogFileView, GateLogFilesView, GateLogFileView, ResumeGateLogFileView

urlpatterns = [
    path("gate-log/files/", GateLogFilesView.as_view(), name="gate-log-files"),
    path("gate-log/files/<int:id>/", GateLogFileView.as_view(), name="gate-log-file"),
    path("gate-log/files/<int:id>/cancel/", CancelGateLogFileView.as_view(), name="gate-log-file-cancel"),
    path("gate-log/files/<int:id>/resume/", ResumeGateLogFileView.as_view(), name="gate-log-file-resume"),
]
