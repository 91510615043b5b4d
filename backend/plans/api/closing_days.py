"""`/closing-days/`: read by everyone, set by facilities, HR and IT."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.answers import ProblemSerializer
from core.fields import DayField
from people.api.permissions import SignedInOnly, has_role
from people.policies.roles import Role
from plans.models import ClosingDay
from plans.services.closing_days import remove_closing_day, set_closing_day

SETS_CLOSING_DAYS = has_role(Role.FACILITIES, Role.HR, Role.IT)


class ClosingDaySerializer(serializers.Serializer[Any]):
    id = serializers.IntegerField(read_only=True)
    day = DayField()
    name = serializers.CharField(max_length=100)
    name_en = serializers.CharField(max_length=100, required=False, allow_blank=True, default="")


class _ClosingDaysAccess(APIView):
    def get_permissions(self) -> list[BasePermission]:
        allowed = SignedInOnly if self.request.method in SAFE_METHODS else SETS_CLOSING_DAYS
        return [allowed()]


class ClosingDaysView(_ClosingDaysAccess):
    """The city's own closing days, beside weekends and 祝日."""

    @extend_schema(operation_id="closing_days_list", responses={200: ClosingDaySerializer(many=True)})
    def get(self, request: Request) -> Response:
        """All of them, in order of the day."""
        return Response(ClosingDaySerializer(ClosingDay.objects.order_by("day"), many=True).data)

    @extend_schema(
        operation_id="closing_days_create",
        request=ClosingDaySerializer,
        responses={201: ClosingDaySerializer, 400: ProblemSerializer, 403: ProblemSerializer, 409: ProblemSerializer},
    )
    def post(self, request: Request) -> Response:
        """Close the city on a day. Bookings that stand on it stay; new ones are refused."""
        wanted = ClosingDaySerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        closing_day = set_closing_day(**wanted.validated_data)
        return Response(ClosingDaySerializer(closing_day).data, status=status.HTTP_201_CREATED)


class ClosingDayView(_ClosingDaysAccess):
    """One closing day."""

    @extend_schema(
        operation_id="closing_days_destroy", responses={204: None, 403: ProblemSerializer, 404: ProblemSerializer}
    )
    def delete(self, request: Request, id: int) -> Response:
        """Let the city work on that day after all."""
        if not ClosingDay.objects.filter(pk=id).exists():
            raise Http404
        remove_closing_day(closing_day_id=id)
        return Response(status=status.HTTP_204_NO_CONTENT)
