"""`/departments/`: the tree of departments, for pickers."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.answers import ProblemSerializer
from people.api.permissions import SignedInOnly
from people.models import Department
from people.selectors.departments import departments_today


class DepartmentQuerySerializer(serializers.Serializer[Any]):
    q = serializers.CharField(
        required=False, allow_blank=True, max_length=100, help_text="a part of the name, or how the code begins"
    )


class DepartmentSerializer(serializers.ModelSerializer[Department]):
    kind = serializers.ChoiceField(choices=Department.Kind.values)

    class Meta:
        model = Department
        fields = ["id", "code", "name", "kind", "parent"]


class DepartmentsView(APIView):
    permission_classes = [SignedInOnly]

    @extend_schema(
        operation_id="departments_list",
        parameters=[DepartmentQuerySerializer],
        responses={200: DepartmentSerializer(many=True), 400: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """The departments that exist today, in order of their codes; `parent` makes them a tree."""
        asked = DepartmentQuerySerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        return Response(DepartmentSerializer(departments_today(asked.validated_data.get("q", "")), many=True).data)
