"""Addresses of reports."""

from django.urls import URLPattern, path

from occupancy.api.reports import (
    AreasReportView,
    DepartmentsReportView,
    DesksReportView,
    FeaturesReportView,
    FloorsReportView,
    HeatMapView,
    SummaryView,
    TimelineView,
)

REPORT_URLS: list[URLPattern] = [
    path("occupancy/summary/", SummaryView.as_view()),
    path("occupancy/timeline/", TimelineView.as_view()),
    path("occupancy/heatmap/", HeatMapView.as_view()),
    path("occupancy/floors/", FloorsReportView.as_view()),
    path("occupancy/areas/", AreasReportView.as_view()),
    path("occupancy/departments/", DepartmentsReportView.as_view()),
    path("occupancy/desks/", DesksReportView.as_view()),
    path("occupancy/features/", FeaturesReportView.as_view()),
]
