"""`/waitlists/`: my waits, and how I answer what is offered."""

from collections.abc import Callable
from datetime import date

import orjson
from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from bookings.api.asking import person_of, person_wanted
from bookings.api.shapes import booking_shape
from bookings.selectors.shown import shown
from core import clock
from core.answers import ProblemSerializer
from core.etag import etag_of, not_modified, polled_headers, unchanged
from core.idempotency import Handler, idempotent
from core.interval import Interval
from core.revision import Slow, revisions
from people.api.acting import relation_of
from people.api.permissions import has_role
from people.policies.roles import Role
from spaces.selectors import floor_plans
from waitlists.api.answers import DemandSerializer, WaitAcceptedSerializer, WaitSerializer
from waitlists.api.requests import (
    DemandPeriodSerializer,
    NewWaitSerializer,
    OfferAcceptSerializer,
    WaitListSerializer,
)
from waitlists.models import Wait
from waitlists.selectors.demand import demand
from waitlists.selectors.joining import Wanted
from waitlists.selectors.shown import ShownWait, shown_waits, waits_of
from waitlists.services.answering import accept_offer, decline_offer
from waitlists.services.joining import join_line, leave_line

REFUSED = {400: ProblemSerializer, 403: ProblemSerializer, 409: ProblemSerializer}
IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key", str, OpenApiParameter.HEADER, description="the same key gives the same answer once"
)


class WaitsView(APIView):
    """One's waits for today and later."""

    @extend_schema(
        operation_id="waitlists_list",
        parameters=[WaitListSerializer],
        responses={200: WaitSerializer(many=True), 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """My waits for today and later in order of day, those that came to an end too; with an ETag to poll."""
        wanted = WaitListSerializer(data=request.query_params)
        wanted.is_valid(raise_exception=True)
        person_id = person_wanted(request, wanted.validated_data.get("person"))
        found = shown_waits(waits_of(person_id))
        etag = etag_of(person_id, orjson.dumps(found))
        if unchanged(request, etag):
            return not_modified(etag)
        return Response(found, headers=polled_headers(etag))

    @extend_schema(
        operation_id="waitlists_create",
        parameters=[IDEMPOTENCY_KEY],
        request=NewWaitSerializer,
        responses={201: WaitSerializer, **REFUSED},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Stand in line for a desk. Refused with the free desks where nobody needs to wait."""
        wish = NewWaitSerializer(data=request.data)
        wish.is_valid(raise_exception=True)
        values = wish.validated_data
        person_id = person_wanted(request, values.get("person"))
        day: date = values["day"] if "day" in values else clock.city_day(values["start"])
        area_id: int | None = values.get("area")
        during = _during(wish, day, area_id)
        wanted = Wanted(clock.city_day(during.start), during, area_id, values["features"])
        wait = join_line(person_id=person_id, wanted=wanted, book_until=wish.book_until_of(during))
        return Response(_shown(wait), status=status.HTTP_201_CREATED)


def _action(
    operation_id: str, answer: type[serializers.BaseSerializer[object]], request: object = None
) -> Callable[[Handler], Handler]:
    describe: Callable[[Handler], Handler] = extend_schema(
        operation_id=operation_id,
        parameters=[IDEMPOTENCY_KEY],
        request=request,
        responses={200: answer, 400: ProblemSerializer, 404: ProblemSerializer, 409: ProblemSerializer},
    )
    return describe


class LeaveView(APIView):
    @_action("waitlists_leave_create", WaitSerializer)
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Wait no longer. An offer that stands goes to the next."""
        return Response(_shown(leave_line(wait_id=_own_wait(request, id).pk)))


class DeclineView(APIView):
    @_action("waitlists_decline_create", WaitSerializer)
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Say no to the desk that is offered: it goes to the next, and I wait no longer."""
        return Response(_shown(decline_offer(wait_id=_own_wait(request, id).pk)))


class AcceptView(APIView):
    @_action("waitlists_accept_create", WaitAcceptedSerializer, OfferAcceptSerializer)
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Take the desk that is offered. It is booked by the rules; `leave_other` gives up what I hold meanwhile."""
        asked = OfferAcceptSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        wait = _own_wait(request, id)
        booking = accept_offer(wait_id=wait.pk, leave_other=asked.validated_data["leave_other"])
        (one,) = shown([booking])
        return Response({"wait": _shown(wait), "booking": booking_shape(one, request)})


class DemandView(APIView):
    """Unmet demand."""

    permission_classes = [has_role(Role.FACILITIES)]

    @extend_schema(
        operation_id="waitlists_demand_list",
        parameters=[DemandPeriodSerializer],
        responses={200: DemandSerializer(many=True), 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """How many people waited for each area and day, and how many were seated; groups under five are not told."""
        wanted = DemandPeriodSerializer(data=request.query_params)
        wanted.is_valid(raise_exception=True)
        found = demand(wanted.validated_data["from"], wanted.validated_data["to"])
        return Response(
            [{"day": one.day, "area": one.area_id, "waited": one.waited, "seated": one.seated} for one in found]
        )


def _own_wait(request: Request, wait_id: int) -> Wait:
    """One's own wait, or that of somebody for whom one may book; any other does not exist for whoever asks (404)."""
    own = person_of(request)
    wait = Wait.objects.filter(pk=wait_id).first()
    if wait is None or (wait.person_id != own and relation_of(request, wait.person_id) is None):
        raise Http404
    return wait


def _during(wish: NewWaitSerializer, day: date, area_id: int | None) -> Interval:
    """The stretch at the area's building; 400 for an area that does not stand there that day."""
    every = floor_plans(day, revision=revisions()[Slow.PLACES])
    plans = [plan for plan in every if area_id is None or area_id in plan.area_by_id]
    if not plans:
        raise serializers.ValidationError({"area": ["unknown on that day"]})
    return wish.during(plans[0].building)


def _shown(wait: Wait) -> ShownWait:
    (one,) = shown_waits([Wait.objects.select_related("booking__desk", "booking__floor").get(pk=wait.pk)])
    return one
