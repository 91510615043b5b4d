"""`/occupancy/readings/`: what sensors say, told by a program with a token of the scope `sensors`."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from access.selectors.tokens import token_name
from audit.context import current_origin
from core.answers import ProblemSerializer
from core.fields import InstantField
from core.idempotency import idempotent
from occupancy.services.readings import ReadingsFaulty, ReadingTold, take_readings
from people.api.permissions import has_role
from people.policies.roles import Role

Values = serializers.Serializer[Any]
MOST_READINGS = 1_000
MOST_DESKS = 32_767
LONGEST_CODE = 24


class ReadingSerializer(Values):
    """How many desks are taken: of a desk 0 or 1, of an area a number. Exactly one of `desk` and `area` is told."""

    desk = serializers.CharField(required=False, max_length=LONGEST_CODE, help_text="the code on its label")
    area = serializers.CharField(required=False, max_length=LONGEST_CODE, help_text="the area's code")
    building = serializers.CharField(
        required=False, max_length=LONGEST_CODE, help_text="its code, where several buildings have such an area"
    )
    at = InstantField()
    occupied = serializers.IntegerField(min_value=0, max_value=MOST_DESKS)


class ReadingsTakenSerializer(Values):
    taken = serializers.IntegerField(help_text="readings that changed what is known of a slot")
    known = serializers.IntegerField(help_text="told before, or overtaken by a later one")


class ReadingsView(APIView):
    permission_classes = [has_role(Role.FACILITIES, Role.IT)]

    @extend_schema(
        operation_id="occupancy_readings_create",
        request=ReadingSerializer(many=True),
        responses={200: ReadingsTakenSerializer, 400: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Take up to 1,000 readings, all or none. The same again changes nothing.

        400 names each reading that cannot be taken by its place from 0: `{"fields": {"3.desk": ["unknown_desk"]}}`.
        """
        if not isinstance(request.data, list) or not 0 < len(request.data) <= MOST_READINGS:
            raise serializers.ValidationError([f"a list of 1 to {MOST_READINGS} readings"])
        wanted = ReadingSerializer(data=request.data, many=True)
        wanted.is_valid(raise_exception=True)
        readings = [
            ReadingTold(one.get("desk", ""), one.get("area", ""), one.get("building", ""), one["at"], one["occupied"])
            for one in wanted.validated_data
        ]
        try:
            taken = take_readings(readings=readings, source=_source())
        except ReadingsFaulty as faulty:
            raise serializers.ValidationError(
                {str(index): {fault.member: [fault.value]} for index, fault in faulty.faults.items()}
            ) from faulty
        return Response({"taken": taken.taken, "known": taken.known})


def _source() -> str:
    origin = current_origin()
    return token_name(origin.token_id) if origin.token_id is not None else origin.actor_name
