"""`/planning/placements/`: sections placed on the floors of a hall, for facilities."""

from datetime import date
from typing import Any

import orjson
from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core import clock
from core.answers import ProblemSerializer
from core.etag import etag_of, not_modified, polled_headers, unchanged
from core.fields import LARGEST_ID
from core.idempotency import idempotent
from core.paged import PAGE_PARAMETERS, page_answer, page_of
from core.pagination import page_wanted, paged
from core.words import language_of
from people.api.permissions import has_role
from people.policies.roles import Role
from planning.api.placement_answers import (
    PlacementBriefSerializer,
    PlacementDraftsSerializer,
    PlacementProposalSerializer,
    PlacementSerializer,
    placement_brief_shape,
    placement_shape,
    proposal_shape,
)
from planning.api.placement_requests import (
    NewPlacementSerializer,
    PlacementDraftsWantedSerializer,
    ProposalQuerySerializer,
)
from planning.models.placement import Placement
from planning.models.scenario import Scenario
from planning.policies.placing_asked import Proposal, asked_of
from planning.selectors.placements import PlacementPages, drafts_of, placed_by, placement_seen
from planning.selectors.placing_proposal import proposal_of
from planning.services.placement_drafts import draft_placement
from planning.services.placements import ask_placement, cancel_placement, remove_placement
from spaces.models import Building

READ = {400: ProblemSerializer, 403: ProblemSerializer, 404: ProblemSerializer}
WRITTEN = {**READ, 409: ProblemSerializer}
IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key", str, OpenApiParameter.HEADER, description="the same key gives the same answer once"
)


class ForFacilities(APIView):
    """What only facilities may ask."""

    permission_classes = [has_role(Role.FACILITIES)]


class PlacementsView(ForFacilities):
    """Placements."""

    @extend_schema(
        operation_id="planning_placements_list",
        parameters=PAGE_PARAMETERS,
        responses={200: page_of(PlacementBriefSerializer), 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """All of them, the newest first."""
        page = paged(page_wanted(request, (int,)), PlacementPages.fetch, PlacementPages.key)
        return page_answer(page, [placement_brief_shape(one) for one in page.results])

    @extend_schema(
        operation_id="planning_placements_create",
        parameters=[IDEMPOTENCY_KEY],
        request=NewPlacementSerializer,
        responses={201: PlacementSerializer, **WRITTEN},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Have sections placed. The worker does it; read the placement again to see how far it is."""
        form = NewPlacementSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        wanted = form.validated_data
        scenario = _scenario(wanted["scenario"])
        proposal, building = _proposal(wanted, scenario)
        start = wanted["start_from"]
        asked, wrong = asked_of(
            proposal, wanted, placed_by(_start(start, building)) if isinstance(start, int) else None
        )
        if wrong:
            raise serializers.ValidationError(wrong)
        placement = ask_placement(name=wanted["name"], building=building, asked=asked, scenario=scenario)
        return Response(_shown(request, _placement(placement.pk)), status=status.HTTP_201_CREATED)


class PlacementProposalView(ForFacilities):
    """What a new placement would ask."""

    @extend_schema(
        operation_id="planning_placements_proposal",
        parameters=[ProposalQuerySerializer],
        responses={200: PlacementProposalSerializer, **READ},
    )
    def get(self, request: Request) -> Response:
        """Sections with the desks they need and floors with theirs, as they are asked where nothing else is said."""
        query = ProposalQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        proposal, _ = _proposal(query.validated_data, _scenario(query.validated_data.get("scenario")))
        return Response(proposal_shape(proposal))


class PlacementView(ForFacilities):
    """One placement."""

    @extend_schema(operation_id="planning_placements_retrieve", responses={200: PlacementSerializer, **READ})
    def get(self, request: Request, id: int) -> Response:
        """The placement: how far it is, then where each section goes, what binds, or why there is none."""
        shown = _shown(request, _placement(id))
        etag = etag_of(orjson.dumps(shown))
        if unchanged(request, etag):
            return not_modified(etag)
        return Response(shown, headers=polled_headers(etag))

    @extend_schema(operation_id="planning_placements_destroy", responses={204: None, **WRITTEN})
    def delete(self, _request: Request, id: int) -> Response:
        """Take it away. Drafts made from it stay."""
        remove_placement(placement_id=_placement(id).pk)
        return Response(status=status.HTTP_204_NO_CONTENT)


class CancelPlacementView(ForFacilities):
    """A run that is not to go on."""

    @extend_schema(
        operation_id="planning_placements_cancel",
        parameters=[IDEMPOTENCY_KEY],
        request=None,
        responses={200: PlacementSerializer, **WRITTEN},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Stop the run; it ends within seconds and keeps the best it has found."""
        placement = cancel_placement(placement_id=_placement(id).pk)
        return Response(_shown(request, _placement(placement.pk)))


class PlacementDraftsView(ForFacilities):
    """Drafts of layouts from a placement."""

    @extend_schema(
        operation_id="planning_placements_draft",
        parameters=[IDEMPOTENCY_KEY],
        request=PlacementDraftsWantedSerializer,
        responses={200: PlacementDraftsSerializer, **WRITTEN},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """A draft of each floor that changes, its areas the homes of the sections placed there. Publishes nothing."""
        wanted = PlacementDraftsWantedSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        day: date | None = wanted.validated_data.get("effective_from")
        if day is not None and day <= clock.today():
            raise serializers.ValidationError({"effective_from": ["from tomorrow on"]})
        made = draft_placement(placement_id=_placement(id).pk, effective_from=day)
        return Response({"drafts": drafts_of(_placement(id)), "made": made})


def _placement(placement_id: int) -> Placement:
    found = placement_seen(placement_id) if placement_id <= LARGEST_ID else None
    if found is None:
        raise Http404
    return found


def _shown(request: Request, placement: Placement) -> dict[str, Any]:
    return placement_shape(placement, drafts_of(placement), language_of(request))


def _proposal(wanted: dict[str, Any], scenario: Scenario | None) -> tuple[Proposal, Building]:
    buildings = Building.objects.order_by("code")
    if "building" in wanted:
        buildings = buildings.filter(pk=wanted["building"])
    building = buildings.first()
    if building is None:
        raise serializers.ValidationError({"building": ["unknown"]})
    day: date = wanted.get("day") or clock.today()
    return proposal_of(building, day, scenario), building


def _scenario(scenario_id: int | None) -> Scenario | None:
    if scenario_id is None:
        return None
    scenario = Scenario.objects.filter(pk=scenario_id, removed_at__isnull=True).first()
    if scenario is None:
        raise serializers.ValidationError({"scenario": ["unknown"]})
    return scenario


def _start(placement_id: int, building: Building) -> Placement:
    placement = placement_seen(placement_id)
    if placement is None or placement.building_id != building.pk or not (placement.result or {}).get("floors"):
        raise serializers.ValidationError({"start_from": ["not a placement of this building with a result"]})
    return placement
