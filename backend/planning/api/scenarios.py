"""`/planning/scenarios/`: questions about desks that are kept."""

import re
from typing import TYPE_CHECKING, Any

from django.http import Http404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core import clock
from core.answers import ProblemSerializer
from core.fields import LARGEST_ID
from core.files import XLSX, FileRenderer
from core.idempotency import idempotent
from core.later import Later
from core.words import language_of
from planning.api.desks_needed import PLANS, check_departments
from planning.api.scenario_answers import ChangedScenarioSerializer, NewScenarioSerializer, ScenarioSerializer
from planning.api.suppositions import plain_supposition
from planning.models import Scenario
from planning.selectors.scenarios import live_scenarios
from planning.services.scenarios import answer_scenario, change_scenario, remove_scenario, save_scenario

if TYPE_CHECKING:
    from planning.api import scenario_workbook
else:
    scenario_workbook = Later("planning.api.scenario_workbook")

IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key", str, OpenApiParameter.HEADER, description="the same key gives the same answer once"
)
MOST_AT_ONCE = 10
_IDS = re.compile(r"[1-9]\d{0,18}(,[1-9]\d{0,18})*", re.ASCII)
REFUSED = {403: ProblemSerializer, 404: ProblemSerializer, 409: ProblemSerializer}


class IdsField(serializers.CharField):
    """Ids with commas between them, in the order in which they are to stand."""

    default_error_messages = {"form": "ids, such as 1,2", "many": f"at most {MOST_AT_ONCE}"}

    def to_internal_value(self, data: Any) -> list[int]:  # type: ignore[override]  # a field of text that is a list inside
        text = super().to_internal_value(data)
        if not _IDS.fullmatch(text):
            self.fail("form")
        ids = list(dict.fromkeys(int(part) for part in text.split(",")))
        if len(ids) > MOST_AT_ONCE:
            self.fail("many")
        if max(ids) > LARGEST_ID:
            self.fail("form")
        return ids


class WhichScenariosSerializer(serializers.Serializer[Any]):
    ids = IdsField(required=False, help_text="some of them, in this order; left out: all")


class ChosenScenariosSerializer(serializers.Serializer[Any]):
    ids = IdsField(help_text="which, in this order")


class ScenariosView(APIView):
    """Scenarios."""

    permission_classes = [PLANS]

    @extend_schema(
        operation_id="planning_scenarios_list",
        parameters=[WhichScenariosSerializer],
        responses={200: ScenarioSerializer(many=True), 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """All, the one changed last first (at most 100 are kept); or some of them to compare."""
        asked = WhichScenariosSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        return Response([scenario_shape(one) for one in chosen(asked.validated_data.get("ids"))])

    @extend_schema(
        operation_id="planning_scenarios_create",
        parameters=[IDEMPOTENCY_KEY],
        request=NewScenarioSerializer,
        responses={201: ScenarioSerializer, 400: ProblemSerializer, 403: ProblemSerializer, 409: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Answer a supposition and keep both under a name."""
        wanted = NewScenarioSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        values = wanted.validated_data
        check_departments(values["supposed"])
        scenario = save_scenario(name=values["name"], supposed=plain_supposition(values["supposed"]))
        return Response(scenario_shape(scenario_or_404(scenario.pk)), status=status.HTTP_201_CREATED)


class ScenarioView(APIView):
    """One scenario."""

    permission_classes = [PLANS]

    @extend_schema(operation_id="planning_scenarios_retrieve", responses={200: ScenarioSerializer, **REFUSED})
    def get(self, request: Request, id: int) -> Response:
        """A scenario with what it supposes and its answer."""
        return Response(scenario_shape(scenario_or_404(id)))

    @extend_schema(
        operation_id="planning_scenarios_partial_update",
        parameters=[IDEMPOTENCY_KEY],
        request=ChangedScenarioSerializer,
        responses={200: ScenarioSerializer, 400: ProblemSerializer, **REFUSED},
    )
    @idempotent
    def patch(self, request: Request, id: int) -> Response:
        """Another name, other suppositions (answered at once), unless somebody changed it since `revision`."""
        scenario = scenario_or_404(id)
        wanted = ChangedScenarioSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        values = wanted.validated_data
        supposed = values.get("supposed")
        if supposed is not None:
            check_departments(supposed)
            supposed = plain_supposition(supposed)
        change_scenario(
            scenario_id=scenario.pk, revision=values["revision"], name=values.get("name"), supposed=supposed
        )
        return Response(scenario_shape(scenario_or_404(id)))

    @extend_schema(operation_id="planning_scenarios_destroy", responses={204: None, **REFUSED})
    def delete(self, request: Request, id: int) -> Response:
        """Take it away; it is kept as a record."""
        remove_scenario(scenario_id=scenario_or_404(id).pk)
        return Response(status=status.HTTP_204_NO_CONTENT)


class ScenarioAnswerView(APIView):
    """The answer of a scenario."""

    permission_classes = [PLANS]

    @extend_schema(
        operation_id="planning_scenarios_answer_create",
        parameters=[IDEMPOTENCY_KEY],
        request=None,
        responses={200: ScenarioSerializer, **REFUSED},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Answer it anew from the facts as they are now."""
        answer_scenario(scenario_id=scenario_or_404(id).pk)
        return Response(scenario_shape(scenario_or_404(id)))


class ScenarioExportView(APIView):
    """Scenarios as a file."""

    permission_classes = [PLANS]
    renderer_classes = [FileRenderer]

    @extend_schema(
        operation_id="planning_scenarios_export_retrieve",
        parameters=[ChosenScenariosSerializer],
        responses={
            (200, XLSX): OpenApiTypes.BINARY,
            400: ProblemSerializer,
            403: ProblemSerializer,
            404: ProblemSerializer,
        },
    )
    def get(self, request: Request) -> Response:
        """Scenarios side by side as an xlsx file in your language, laid out for A4."""
        asked = ChosenScenariosSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        ids = asked.validated_data["ids"]
        found = chosen(ids)
        if len(found) < len(ids):
            raise Http404
        shapes = [scenario_shape(one) for one in found]
        book = scenario_workbook.scenario_workbook(shapes, language_of(request), made_at=clock.now())
        name = f"scenarios-{clock.today():%Y%m%d}.xlsx"
        return Response(book, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def chosen(ids: list[int] | None) -> list[Scenario]:
    """Scenarios in the order of `ids`, or all."""
    found = list(live_scenarios(ids))
    if ids is not None:
        found.sort(key=lambda one: ids.index(one.pk))
    return found


def scenario_or_404(scenario_id: int) -> Scenario:
    """A scenario that has not been taken away."""
    found = chosen([scenario_id]) if scenario_id <= LARGEST_ID else []
    if not found:
        raise Http404
    return found[0]


def scenario_shape(row: Scenario) -> dict[str, Any]:
    """A Scenario."""
    return {
        "id": row.pk,
        "name": row.name,
        "supposed": row.supposed,
        "answer": row.answer,
        "answered_at": row.answered_at,
        "stale": bool(getattr(row, "stale", False)),
        "facts_version": row.facts_version,
        "facts_from": row.facts_from,
        "facts_to": row.facts_to,
        "made_by": row.made_by.name if row.made_by else "",
        "made_at": row.made_at,
        "changed_at": row.changed_at,
        "revision": row.revision,
    }
