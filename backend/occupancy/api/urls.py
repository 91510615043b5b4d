"""Addresses of the occupancy app, below /api/v1/."""

from django.urls import URLPattern, path

from occupancy.api.count_urls import COUNT_URLS
from occupancy.api.days import DaysBuildView, DaysView
from occupancy.api.exports import ExportView
from occupancy.api.monthly_report import MonthlyReportView
from occupancy.api.report_urls import REPORT_URLS

urlpatterns: list[URLPattern] = [
    path("occupancy/days/", DaysView.as_view()),
    path("occupancy/days/build/", DaysBuildView.as_view()),
    path("occupancy/export/", ExportView.as_view()),
    path("occupancy/monthly-report/", MonthlyReportView.as_view()),
    *COUNT_URLS,
    *REPORT_URLS,
]
