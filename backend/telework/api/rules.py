"""`/telework/rules/` and `/telework/departments/{id}/rules/`: what is allowed, whose word it is, and setting it."""

from datetime import time
from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import APIException, PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core import clock
from core.answers import ProblemSerializer
from core.fields import LARGEST_ID
from core.idempotency import idempotent
from core.revision import revisions
from core.words import language_of
from people.api.permissions import has_role
from people.api.viewer import viewer_of
from people.models import Department
from people.policies.roles import Role
from telework.api.rule_answers import (
    DepartmentRulesSerializer,
    DepartmentRulesWantedSerializer,
    DepartmentToSetSerializer,
    EveryoneRulesWantedSerializer,
    TeleworkRulesSerializer,
    default_values,
    department_rules_shape,
    row_shape,
)
from telework.policies.registration_refusals import RuleRefusal
from telework.policies.rules import TeleworkRules
from telework.selectors.department_rules import (
    department_rules,
    departments_to_set,
    every_row,
    may_set,
    set_by_departments,
    words_said,
)
from telework.selectors.rules import rules_for
from telework.services.rules import set_department_rules, set_rules_for_everyone

SETS_RULES = has_role(Role.HR, Role.IT)


class NotForDepartments(APIException):
    """403: a rule that departments do not set."""

    status_code = status.HTTP_403_FORBIDDEN
    problem_code = RuleRefusal.RULE_NOT_FOR_DEPARTMENTS


class TeleworkRulesView(APIView):
    """Every row of rules."""

    permission_classes = [SETS_RULES]

    @extend_schema(
        operation_id="telework_rules_retrieve", responses={200: TeleworkRulesSerializer, 403: ProblemSerializer}
    )
    def get(self, request: Request) -> Response:
        """All rows, for HR and IT."""
        return Response(_every_row(request))


class TeleworkRulesForEveryoneView(APIView):
    """The row for everyone."""

    permission_classes = [SETS_RULES]

    @extend_schema(
        operation_id="telework_rules_everyone_partial_update",
        request=EveryoneRulesWantedSerializer(partial=True),
        responses={200: TeleworkRulesSerializer, 400: ProblemSerializer, 403: ProblemSerializer},
    )
    @idempotent
    def patch(self, request: Request) -> Response:
        """Set rules for everyone, or which of them departments may set; null goes back to what holds by default."""
        wanted = EveryoneRulesWantedSerializer(data=request.data, partial=True)
        wanted.is_valid(raise_exception=True)
        _refuse_upside_down(wanted.validated_data, rules_for((), revisions()))
        if wanted.validated_data:
            set_rules_for_everyone(values=wanted.validated_data)
        return Response(_every_row(request))


class DepartmentsToSetView(APIView):
    """The departments whose rules are mine to set."""

    @extend_schema(operation_id="telework_departments_list", responses={200: DepartmentToSetSerializer(many=True)})
    def get(self, request: Request) -> Response:
        """Those I manage and all below them; for HR and IT every one. Empty for everybody else."""
        found = departments_to_set(viewer_of(request), clock.today())
        said = words_said()
        return Response(
            [
                {
                    "id": one.pk,
                    "code": one.code,
                    "name": one.name,
                    "says": said.get(one.pk, 0),
                    "minimum_on_site_count": one.minimum_on_site,
                }
                for one in found
            ]
        )


class DepartmentRulesView(APIView):
    """The rules of one department."""

    @extend_schema(
        operation_id="telework_departments_rules_retrieve",
        responses={200: DepartmentRulesSerializer, 404: ProblemSerializer},
    )
    def get(self, request: Request, id: int) -> Response:
        """What holds there, with whose word it is, and what whoever asks may set."""
        return Response(_department_rules(request, id))

    @extend_schema(
        operation_id="telework_departments_rules_partial_update",
        request=DepartmentRulesWantedSerializer(partial=True),
        responses={
            200: DepartmentRulesSerializer,
            400: ProblemSerializer,
            403: ProblemSerializer,
            404: ProblemSerializer,
            409: ProblemSerializer,
        },
    )
    @idempotent
    def patch(self, request: Request, id: int) -> Response:
        """Set the department's own rules: its 所属長 those left to departments, HR and IT all."""
        department = _department_or_404(id)
        allowed = may_set(department, viewer_of(request))
        if not allowed:
            raise PermissionDenied
        wanted = DepartmentRulesWantedSerializer(data=request.data, partial=True)
        wanted.is_valid(raise_exception=True)
        values = dict(wanted.validated_data)
        count, seen = values.pop("minimum_on_site_count", None), values.pop("version", None)
        touched = {*values, *(() if count is None else ("minimum_on_site",))}
        if not touched <= set(allowed):
            raise NotForDepartments
        _refuse_upside_down(values, rules_for(department.lineage, revisions()))
        set_department_rules(department=department, values=values, minimum_on_site_count=count, seen=seen)
        return Response(_department_rules(request, id))


def _every_row(request: Request) -> dict[str, Any]:
    language = language_of(request)
    return {
        "rows": [row_shape(row, language) for row in every_row()],
        "set_by_departments": list(set_by_departments()),
        "defaults": default_values(),
    }


def _department_rules(request: Request, department_id: int) -> dict[str, Any]:
    found = department_rules(_department_or_404(department_id), viewer_of(request), revisions())
    return department_rules_shape(found, language_of(request))


def _department_or_404(department_id: int) -> Department:
    found = Department.objects.filter(pk=department_id).first() if department_id <= LARGEST_ID else None
    if found is None:
        raise Http404
    return found


def _refuse_upside_down(values: dict[str, Any], holding: TeleworkRules) -> None:
    earliest: time = values.get("earliest_time") or holding.earliest_time.value
    latest: time = values.get("latest_time") or holding.latest_time.value
    if ("earliest_time" in values or "latest_time" in values) and latest <= earliest:
        raise serializers.ValidationError({"latest_time": ["after earliest_time"]})
