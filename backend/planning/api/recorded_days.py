"""`/planning/recorded-days/`: from when to when there are facts to ask desks needed of."""

from dataclasses import asdict
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.answers import ProblemSerializer
from planning.api.desks_needed import PLANS
from planning.api.suppositions import SOURCES
from planning.selectors.recorded_days import recorded_days


class RecordedDaysSerializer(serializers.Serializer[Any]):
    """Working days on which a source says something; null where there are none."""

    source = serializers.ChoiceField(choices=SOURCES)  # type: ignore[assignment]  # a field of that name
    days = serializers.IntegerField()
    first = serializers.DateField(allow_null=True)
    last = serializers.DateField(allow_null=True)
    usual_first = serializers.DateField(
        allow_null=True, help_text="from here to `last` are eight weeks, and more where these hold few days"
    )


class RecordedDaysView(APIView):
    """Days with facts."""

    permission_classes = [PLANS]

    @extend_schema(
        operation_id="planning_recorded_days_list",
        responses={200: RecordedDaysSerializer(many=True), 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """The days of each source that a question about desks can stand on."""
        return Response(RecordedDaysSerializer([asdict(one) for one in recorded_days()], many=True).data)
