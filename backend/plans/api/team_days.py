"""`/team-days/`: チーム出社日, set by whoever manages a department, seen by those who work there."""

from datetime import timedelta
from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core import clock
from core.answers import ProblemSerializer
from core.fields import LARGEST_ID, DayField, IdField
from people.api.answers import DepartmentBriefSerializer, department_brief
from people.api.viewer import viewer_of
from people.models import Department
from people.policies.visibility import Viewer, is_manager_of
from plans.models import TeamDay
from plans.selectors.team_days import team_days_of
from plans.services.team_days import remove_team_day, set_team_day

LONGEST_DAYS = 92


class TeamDaySerializer(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    department = DepartmentBriefSerializer()
    day = serializers.DateField()
    part = serializers.ChoiceField(choices=["full", "am", "pm"])
    note = serializers.CharField()
    mine = serializers.BooleanField(help_text="I manage the department: I may take the day away")


class NewTeamDaySerializer(serializers.Serializer[dict[str, Any]]):
    """Which department is to come together, and when."""

    department = IdField()
    day = DayField()
    part = serializers.ChoiceField(choices=["full", "am", "pm"], required=False, default="full")
    note = serializers.CharField(max_length=100, required=False, allow_blank=True, default="")

    def validate_day(self, day: Any) -> Any:
        """A day that is over cannot become a team day."""
        if day < clock.today():
            raise serializers.ValidationError("not in the past")
        return day


class TeamDayPeriodSerializer(serializers.Serializer[dict[str, Any]]):
    """Which days: at most three months."""

    to = DayField(help_text="the last day")

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {"from": DayField(help_text="the first day"), **super().get_fields()}

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if not attrs["from"] <= attrs["to"] < attrs["from"] + timedelta(days=LONGEST_DAYS):
            raise serializers.ValidationError({"to": [f"after from, at most {LONGEST_DAYS} days"]})
        return attrs


class TeamDaysView(APIView):
    """The team days of my departments."""

    @extend_schema(
        operation_id="team_days_list",
        parameters=[TeamDayPeriodSerializer],
        responses={200: TeamDaySerializer(many=True), 400: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """The team days in a period, of the departments I work in or manage and of those above, in order of the day."""
        wanted = TeamDayPeriodSerializer(data=request.query_params)
        wanted.is_valid(raise_exception=True)
        viewer = viewer_of(request)
        period = wanted.validated_data
        found = team_days_of(viewer.departments | viewer.manages, period["from"], period["to"])
        return Response([_shape(team_day, viewer) for team_day in found])

    @extend_schema(
        operation_id="team_days_create",
        request=NewTeamDaySerializer,
        responses={201: TeamDaySerializer, 400: ProblemSerializer, 403: ProblemSerializer, 409: ProblemSerializer},
    )
    def post(self, request: Request) -> Response:
        """Ask a department I manage into the office together."""
        wanted = NewTeamDaySerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        values, viewer = wanted.validated_data, viewer_of(request)
        department = Department.objects.filter(pk=values["department"]).first()
        if department is None or not is_manager_of(viewer, department.lineage or [department.pk]):
            raise PermissionDenied
        team_day = set_team_day(
            department=department,
            day=values["day"],
            part=values["part"],
            note=values["note"],
            set_by=viewer.person_id,
        )
        return Response(_shape(team_day, viewer), status=status.HTTP_201_CREATED)


class TeamDayView(APIView):
    """One team day."""

    @extend_schema(
        operation_id="team_days_destroy", responses={204: None, 403: ProblemSerializer, 404: ProblemSerializer}
    )
    def delete(self, request: Request, id: int) -> Response:
        """Take it away again. Desks booked for it stay with those who have them."""
        team_day = TeamDay.objects.select_related("department").filter(pk=id).first() if id <= LARGEST_ID else None
        if team_day is None:
            raise Http404
        if not is_manager_of(viewer_of(request), team_day.department.lineage or [team_day.department_id]):
            raise PermissionDenied
        remove_team_day(team_day_id=team_day.pk)
        return Response(status=status.HTTP_204_NO_CONTENT)


def _shape(team_day: TeamDay, viewer: Viewer) -> dict[str, Any]:
    return {
        "id": team_day.pk,
        "department": department_brief(team_day.department),
        "day": team_day.day,
        "part": team_day.part,
        "note": team_day.note,
        "mine": is_manager_of(viewer, team_day.department.lineage or [team_day.department_id]),
    }
