"""Buildings, floors, drawings, and finding a desk."""

import datetime as dt
from typing import Any

from django.http import Http404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core import clock
from core.answers import ProblemSerializer
from core.etag import etag_of, not_modified, polled_headers, unchanged
from core.fields import LARGEST_ID
from core.pagination import Key, Page, page_wanted, paged
from core.revision import Slow, revisions
from people.api.viewer import viewer_of
from spaces.api.answers import (
    BuildingSerializer,
    FloorDetailSerializer,
    FloorSerializer,
    PaginatedDeskFoundListSerializer,
)
from spaces.api.plan_rendering import PLAN_HEADERS, SVG, PlanRenderer
from spaces.api.requests import DaySerializer, DeskSearchSerializer
from spaces.api.shapes import building_shape, desk_found_shape, floor_detail_shape, floor_shape
from spaces.models import Layout
from spaces.selectors import buildings, desk_by_code, desks_matching, floor_plan, floor_plans
from spaces.selectors.desks import DeskOnFloor
from spaces.selectors.floor_reading import departments_of, floor_reading

PROBLEM = OpenApiResponse(ProblemSerializer, description="RFC 9457 problem")


class BuildingsView(APIView):
    @extend_schema(operation_id="buildings_list", responses=BuildingSerializer(many=True))
    def get(self, request: Request) -> Response:
        """Every building with its hours."""
        return Response([building_shape(building) for building in buildings()])


class FloorsView(APIView):
    @extend_schema(
        operation_id="floors_list",
        parameters=[DaySerializer],
        responses={200: FloorSerializer(many=True), 400: PROBLEM},
    )
    def get(self, request: Request) -> Response:
        """The floors that have a layout in force on the day, top floor first."""
        return Response([floor_shape(plan) for plan in floor_plans(_day(request))])


class FloorView(APIView):
    @extend_schema(
        operation_id="floors_retrieve",
        parameters=[DaySerializer],
        responses={200: FloorDetailSerializer, 304: None, 400: PROBLEM, 404: PROBLEM},
    )
    def get(self, request: Request, id: int) -> Response:
        """Plan, areas and desks of the layout in force on the day. Has an ETag."""
        day = _day(request)
        slow = revisions()
        plan = floor_plan(id, day, revision=slow[Slow.PLACES])
        if plan is None:
            raise Http404
        viewer = viewer_of(request)
        etag = etag_of(
            "floor", plan.layout_id, day, clock.today(), viewer.account_id, slow[Slow.PLACES], slow[Slow.PEOPLE]
        )
        if unchanged(request, etag):
            return not_modified(etag)
        reading = floor_reading(
            plan, day, viewer, own=departments_of(viewer.person_id, day), people_revision=slow[Slow.PEOPLE]
        )
        return Response(floor_detail_shape(reading), headers=polled_headers(etag))


class LayoutPlanView(APIView):
    renderer_classes = [PlanRenderer]

    @extend_schema(operation_id="layouts_plan_retrieve", responses={(200, SVG): OpenApiTypes.STR, 404: PROBLEM})
    def get(self, request: Request, id: int) -> Response:
        """The drawing behind the desks of a layout. Under one address it never changes."""
        drawing = Layout.objects.filter(pk=id).values_list("plan", flat=True).first() if id <= LARGEST_ID else None
        if drawing is None:
            raise Http404
        return Response(drawing, content_type=SVG, headers=PLAN_HEADERS)


class DesksView(APIView):
    @extend_schema(
        operation_id="desks_list",
        parameters=[
            DeskSearchSerializer,
            OpenApiParameter("cursor", str),
            OpenApiParameter("page_size", int),
        ],
        responses={200: PaginatedDeskFoundListSerializer, 400: PROBLEM},
    )
    def get(self, request: Request) -> Response:
        """Desks in service today by their code, as people type it (06e16 finds 06E-016), in order of the code."""
        asked = DeskSearchSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        wanted = page_wanted(request, (str,))
        typed, code = asked.validated_data.get("q", ""), asked.validated_data.get("code")
        today = clock.today()
        if code is not None:
            found = desk_by_code(code, today)
            page: Page[DeskOnFloor] = Page([found] if found else [], None, None)
        else:

            def fetch(after: Key | None, backwards: bool, limit: int) -> list[DeskOnFloor]:
                return desks_matching(typed, today, after=after[0] if after else None, backwards=backwards, limit=limit)

            page = paged(wanted, fetch, lambda desk: (desk.desk.code,))
        return Response(
            {
                "results": [desk_found_shape(desk) for desk in page.results],
                "next": page.next,
                "previous": page.previous,
            }
        )


def _day(request: Request) -> dt.date:
    asked: Any = DaySerializer(data=request.query_params)
    asked.is_valid(raise_exception=True)
    day: dt.date = asked.validated_data.get("day") or clock.today()
    return day
