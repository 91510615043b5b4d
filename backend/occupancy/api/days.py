"""`/occupancy/days/`: how it stands with the facts of days, and building them."""

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.answers import ProblemSerializer
from core.etag import etag_of, not_modified, polled_headers, unchanged
from core.idempotency import idempotent
from occupancy.api.day_shapes import DaysAskedSerializer, DaysWaitSerializer, OccupancyDaySerializer
from occupancy.selectors.days import day_states
from occupancy.selectors.due_days import days_revision
from occupancy.services.asking_for_facts import ask_for_facts
from people.api.permissions import has_role
from people.policies.roles import Role


class DaysView(APIView):
    permission_classes = [has_role(Role.FACILITIES)]

    @extend_schema(
        operation_id="occupancy_days_list",
        parameters=[DaysAskedSerializer],
        responses={200: OccupancyDaySerializer(many=True), 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """The days of a period that have facts, or wait for them."""
        asked = DaysAskedSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        first, last = asked.validated_data["from"], asked.validated_data["to"]
        etag = etag_of(first, last, *days_revision(first, last))
        if unchanged(request, etag):
            return not_modified(etag)
        answer = OccupancyDaySerializer(day_states(first, last), many=True).data
        return Response(answer, headers=polled_headers(etag))


class DaysBuildView(APIView):
    permission_classes = [has_role(Role.FACILITIES)]

    @extend_schema(
        operation_id="occupancy_days_build",
        request=DaysAskedSerializer,
        responses={
            200: OccupancyDaySerializer,
            202: DaysWaitSerializer,
            400: ProblemSerializer,
            403: ProblemSerializer,
            409: ProblemSerializer,
        },
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Build one day now, which is answered; or let the worker build several."""
        asked = DaysAskedSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        first, last = asked.validated_data["from"], asked.validated_data["to"]
        days = ask_for_facts(first=first, last=last)
        if first == last:
            return Response(OccupancyDaySerializer(day_states(first, last)[0]).data)
        return Response(DaysWaitSerializer({"days": days}).data, status=status.HTTP_202_ACCEPTED)
