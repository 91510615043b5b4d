"""`/closures/`: a place that cannot be used for a time, and whom that displaces."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core import clock
from core.answers import ProblemSerializer
from core.fields import IdField
from core.interval import Interval
from people.api.permissions import has_role
from people.policies.roles import Role
from relocation.api.answers import DISPLACED, DisplacedSerializer
from relocation.api.shapes import foreseen_shape
from relocation.selectors.foreseen import Foreseen
from relocation.services.closing import close_and_relocate, foresee_closure, reopen
from spaces.models import Area, Building, Closure, Desk, Floor
from spaces.policies.closed_places import ClosedPlaceWanted
from spaces.policies.layout_change import Displaced

PLACES = {"building": Building, "floor": Floor, "area": Area, "desk": Desk}


class NewClosureSerializer(serializers.Serializer[dict[str, Any]]):
    """Exactly one place, from when to when, and why. `dry_run` only says whom it would displace, and where to."""

    building = IdField(required=False)
    floor = IdField(required=False)
    area = IdField(required=False)
    desk = IdField(required=False)
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()
    reason = serializers.CharField(max_length=200)
    displaced = serializers.ChoiceField(
        choices=DISPLACED,
        required=False,
        default=Displaced.CANCEL.value,
        help_text="move: to the desks proposed; cancel: given up, with desks to choose from",
    )
    dry_run = serializers.BooleanField(required=False, default=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        named = [name for name in PLACES if name in attrs]
        if len(named) != 1:
            raise serializers.ValidationError({"building": ["exactly one of building, floor, area, desk"]})
        if attrs["end"] <= attrs["start"]:
            raise serializers.ValidationError({"end": ["after start"]})
        if attrs["end"] <= clock.now():
            raise serializers.ValidationError({"end": ["not in the past"]})
        if attrs["start"] < clock.day_start(clock.today()):
            # What was closed on a day that is over is settled: its figures stand on it.
            raise serializers.ValidationError({"start": ["not before today"]})
        (name,) = named
        if not PLACES[name]._default_manager.filter(pk=attrs[name]).exists():
            raise serializers.ValidationError({name: ["unknown"]})
        return attrs

    def place(self) -> ClosedPlaceWanted:
        values = self.validated_data
        return ClosedPlaceWanted(
            building_id=values.get("building"),
            floor_id=values.get("floor"),
            area_id=values.get("area"),
            desk_id=values.get("desk"),
        )


class ClosureSerializer(serializers.Serializer[Any]):
    id = serializers.IntegerField(allow_null=True, help_text="null in a dry run")
    building = serializers.IntegerField(allow_null=True)
    floor = serializers.IntegerField(allow_null=True)
    area = serializers.IntegerField(allow_null=True)
    desk = serializers.IntegerField(allow_null=True)
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()
    reason = serializers.CharField()
    lifted = serializers.BooleanField()


class ClosedSerializer(serializers.Serializer[Any]):
    """A closure and the bookings it displaces, or would displace."""

    closure = ClosureSerializer()
    displaced = DisplacedSerializer(many=True)


class ClosuresView(APIView):
    """Closures under way and to come."""

    permission_classes = [has_role(Role.FACILITIES)]

    @extend_schema(operation_id="closures_list", responses={200: ClosureSerializer(many=True), 403: ProblemSerializer})
    def get(self, request: Request) -> Response:
        """Closures that are not over and not lifted, in order of their start."""
        rows = Closure.objects.filter(lifted_at__isnull=True, during__endswith__gt=clock.now()).order_by("during", "pk")
        return Response([closure_shape(row) for row in rows])

    @extend_schema(
        operation_id="closures_create",
        request=NewClosureSerializer,
        responses={200: ClosedSerializer, 201: ClosedSerializer, 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def post(self, request: Request) -> Response:
        """Close a place; what is booked there meanwhile is moved or given up, and its people are told.

        With `dry_run`, only say whom it would displace and where each could go.
        """
        wanted = NewClosureSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        values = wanted.validated_data
        during = Interval(values["start"], values["end"])
        if values["dry_run"]:
            foreseen = foresee_closure(place=wanted.place(), during=during, reason=values["reason"])
            places = {**{name: values.get(name) for name in PLACES}, "id": None, "lifted": False}
            shape = {**places, "start": during.start, "end": during.end, "reason": values["reason"]}
            return Response({"closure": shape, "displaced": _displaced(foreseen)})
        closure, outcome = close_and_relocate(
            place=wanted.place(), during=during, reason=values["reason"], displaced=Displaced(values["displaced"])
        )
        answer = {"closure": closure_shape(closure), "displaced": _displaced(outcome)}
        return Response(answer, status=status.HTTP_201_CREATED)


class LiftClosureView(APIView):
    """Opening a place again."""

    permission_classes = [has_role(Role.FACILITIES)]

    @extend_schema(
        operation_id="closures_lift_create",
        request=None,
        responses={200: ClosureSerializer, 403: ProblemSerializer, 404: ProblemSerializer, 409: ProblemSerializer},
    )
    def post(self, request: Request, id: int) -> Response:
        """Open the place: from now on where the closure has begun, altogether where it has not."""
        if not Closure.objects.filter(pk=id).exists():
            raise Http404
        return Response(closure_shape(reopen(closure_id=id)))


def closure_shape(row: Closure) -> dict[str, Any]:
    """A closure as ClosureSerializer says it."""
    during = Interval.of_range(row.during)
    return {
        "id": row.pk,
        "building": row.building_id,
        "floor": row.floor_id,
        "area": row.area_id,
        "desk": row.desk_id,
        "start": during.start,
        "end": during.end,
        "reason": row.reason,
        "lifted": row.lifted_at is not None,
    }


def _displaced(foreseen: list[Foreseen]) -> list[dict[str, Any]]:
    return [foreseen_shape(one) for one in foreseen]
