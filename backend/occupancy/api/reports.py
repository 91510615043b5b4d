"""`/occupancy/…`: how full the building is, for facilities."""

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.answers import ProblemSerializer
from occupancy.api.report_answers import (
    AreasReportSerializer,
    DepartmentsReportSerializer,
    DesksReportSerializer,
    FeaturesReportSerializer,
    FloorsReportSerializer,
    HeatMapSerializer,
    SummarySerializer,
    TimelineSerializer,
)
from occupancy.api.report_requests import (
    DepartmentsAskedSerializer,
    DesksAskedSerializer,
    ReportSerializer,
    SummaryAskedSerializer,
    TimelineAskedSerializer,
)
from people.api.permissions import has_role
from people.policies.roles import Role

PROBLEMS = {400: ProblemSerializer, 403: ProblemSerializer, 404: ProblemSerializer}


class ReportView(APIView):
    """A report: only facilities reads it, and whoever has it already is told that nothing changed."""

    permission_classes = [has_role(Role.FACILITIES)]


class SummaryView(ReportView):
    """The headline figures."""

    @extend_schema(
        operation_id="occupancy_summary_retrieve",
        parameters=[SummaryAskedSerializer],
        responses={200: SummarySerializer, **PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        """Every headline figure of a period, perhaps beside those of another."""
        raise Http404


class TimelineView(ReportView):
    """Daily peaks over time."""

    @extend_schema(
        operation_id="occupancy_timeline_retrieve",
        parameters=[TimelineAskedSerializer],
        responses={200: TimelineSerializer, **PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        """The peak of each working day, or the largest of each week or month."""
        raise Http404


class HeatMapView(ReportView):
    """Weekdays by half-hours."""

    @extend_schema(
        operation_id="occupancy_heatmap_retrieve",
        parameters=[ReportSerializer],
        responses={200: HeatMapSerializer, **PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        """How full each half-hour of the core window is on each weekday."""
        raise Http404


class FloorsReportView(ReportView):
    """Floors beside each other."""

    @extend_schema(
        operation_id="occupancy_floors_retrieve",
        parameters=[ReportSerializer],
        responses={200: FloorsReportSerializer, **PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        """Every floor, from the top down."""
        raise Http404


class AreasReportView(ReportView):
    """Areas beside each other."""

    @extend_schema(
        operation_id="occupancy_areas_retrieve",
        parameters=[ReportSerializer],
        responses={200: AreasReportSerializer, **PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        """Every area, floor by floor."""
        raise Http404


class DepartmentsReportView(ReportView):
    """Departments beside each other."""

    @extend_schema(
        operation_id="occupancy_departments_retrieve",
        parameters=[DepartmentsAskedSerializer],
        responses={200: DepartmentsReportSerializer, **PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        """The departments of one kind whose figures may be told."""
        raise Http404


class DesksReportView(ReportView):
    """Desks one by one."""

    @extend_schema(
        operation_id="occupancy_desks_retrieve",
        parameters=[DesksAskedSerializer],
        responses={200: DesksReportSerializer, **PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        """The desks of a floor or an area and how much each was in use, or those that never were."""
        raise Http404


class FeaturesReportView(ReportView):
    """Desks by what they have."""

    @extend_schema(
        operation_id="occupancy_features_retrieve",
        parameters=[ReportSerializer],
        responses={200: FeaturesReportSerializer, **PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        """How much desks with each feature are in use, beside those without it."""
        raise Http404
