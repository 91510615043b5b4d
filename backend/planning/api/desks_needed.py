"""`/occupancy/desks-needed/`: how many desks, without keeping the question."""

from collections.abc import Mapping
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.answers import ProblemSerializer
from people.api.permissions import has_role
from people.policies.roles import Role
from planning.api.need_answers import DesksNeedSerializer
from planning.api.suppositions import DesksNeededSerializer
from planning.policies.need import values_of
from planning.policies.supposed import Supposed
from planning.selectors.departments import departments_outside, unknown_departments
from planning.services.needs import desks_needed

PLANS = has_role(Role.FACILITIES)


class DesksNeededView(APIView):
    """How many desks are needed."""

    permission_classes = [PLANS]

    @extend_schema(
        operation_id="occupancy_desks_needed_create",
        request=DesksNeededSerializer,
        responses={200: DesksNeedSerializer, 400: ProblemSerializer, 403: ProblemSerializer, 409: ProblemSerializer},
    )
    def post(self, request: Request) -> Response:
        """By stated rates (exact without correlation), or by the days that departments have had. Keeps nothing."""
        wanted = DesksNeededSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        supposed = wanted.supposed()
        check_departments(supposed)
        return Response(values_of(desks_needed(Supposed.of(supposed))))


def check_departments(supposed: Mapping[str, Any]) -> None:
    """Raises ValidationError naming the field with a department that is unknown, or not among the chosen ones."""
    chosen: list[int] | None = supposed["departments"]
    named = {
        "departments": chosen or [],
        "growth_by_department": [int(one) for one in supposed["growth_by_department"]],
        "cannot_share": [int(one) for one in (supposed["cannot_share"] or {"departments": {}})["departments"]],
    }
    for field, ids in named.items():
        if unknown := unknown_departments(ids):
            raise serializers.ValidationError({field: [f"unknown: {', '.join(map(str, unknown))}"]})
        if chosen is not None and (outside := departments_outside(ids, chosen)):
            raise serializers.ValidationError({field: [f"not among the departments: {', '.join(map(str, outside))}"]})
