"""`/closing-days/`: read by everyone, set by facilities, HR and IT."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from core.answers import ProblemSerializer
from core.fields import DayField
from plans.api.city_access import ReadByAllSetByFew
from plans.models import ClosingDay
from plans.services.closing_days import remove_closing_day, set_closing_day


class ClosingDaySerializer(serializers.Serializer[Any]):
    id = serializers.IntegerField(read_only=True)
    day = DayField()
    name = serializers.CharField(max_length=100)
    name_en = serializers.CharField(max_length=100, required=False, allow_blank=True, default="")
    from_calendar = serializers.BooleanField(
        read_only=True, source="source", help_text="read from a calendar, which brings it back"
    )


class ClosingDaysView(ReadByAllSetByFew):
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


class ClosingDayView(ReadByAllSetByFew):
    """One closing day."""

    @extend_schema(
        operation_id="closing_days_destroy", responses={204: None, 403: ProblemSerializer, 404: ProblemSerializer}
    )
    def delete(self, request: Request, id: int) -> Response:
        """Let the city work on that day after all. One that a calendar brings comes back when that is read next."""
        if not ClosingDay.objects.filter(pk=id).exists():
            raise Http404
        remove_closing_day(closing_day_id=id)
        return Response(status=status.HTTP_204_NO_CONTENT)
