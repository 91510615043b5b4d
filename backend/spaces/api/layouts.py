"""`/layouts/`: the versions of floors."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.answers import ProblemSerializer
from core.fields import LARGEST_ID
from core.idempotency import idempotent
from spaces.api.draft_answers import FloorNameSerializer
from spaces.api.draft_requests import OfFloorSerializer
from spaces.api.drafts import IDEMPOTENCY_KEY, KEEPS_PLACES, REFUSED
from spaces.models import Layout
from spaces.selectors.versions import Version, versions
from spaces.services.layouts import take_layout_back

Values = serializers.Serializer[Any]


class LayoutVersionSerializer(Values):
    id = serializers.IntegerField()
    floor = FloorNameSerializer()
    effective_from = serializers.DateField()
    effective_until = serializers.DateField(allow_null=True, help_text="its last day; null: for good")
    in_force = serializers.BooleanField(help_text="today")
    desks = serializers.IntegerField()
    areas = serializers.IntegerField()
    published_at = serializers.DateTimeField()
    published_by = serializers.CharField(help_text="a name; empty where nobody knows")
    may_take_back = serializers.BooleanField(help_text="it has not begun")


class TakenBackSerializer(Values):
    draft = serializers.IntegerField(help_text="the draft that it is again")


class LayoutsView(APIView):
    permission_classes = [KEEPS_PLACES]

    @extend_schema(
        operation_id="layouts_list",
        parameters=[OfFloorSerializer],
        responses={200: LayoutVersionSerializer(many=True), 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """Every layout of a floor, or of all floors, the latest day first."""
        asked = OfFloorSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        return Response([_shape(version) for version in versions(asked.validated_data.get("floor"))])


class TakeBackView(APIView):
    permission_classes = [KEEPS_PLACES]

    @extend_schema(
        operation_id="layouts_take_back_create",
        parameters=[IDEMPOTENCY_KEY],
        request=None,
        responses={200: TakenBackSerializer, **REFUSED},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Take a layout back before its first day; it becomes a draft again, and who was moved is asked back."""
        if id > LARGEST_ID or not Layout.objects.filter(pk=id).exists():
            raise Http404
        return Response({"draft": take_layout_back(layout_id=id).pk})


def _shape(version: Version) -> dict[str, Any]:
    layout = version.layout
    return {
        "id": layout.pk,
        "floor": {"id": layout.floor_id, "name": layout.floor.name},
        "effective_from": layout.effective_from,
        "effective_until": version.last_day,
        "in_force": version.in_force,
        "desks": version.desks,
        "areas": version.areas,
        "published_at": layout.published_at,
        "published_by": layout.published_by,
        "may_take_back": version.to_come,
    }
