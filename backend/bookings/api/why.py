"""`/bookings/why/` and `/bookings/no-shows/`: what stands in a person's way, and what it follows from."""

from datetime import datetime
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from bookings.api.answers import BookingSerializer
from bookings.api.asking import desk_on, person_of, person_wanted
from bookings.api.requests import StretchSerializer
from bookings.api.shapes import booking_shapes
from bookings.policies.way_out import WayOut
from bookings.selectors.no_shows import own_no_shows
from bookings.selectors.why import Reason, reasons
from core import clock
from core.answers import ProblemSerializer, RuleNamedSerializer
from core.fields import LARGEST_ID
from core.problems import refusal_problem
from core.revision import revisions
from core.words import language_of


class WhySerializer(StretchSerializer):
    """A desk, a stretch of a day, and for whom."""

    desk = serializers.IntegerField(min_value=1, max_value=LARGEST_ID)
    person = serializers.IntegerField(
        min_value=1, max_value=LARGEST_ID, required=False, help_text="for whom; oneself where it is left out"
    )


class ReasonSerializer(serializers.Serializer[Any]):
    """One thing in the way. A rule of the settings is named in the problem; without one it is always so."""

    problem = ProblemSerializer()
    until = serializers.CharField(
        allow_null=True, help_text="a day or an instant: when it is over by itself; null: while nobody changes it"
    )
    way_out = serializers.ChoiceField(choices=[way.value for way in WayOut], help_text="what is most likely to help")


class WhyAnswerSerializer(serializers.Serializer[Any]):
    """Everything in the way, in the order in which it is asked; nothing where the desk can be booked."""

    allowed = serializers.BooleanField()
    reasons = ReasonSerializer(many=True)


class NoShowsSerializer(serializers.Serializer[Any]):
    """My bookings that nobody came to and that count today."""

    bookings = BookingSerializer(many=True, help_text="the latest first")
    working_days = serializers.IntegerField(help_text="for how many working days one counts")
    limit = serializers.IntegerField(help_text="days from which the window is shortened; 0: nothing follows")
    window = serializers.IntegerField(help_text="working days ahead that are left then")
    limited_until = serializers.DateField(allow_null=True, help_text="null: the limit is not reached")
    rule = RuleNamedSerializer(allow_null=True, help_text="whose rule it is")


class WhyView(APIView):
    """Why not?"""

    @extend_schema(
        operation_id="bookings_why_retrieve",
        parameters=[WhySerializer],
        responses={
            200: WhyAnswerSerializer,
            400: ProblemSerializer,
            403: ProblemSerializer,
            404: ProblemSerializer,
            409: ProblemSerializer,
        },
    )
    def get(self, request: Request) -> Response:
        """Every rule, rival and closure that refuses the desk: whose, until when, and what to do about it."""
        wanted = WhySerializer(data=request.query_params)
        wanted.is_valid(raise_exception=True)
        values = wanted.validated_data
        person_id = person_wanted(request, values.get("person"))
        day = values.get("day") or (clock.city_day(values["start"]) if "start" in values else clock.today())
        place = desk_on(values["desk"], day, revisions())
        found = reasons(person_id, place, wanted.during(place.plan.building))
        return Response({"allowed": not found, "reasons": [_reason(one, request) for one in found]})


class NoShowsView(APIView):
    """What I did not come to."""

    @extend_schema(
        operation_id="bookings_no_shows_retrieve", responses={200: NoShowsSerializer, 409: ProblemSerializer}
    )
    def get(self, request: Request) -> Response:
        """My bookings that were released because nobody came, and what follows from them, if anything."""
        found = own_no_shows(person_of(request))
        return Response(
            {
                "bookings": booking_shapes(found.bookings, request),
                "working_days": found.working_days,
                "limit": found.limit,
                "window": found.window,
                "limited_until": found.limited_until,
                "rule": found.rule.in_language(language_of(request)) if found.rule else None,
            }
        )


def _reason(one: Reason, request: Request) -> dict[str, Any]:
    until = one.until.astimezone(clock.city_zone()) if isinstance(one.until, datetime) else one.until
    return {
        "problem": refusal_problem(one.refused, language_of(request)),
        "until": until.isoformat() if until else None,
        "way_out": one.way_out,
    }
