"""What I say of my days: one day, my usual week, and the shift classes there are."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from attendance.api.answers import PlanDaySerializer
from attendance.api.own_answers import (
    ForeseenSerializer,
    ShiftClassSerializer,
    UsualWeekSerializer,
    shift_shapes,
    usual_week_shape,
)
from attendance.api.own_requests import (
    DayInPathSerializer,
    ForeseenWantedSerializer,
    OwnDaySerializer,
    UsualWeekWantedSerializer,
    word_of,
)
from attendance.api.shapes import my_day_shape
from attendance.selectors.my_days import my_days
from attendance.selectors.own_words import foreseen_own_day
from attendance.services.my_days import plan_own_day
from bookings.api.bookings import IDEMPOTENCY_KEY
from core import clock
from core.answers import ProblemSerializer
from core.fields import LAST_DAY
from core.idempotency import idempotent
from core.problems import refusal_problem
from core.revision import revisions
from core.words import language_of
from people.api.viewer import account_of, viewer_of
from people.models import Person, PersonKind
from plans.policies.picture import week_in_force
from plans.selectors.days import usual_weeks
from plans.services.usual_weeks import set_usual_week

REFUSED = {400: ProblemSerializer, 403: ProblemSerializer, 409: ProblemSerializer}
DAY_IN_PATH = OpenApiParameter("day", OpenApiTypes.DATE, OpenApiParameter.PATH)


def own_person(request: Request) -> Person:
    """Who asks, for whoever has a plan of the own. PermissionDenied for accounts of nobody, and for visitors."""
    person = account_of(request).person
    if person is None or person.kind != PersonKind.STAFF:
        raise PermissionDenied
    return person


class OwnDayView(APIView):
    """One of my days."""

    @extend_schema(
        operation_id="attendance_me_day_update",
        parameters=[DAY_IN_PATH, IDEMPOTENCY_KEY],
        request=OwnDaySerializer,
        responses={200: PlanDaySerializer, **REFUSED},
    )
    @idempotent
    def put(self, request: Request, day: str) -> Response:
        """Say where I am in a half or both, today or later, and in which shift class; the rest stays.

        A desk or a request in the way of a trip or a leave is given up with `let_go` alone: 409 `would_let_go` names
        it.
        """
        person = own_person(request)
        wanted_day = DayInPathSerializer(data={"day": day})
        wanted_day.is_valid(raise_exception=True)
        wanted = OwnDaySerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        one = wanted_day.validated_data["day"]
        plan_own_day(person_id=person.pk, day=one, **wanted.words)
        (answer,) = my_days(viewer_of(request), person.department, one, one, revisions())
        return Response(my_day_shape(answer, language_of(request)))


class ForeseenView(APIView):
    """What my words would come to."""

    @extend_schema(
        operation_id="attendance_me_preview_create",
        request=ForeseenWantedSerializer,
        responses={200: ForeseenSerializer, 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def post(self, request: Request) -> Response:
        """For each day, why it cannot be said, or which desks and requests it would give up. Changes nothing."""
        person = own_person(request)
        wanted = ForeseenWantedSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        return Response({"days": [_foreseen(person.pk, one, request) for one in wanted.validated_data["days"]]})


class UsualWeekView(APIView):
    """My usual week."""

    @extend_schema(operation_id="attendance_me_pattern_retrieve", responses={200: UsualWeekSerializer})
    def get(self, request: Request) -> Response:
        """The week in force today, and the next one if one was set."""
        return Response(_usual_week(viewer_of(request).person_id))

    @extend_schema(
        operation_id="attendance_me_pattern_update",
        parameters=[IDEMPOTENCY_KEY],
        request=UsualWeekWantedSerializer,
        responses={200: UsualWeekSerializer, **REFUSED},
    )
    @idempotent
    def put(self, request: Request) -> Response:
        """Let another week hold from a day on, today or later. What was planned stays, and so does the past."""
        person = own_person(request)
        wanted = UsualWeekWantedSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        set_usual_week(person_id=person.pk, **wanted.validated_data)
        return Response(_usual_week(person.pk))


class ShiftsView(APIView):
    """Shift classes."""

    @extend_schema(operation_id="attendance_shifts_list", responses={200: ShiftClassSerializer(many=True)})
    def get(self, request: Request) -> Response:
        """The shift classes there are, in order of their start."""
        return Response(shift_shapes())


def _foreseen(person_id: int, wanted: dict[str, Any], request: Request) -> dict[str, Any]:
    am, pm = word_of(wanted.get("am")), word_of(wanted.get("pm"))
    refused, lets_go = foreseen_own_day(person_id=person_id, day=wanted["day"], am=am, pm=pm)
    problem = refusal_problem(refused, language_of(request)) if refused else None
    return {"day": wanted["day"], "problem": problem, "lets_go": lets_go}


def _usual_week(person_id: int | None) -> dict[str, Any]:
    today = clock.today()
    weeks = [] if person_id is None else usual_weeks([person_id], today, LAST_DAY)[0].get(person_id, [])
    return usual_week_shape(weeks, week_in_force(weeks, today))
