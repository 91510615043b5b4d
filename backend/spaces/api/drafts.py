"""`/layout-drafts/`: floors in work, kept by facilities."""

from typing import Any

from django.http import Http404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.answers import ProblemSerializer
from core.fields import LARGEST_ID
from core.idempotency import idempotent
from people.api.permissions import has_role
from people.policies.roles import Role
from spaces.api.draft_answers import LayoutDraftBriefSerializer, LayoutDraftSerializer, draft_brief_shape, draft_shape
from spaces.api.draft_requests import DraftSaveSerializer, NewDraftSerializer, OfFloorSerializer
from spaces.api.plan_rendering import PLAN_HEADERS, SVG, PlanRenderer
from spaces.models import Floor, Layout, LayoutDraft
from spaces.selectors.drafts import drafts_in_work
from spaces.services.drafts import begin_draft, copy_draft, put_draft_away, save_draft

KEEPS_PLACES = has_role(Role.FACILITIES)
REFUSED = {403: ProblemSerializer, 404: ProblemSerializer, 409: ProblemSerializer}
IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key", str, OpenApiParameter.HEADER, description="the same key gives the same answer once"
)


def draft_or_404(draft_id: int) -> LayoutDraft:
    """A draft that has not been put away."""
    found = LayoutDraft.objects.select_related("floor__building").filter(put_away_at__isnull=True)
    draft = found.filter(pk=draft_id).first() if draft_id <= LARGEST_ID else None
    if draft is None:
        raise Http404
    return draft


class LayoutDraftsView(APIView):
    """Drafts in work."""

    permission_classes = [KEEPS_PLACES]

    @extend_schema(
        operation_id="layout_drafts_list",
        parameters=[OfFloorSerializer],
        responses={200: LayoutDraftBriefSerializer(many=True), 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """Drafts neither published nor put away, the earliest day first."""
        asked = OfFloorSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        return Response([draft_brief_shape(draft) for draft in drafts_in_work(asked.validated_data.get("floor"))])

    @extend_schema(
        operation_id="layout_drafts_create",
        parameters=[IDEMPOTENCY_KEY],
        request=NewDraftSerializer,
        responses={201: LayoutDraftSerializer, 400: ProblemSerializer, **REFUSED},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Begin a draft from what the floor has on the day, or from a layout or another draft of it."""
        wanted = NewDraftSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        values = wanted.validated_data
        floor = Floor.objects.select_related("building").filter(pk=values["floor"]).first()
        if floor is None:
            raise serializers.ValidationError({"floor": ["unknown"]})
        day, name = values["effective_from"], values["name"]
        if "from_draft" in values:
            draft = copy_draft(draft=_draft(floor, values["from_draft"]), effective_from=day, name=name)
        else:
            layout = _layout(floor, values.get("from_layout"))
            draft = begin_draft(floor=floor, effective_from=day, name=name, from_layout=layout)
        return Response(draft_shape(draft), status=status.HTTP_201_CREATED)


class LayoutDraftView(APIView):
    """One draft."""

    permission_classes = [KEEPS_PLACES]

    @extend_schema(operation_id="layout_drafts_retrieve", responses={200: LayoutDraftSerializer, **REFUSED})
    def get(self, request: Request, id: int) -> Response:
        """Read a draft with all it holds."""
        return Response(draft_shape(draft_or_404(id)))

    @extend_schema(
        operation_id="layout_drafts_update",
        request=DraftSaveSerializer,
        responses={200: LayoutDraftSerializer, 400: ProblemSerializer, **REFUSED},
    )
    def put(self, request: Request, id: int) -> Response:
        """Save all of it, mistakes too, unless somebody else has saved it since `revision`."""
        draft = draft_or_404(id)
        wanted = DraftSaveSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        values: dict[str, Any] = wanted.validated_data
        return Response(draft_shape(save_draft(draft_id=draft.pk, **values)))

    @extend_schema(operation_id="layout_drafts_destroy", responses={204: None, **REFUSED})
    def delete(self, request: Request, id: int) -> Response:
        """Put the draft away; it is kept as a record."""
        put_draft_away(draft_id=draft_or_404(id).pk)
        return Response(status=status.HTTP_204_NO_CONTENT)


class LayoutDraftPlanView(APIView):
    """The drawing behind a draft."""

    permission_classes = [KEEPS_PLACES]
    renderer_classes = [PlanRenderer]

    @extend_schema(
        operation_id="layout_drafts_plan_retrieve",
        responses={(200, SVG): OpenApiTypes.STR, 403: ProblemSerializer, 404: ProblemSerializer},
    )
    def get(self, request: Request, id: int) -> Response:
        """The drawing behind the desks of a draft. Under one address it never changes."""
        return Response(draft_or_404(id).plan, content_type=SVG, headers=PLAN_HEADERS)


def _layout(floor: Floor, layout_id: int | None) -> Layout | None:
    if layout_id is None:
        return None
    layout = Layout.objects.filter(floor=floor, pk=layout_id).first()
    if layout is None:
        raise serializers.ValidationError({"from_layout": ["not a layout of this floor"]})
    return layout


def _draft(floor: Floor, draft_id: int) -> LayoutDraft:
    """A draft of the floor, also one that was published or put away: its work may be what somebody wants to keep."""
    draft = LayoutDraft.objects.select_related("floor__building").filter(floor=floor, pk=draft_id).first()
    if draft is None:
        raise serializers.ValidationError({"from_draft": ["not a draft of this floor"]})
    return draft
