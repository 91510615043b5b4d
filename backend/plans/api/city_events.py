"""`/city-events/`: read by everyone, set by facilities, HR and IT."""

from datetime import timedelta
from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from core import clock
from core.answers import ProblemSerializer
from core.fields import DayField
from core.idempotency import idempotent
from plans.api.city_access import ReadByAllSetByFew
from plans.models import CityEvent
from plans.selectors.city_events import city_events
from plans.services.city_events import remove_city_event, set_city_event

Values = serializers.Serializer[Any]
USUAL_DAYS = 366
MOST_DAYS = 750


class CityEventsAskedSerializer(Values):
    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        """`from` is a word of Python."""
        asked = {"from": "today where it is left out", "to": f"included; {MOST_DAYS} days after `from` at most"}
        return {name: DayField(required=False, help_text=text) for name, text in asked.items()}

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        first = attrs.get("from", clock.today())
        last = attrs.get("to", first + timedelta(days=USUAL_DAYS))
        if not first <= last <= first + timedelta(days=MOST_DAYS):
            raise serializers.ValidationError({"to": ["out of range"]})
        return {"first_day": first, "last_day": last}


class CityEventSerializer(Values):
    id = serializers.IntegerField(read_only=True)
    name = serializers.CharField(max_length=100)
    name_en = serializers.CharField(max_length=100, required=False, allow_blank=True, default="")
    first_day = DayField()
    last_day = DayField(help_text="the last day, included")
    from_calendar = serializers.BooleanField(
        read_only=True, source="source", help_text="read from a calendar, which brings it back"
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if not attrs["first_day"] <= attrs["last_day"] <= attrs["first_day"] + timedelta(days=MOST_DAYS):
            raise serializers.ValidationError({"last_day": ["before the first day, or too far behind it"]})
        return attrs


class CityEventsView(ReadByAllSetByFew):
    """What goes on in the city hall."""

    @extend_schema(
        operation_id="city_events_list",
        parameters=[CityEventsAskedSerializer],
        responses={200: CityEventSerializer(many=True), 400: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """The events of some days, in their order. They close nothing."""
        asked = CityEventsAskedSerializer(data=request.query_params.dict())
        asked.is_valid(raise_exception=True)
        return Response(CityEventSerializer(city_events(**asked.validated_data), many=True).data)

    @extend_schema(
        operation_id="city_events_create",
        request=CityEventSerializer,
        responses={201: CityEventSerializer, 400: ProblemSerializer, 403: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Enter an event of one or several days."""
        wanted = CityEventSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        event = set_city_event(**wanted.validated_data)
        return Response(CityEventSerializer(event).data, status=status.HTTP_201_CREATED)


class CityEventView(ReadByAllSetByFew):
    """One event."""

    @extend_schema(
        operation_id="city_events_destroy", responses={204: None, 403: ProblemSerializer, 404: ProblemSerializer}
    )
    def delete(self, request: Request, id: int) -> Response:
        """Take it away. One that a calendar brings comes back when that is read next."""
        if not CityEvent.objects.filter(pk=id).exists():
            raise Http404
        remove_city_event(city_event_id=id)
        return Response(status=status.HTTP_204_NO_CONTENT)
