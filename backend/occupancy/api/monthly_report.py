"""`/occupancy/monthly-report/`: the report of each month by mail."""

from typing import Any

from django.conf import settings
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.answers import ProblemSerializer
from core.fields import IdField
from core.idempotency import idempotent
from occupancy.selectors.subscriptions import reports_wanted
from occupancy.services.subscribing import choose_reports
from people.api.permissions import has_role
from people.api.viewer import account_of
from people.models import Person
from people.policies.roles import Role
from spaces.models import Floor

MOST_FLOORS = 100


class ReportsWantedSerializer(serializers.Serializer[dict[str, Any]]):
    all = serializers.BooleanField(help_text="the report of everything")
    floors = serializers.ListField(child=IdField(), max_length=MOST_FLOORS, help_text="floors with a report each")

    def validate_floors(self, floors: list[int]) -> list[int]:
        if len(known := set(Floor.objects.filter(pk__in=floors).values_list("pk", flat=True))) < len(set(floors)):
            raise serializers.ValidationError([f"no floor {floor}" for floor in floors if floor not in known])
        return sorted(known)


class MonthlyReportSerializer(ReportsWantedSerializer):
    mail_possible = serializers.BooleanField(help_text="whether mail is sent here and your address is known")
    address = serializers.CharField()
    last_sent_for = serializers.DateField(allow_null=True, help_text="first day of the last month that was sent")


class MonthlyReportView(APIView):
    """Which reports I get each month."""

    permission_classes = [has_role(Role.FACILITIES)]

    @extend_schema(
        operation_id="occupancy_monthly_report_retrieve",
        responses={200: MonthlyReportSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """What I get."""
        return Response(_shape(_person(request)))

    @extend_schema(
        operation_id="occupancy_monthly_report_update",
        request=ReportsWantedSerializer,
        responses={200: MonthlyReportSerializer, 400: ProblemSerializer, 403: ProblemSerializer},
    )
    @idempotent
    def put(self, request: Request) -> Response:
        """Choose what I get; nothing chosen is no mail."""
        person = _person(request)
        wanted = ReportsWantedSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        choose_reports(
            person_id=person.pk,
            everything=wanted.validated_data["all"],
            floors=wanted.validated_data["floors"],
        )
        return Response(_shape(person))


def _person(request: Request) -> Person:
    person = account_of(request).person
    if person is None:
        raise PermissionDenied
    return person


def _shape(person: Person) -> dict[str, Any]:
    wanted = reports_wanted(person.pk)
    return {
        "all": wanted.everything,
        "floors": list(wanted.floors),
        "mail_possible": settings.MAIL is not None and bool(person.mail),
        "address": person.mail,
        "last_sent_for": wanted.last_sent_for,
    }
