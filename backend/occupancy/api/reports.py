"""`/occupancy/…`: how full the building is, for facilities."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.answers import ProblemSerializer
from core.etag import etag_of, not_modified, polled_headers, unchanged
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
from occupancy.policies.periods import By
from occupancy.policies.sources import PlaceKind
from occupancy.selectors.department_report import departments_report
from occupancy.selectors.desk_report import desks_report
from occupancy.selectors.feature_report import features_report
from occupancy.selectors.heat_map import heat_map
from occupancy.selectors.place_reports import areas_report, floors_report
from occupancy.selectors.reported import Reported, place_of
from occupancy.selectors.summary import summary
from occupancy.selectors.timeline import timeline
from occupancy.selectors.versions import reports_version
from people.api.permissions import has_role
from people.policies.roles import Role

PROBLEMS = {400: ProblemSerializer, 403: ProblemSerializer, 404: ProblemSerializer}


class ReportView(APIView):
    """A report: only facilities reads it, and whoever has it already is told that nothing changed."""

    permission_classes = [has_role(Role.FACILITIES)]

    def answered(
        self, request: Request, asked: ReportSerializer, report: Callable[[Reported], dict[str, Any]]
    ) -> Response:
        """What `report` says of what was asked for: 400 where that is wrong, 404 where there is no such place."""
        asked.is_valid(raise_exception=True)
        place = place_of(*asked.place_asked)
        if place is None:
            raise Http404
        etag = etag_of(reports_version(), request.get_full_path())
        if unchanged(request, etag):
            return not_modified(etag)
        answer = report(Reported(asked.period, place, asked.source_asked))
        return Response(answer, headers=polled_headers(etag))


class SummaryView(ReportView):
    """The headline figures."""

    @extend_schema(
        operation_id="occupancy_summary_retrieve",
        parameters=[SummaryAskedSerializer],
        responses={200: SummarySerializer, **PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        """Every headline figure of a period, perhaps beside those of another."""
        asked = SummaryAskedSerializer(data=request.query_params)

        def report(reported: Reported) -> dict[str, Any]:
            other = asked.other_period
            compared = None if other is None else summary(replace(reported, period=other))
            return {**summary(reported), "compared": compared}

        return self.answered(request, asked, report)


class TimelineView(ReportView):
    """Daily peaks over time."""

    @extend_schema(
        operation_id="occupancy_timeline_retrieve",
        parameters=[TimelineAskedSerializer],
        responses={200: TimelineSerializer, **PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        """The peak of each working day, or the largest of each week or month."""
        asked = TimelineAskedSerializer(data=request.query_params)
        return self.answered(request, asked, lambda reported: timeline(reported, By(asked.validated_data["by"])))


class HeatMapView(ReportView):
    """Weekdays by half-hours."""

    @extend_schema(
        operation_id="occupancy_heatmap_retrieve",
        parameters=[ReportSerializer],
        responses={200: HeatMapSerializer, **PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        """How full each half-hour of the core window is on each weekday."""
        return self.answered(request, ReportSerializer(data=request.query_params), heat_map)


class FloorsReportView(ReportView):
    """Floors beside each other."""

    @extend_schema(
        operation_id="occupancy_floors_retrieve",
        parameters=[ReportSerializer],
        responses={200: FloorsReportSerializer, **PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        """Every floor, from the top down."""
        return self.answered(request, ReportSerializer(data=request.query_params), floors_report)


class AreasReportView(ReportView):
    """Areas beside each other."""

    @extend_schema(
        operation_id="occupancy_areas_retrieve",
        parameters=[ReportSerializer],
        responses={200: AreasReportSerializer, **PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        """Every area, floor by floor."""
        return self.answered(request, ReportSerializer(data=request.query_params), areas_report)


class DepartmentsReportView(ReportView):
    """Departments beside each other."""

    @extend_schema(
        operation_id="occupancy_departments_retrieve",
        parameters=[DepartmentsAskedSerializer],
        responses={200: DepartmentsReportSerializer, **PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        """The departments of one kind whose figures may be told."""
        asked = DepartmentsAskedSerializer(data=request.query_params)

        def report(reported: Reported) -> dict[str, Any]:
            under = asked.validated_data.get("under")
            if under is not None and place_of(PlaceKind.DEPARTMENT, under) is None:
                raise Http404
            return departments_report(reported, kind=asked.validated_data["kind"], under=under)

        return self.answered(request, asked, report)


class DesksReportView(ReportView):
    """Desks one by one."""

    @extend_schema(
        operation_id="occupancy_desks_retrieve",
        parameters=[DesksAskedSerializer],
        responses={200: DesksReportSerializer, **PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        """The desks of a floor or an area and how much each was in use, or those that never were."""
        asked = DesksAskedSerializer(data=request.query_params)
        return self.answered(
            request,
            asked,
            lambda reported: desks_report(
                reported, slot=asked.slot_asked, never_used=asked.validated_data["never_used"]
            ),
        )


class FeaturesReportView(ReportView):
    """Desks by what they have."""

    @extend_schema(
        operation_id="occupancy_features_retrieve",
        parameters=[ReportSerializer],
        responses={200: FeaturesReportSerializer, **PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        """How much desks with each feature are in use, beside those without it."""
        return self.answered(request, ReportSerializer(data=request.query_params), features_report)
