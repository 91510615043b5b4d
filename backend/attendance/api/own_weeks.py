"""A week of mine said again in another, and desks that I could have back."""

from dataclasses import asdict

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from attendance.api.own_answers import CopiedWeekSerializer, DesksBackSerializer, copied_week_shape
from attendance.api.own_days import own_person
from attendance.api.own_requests import CopyWeekSerializer
from attendance.api.requests import DayWantedSerializer
from attendance.selectors.desks_back import desks_back
from attendance.services.copying import copy_week
from bookings.api.bookings import IDEMPOTENCY_KEY
from core import clock
from core.answers import ProblemSerializer
from core.idempotency import idempotent
from core.revision import revisions
from core.words import language_of
from people.api.viewer import viewer_of


class CopyWeekView(APIView):
    """A week said again."""

    @extend_schema(
        operation_id="attendance_me_copy_week_create",
        parameters=[IDEMPOTENCY_KEY],
        request=CopyWeekSerializer,
        responses={200: CopiedWeekSerializer, 400: ProblemSerializer, 403: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Copy what I planned in a week to another: desks where free, requests of telework, my own words, and shifts.

        What stands there already is kept; what cannot be had is refused by itself. `preview` changes nothing.
        """
        person = own_person(request)
        wanted = CopyWeekSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        values = wanted.validated_data
        copied = copy_week(
            person_id=person.pk,
            from_monday=values["from_week"],
            to_monday=values["to_week"],
            preview=values["preview"],
        )
        return Response(copied_week_shape(copied, language_of(request)))


class DesksBackView(APIView):
    """Desks I could have back."""

    @extend_schema(
        operation_id="attendance_me_desks_back_list",
        parameters=[DayWantedSerializer],
        responses={200: DesksBackSerializer, 400: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """Desks that I gave up on a day for telework, a trip or a leave, and could book again now."""
        asked = DayWantedSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        person_id, day = viewer_of(request).person_id, asked.validated_data.get("day") or clock.today()
        found = [] if person_id is None else desks_back(person_id, day, revisions())
        return Response({"desks": [asdict(one) for one in found]})
