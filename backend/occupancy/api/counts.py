"""`/occupancy/counts/`: what facilities count by eye, walking the floors."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core import clock
from core.answers import ProblemSerializer
from core.fields import DayField, IdField, InstantField
from core.idempotency import idempotent
from occupancy.models import FloorCount
from occupancy.selectors.counts import AreaToCount, CountBeside, beside_bookings, counts_of, walk_of
from occupancy.services.counts import count_area, withdraw_count
from people.api.permissions import has_role
from people.policies.roles import Role
from people.selectors.signed_in import SignedIn
from spaces.selectors import floors_of

Values = serializers.Serializer[Any]
MOST_DESKS = 32_767


class CountedSerializer(Values):
    """A count, and beside it what bookings said of the same desks at the same instant."""

    id = serializers.IntegerField()
    floor = serializers.IntegerField()
    area = serializers.IntegerField()
    at = serializers.DateTimeField()
    in_use = serializers.IntegerField(help_text="desks with somebody or somebody's things")
    in_service = serializers.IntegerField(help_text="desks that could have been in use then")
    booked = serializers.IntegerField(help_text="desks that a booking held then")
    checked_in = serializers.IntegerField(help_text="of these, whose person had checked in by then")


class NewCountSerializer(Values):
    """`floor` is checked where it is told."""

    area = IdField()
    in_use = serializers.IntegerField(min_value=0, max_value=MOST_DESKS)
    at = InstantField(required=False, help_text="ISO 8601 with an offset; now where it is left out")
    floor = IdField(required=False)


class CountsAskedSerializer(Values):
    day = DayField(required=False, help_text="today where it is left out")
    floor = serializers.IntegerField(required=False, min_value=1, help_text="all where it is left out")


class WalkAskedSerializer(Values):
    floor = serializers.IntegerField(min_value=1)


class AreaNamedSerializer(Values):
    id = serializers.IntegerField()
    code = serializers.CharField()
    name = serializers.CharField()


class LastCountSerializer(Values):
    id = serializers.IntegerField()
    at = serializers.DateTimeField()
    in_use = serializers.IntegerField()
    in_service = serializers.IntegerField()


class AreaToCountSerializer(Values):
    area = AreaNamedSerializer()
    in_service = serializers.IntegerField(help_text="desks that can be in use now")
    last = LastCountSerializer(allow_null=True, help_text="today's last")


class WalkSerializer(Values):
    """A floor's areas in the order in which one walks them. What bookings say is told after counting."""

    floor = serializers.IntegerField()
    now = serializers.DateTimeField()
    areas = AreaToCountSerializer(many=True)


class CountsView(APIView):
    permission_classes = [has_role(Role.FACILITIES)]

    @extend_schema(
        operation_id="occupancy_counts_list",
        parameters=[CountsAskedSerializer],
        responses={200: CountedSerializer(many=True), 400: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """The counts of one day that stand, in order of time."""
        asked = CountsAskedSerializer(data=request.query_params.dict())
        asked.is_valid(raise_exception=True)
        values = asked.validated_data
        counts = counts_of(values.get("day", clock.today()), values.get("floor"))
        return Response([_counted(one) for one in counts])

    @extend_schema(
        operation_id="occupancy_counts_create",
        request=NewCountSerializer,
        responses={201: CountedSerializer, 400: ProblemSerializer, 409: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Keep a count. More than the desks in service is refused, as are times to come and those of long ago."""
        wanted = NewCountSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        values = wanted.validated_data
        auth = request.auth
        count = count_area(
            area_id=values["area"],
            in_use=values["in_use"],
            at=values.get("at"),
            floor_id=values.get("floor"),
            counted_by=auth.viewer.person_id if isinstance(auth, SignedIn) else None,
        )
        return Response(_counted(beside_bookings(count.day, [count])[0]), status=status.HTTP_201_CREATED)


class CountView(APIView):
    permission_classes = [has_role(Role.FACILITIES)]

    @extend_schema(operation_id="occupancy_counts_destroy", responses={204: None, 404: ProblemSerializer})
    def delete(self, request: Request, id: int) -> Response:
        """Take a count back. It stays as a record and counts no more."""
        try:
            withdraw_count(count_id=id)
        except FloorCount.DoesNotExist as error:
            raise Http404 from error
        return Response(status=status.HTTP_204_NO_CONTENT)


class CountWalkView(APIView):
    permission_classes = [has_role(Role.FACILITIES)]

    @extend_schema(
        operation_id="occupancy_counts_walk_retrieve",
        parameters=[WalkAskedSerializer],
        responses={200: WalkSerializer, 400: ProblemSerializer, 404: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """A floor's areas in walking order, with the desks in service now and today's last count."""
        asked = WalkAskedSerializer(data=request.query_params.dict())
        asked.is_valid(raise_exception=True)
        floor_id = asked.validated_data["floor"]
        if not any(floor.id == floor_id for floor in floors_of()):
            raise Http404
        areas = walk_of(floor_id) or []
        return Response({"floor": floor_id, "now": clock.now(), "areas": [_to_count(one) for one in areas]})


def _counted(one: CountBeside) -> dict[str, Any]:
    return {**_kept(one.count), "booked": one.booked, "checked_in": one.checked_in}


def _kept(count: FloorCount) -> dict[str, Any]:
    return {
        "id": count.pk,
        "floor": count.floor_id,
        "area": count.area_id,
        "at": count.at,
        "in_use": count.in_use,
        "in_service": count.in_service,
    }


def _to_count(one: AreaToCount) -> dict[str, Any]:
    last = None if one.last is None else {name: _kept(one.last)[name] for name in ("id", "at", "in_use", "in_service")}
    return {
        "area": {"id": one.area.id, "code": one.area.code, "name": one.area.name},
        "in_service": one.in_service,
        "last": last,
    }
