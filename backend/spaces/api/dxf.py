"""`/dxf-drawings/`: a drawing from CAD, looked at, then made a draft of."""

from typing import Any

from django.http import Http404
from django.urls import reverse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.answers import ProblemSerializer
from core.fields import LARGEST_ID, DayField, IdField
from core.idempotency import idempotent
from core.uploads import UploadParser, takes_files
from core.words import Language, language_of
from spaces.api.draft_answers import LayoutDraftSerializer, draft_shape
from spaces.api.draft_requests import NumberField
from spaces.api.drafts import IDEMPOTENCY_KEY, KEEPS_PLACES, REFUSED
from spaces.api.plan_rendering import PLAN_HEADERS, SVG, PlanRenderer
from spaces.dxf.desks import Numbering
from spaces.dxf.parsed import MOST_LAYERS, ParsedDrawing
from spaces.dxf.warnings import warnings_of
from spaces.importing.area_rows import code_is_usable
from spaces.importing.desk_rows import LONGEST_DESK_CODE
from spaces.importing.floor_code import floor_named
from spaces.models import Building, DxfDrawing, Floor
from spaces.services.dxf import DxfChoice, draft_of_drawing, keep_drawing
from spaces.services.places_import import floor_of

Values = serializers.Serializer[Any]
DXF_WARNINGS = ["units_guessed", "left_out"]


class DxfUploadSerializer(Values):
    file = serializers.FileField(allow_empty_file=True, max_length=200)


class DxfLayerSerializer(Values):
    name = serializers.CharField()
    colour = serializers.CharField(help_text="#rrggbb")
    entities = serializers.IntegerField(help_text="lines and texts, those inside blocks too")
    blocks = serializers.IntegerField(help_text="blocks set on it")


class DxfBlockSerializer(Values):
    name = serializers.CharField()
    layer = serializers.CharField(help_text="on which it is set most")
    count = serializers.IntegerField()
    width = serializers.FloatField(help_text="metres, at the unit proposed, as it is set first")
    height = serializers.FloatField()
    attributes = serializers.ListField(child=serializers.CharField(), help_text="tags of its marks")
    desk_like = serializers.BooleanField(help_text="as large as a desk")


class DxfWarningSerializer(Values):
    code = serializers.ChoiceField(choices=DXF_WARNINGS)
    words = serializers.CharField(help_text="in the reader's language")


class DxfDrawingSerializer(Values):
    id = serializers.IntegerField()
    file_name = serializers.CharField()
    units = serializers.CharField(help_text="mm, cm, m, in, ft or yd")
    metres_per_unit = serializers.FloatField(help_text="proposed")
    width = serializers.FloatField(help_text="metres, of all that is drawn")
    height = serializers.FloatField()
    layers = DxfLayerSerializer(many=True)
    blocks = DxfBlockSerializer(many=True)
    preview_url = serializers.CharField(help_text="SVG of all layers")
    warnings = DxfWarningSerializer(many=True)


class DxfDraftSerializer(Values):
    """Which floor, from when, and what is what in the drawing. `floor`, or `building` with `floor_code` (6, B1, R)."""

    floor = IdField(required=False)
    building = IdField(required=False)
    floor_code = serializers.CharField(max_length=8, required=False)
    effective_from = DayField()
    name = serializers.CharField(max_length=100, required=False, default="", allow_blank=True)
    desk_blocks = serializers.ListField(child=serializers.CharField(max_length=300), max_length=MOST_LAYERS)
    background_layers = serializers.ListField(child=serializers.CharField(max_length=300), max_length=MOST_LAYERS)
    metres_per_unit = NumberField(min_value=0.0001, max_value=100)
    first_code = serializers.CharField(
        max_length=LONGEST_DESK_CODE, help_text="06A-001: desks are counted on from it, row by row"
    )
    number_attribute = serializers.CharField(
        max_length=100, required=False, default="", allow_blank=True, help_text="the mark that holds a desk's code"
    )
    keep_areas = serializers.BooleanField(required=False, default=False, help_text="those the floor has already")

    def validate_first_code(self, value: str) -> str:
        if not code_is_usable(value):
            raise serializers.ValidationError("letters, digits, - _ .")
        return value

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if ("floor" in attrs) == ("building" in attrs):
            raise serializers.ValidationError({"floor": ["either floor, or building with floor_code"]})
        if "building" in attrs and floor_named(attrs.get("floor_code", "")) is None:
            raise serializers.ValidationError({"floor_code": ["6, B1 or R"]})
        return attrs


class DxfDrawingsView(APIView):
    permission_classes = [KEEPS_PLACES]
    parser_classes = [UploadParser]

    @takes_files("dxf_drawings_create", DxfUploadSerializer, {201: DxfDrawingSerializer, 409: ProblemSerializer})
    def post(self, request: Request) -> Response:
        """Take a drawing apart: its layers and blocks to choose from. It is kept for some hours."""
        wanted = DxfUploadSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        file = wanted.validated_data["file"]
        drawing = keep_drawing(file_name=file.name[:200], content=file.read())
        return Response(_shape(drawing, language_of(request)), status=status.HTTP_201_CREATED)


class DxfDrawingView(APIView):
    permission_classes = [KEEPS_PLACES]

    @extend_schema(
        operation_id="dxf_drawings_retrieve",
        responses={200: DxfDrawingSerializer, 403: ProblemSerializer, 404: ProblemSerializer},
    )
    def get(self, request: Request, id: int) -> Response:
        """The drawing again, while it is kept."""
        return Response(_shape(_drawing_or_404(id), language_of(request)))


class DxfPreviewView(APIView):
    permission_classes = [KEEPS_PLACES]
    renderer_classes = [PlanRenderer]

    @extend_schema(
        operation_id="dxf_drawings_preview_retrieve",
        responses={(200, SVG): OpenApiTypes.STR, 403: ProblemSerializer, 404: ProblemSerializer},
    )
    def get(self, request: Request, id: int) -> Response:
        """All layers of the drawing, a group a layer."""
        return Response(_drawing_or_404(id).preview, content_type=SVG, headers=PLAN_HEADERS)


class DxfDraftView(APIView):
    permission_classes = [KEEPS_PLACES]

    @extend_schema(
        operation_id="dxf_drawings_draft_create",
        parameters=[IDEMPOTENCY_KEY],
        request=DxfDraftSerializer,
        responses={201: LayoutDraftSerializer, 400: ProblemSerializer, **REFUSED},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """A draft with a desk for each block chosen, and the layers chosen behind them."""
        drawing = _drawing_or_404(id)
        wanted = DxfDraftSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        values = wanted.validated_data
        choice = DxfChoice(
            desk_blocks=values["desk_blocks"],
            background_layers=values["background_layers"],
            metres_per_unit=values["metres_per_unit"],
            numbering=Numbering(values["first_code"], values["number_attribute"]),
            keep_areas=values["keep_areas"],
        )
        draft = draft_of_drawing(
            drawing=drawing,
            floor=_floor(values),
            effective_from=values["effective_from"],
            choice=choice,
            name=values["name"],
        )
        return Response(draft_shape(draft), status=status.HTTP_201_CREATED)


def _drawing_or_404(drawing_id: int) -> DxfDrawing:
    drawing: DxfDrawing | None = DxfDrawing.objects.filter(pk=drawing_id).first() if drawing_id <= LARGEST_ID else None
    if drawing is None:
        raise Http404
    return drawing


def _floor(values: dict[str, Any]) -> Floor:
    if "floor" in values:
        floor = Floor.objects.select_related("building").filter(pk=values["floor"]).first()
        if floor is None:
            raise serializers.ValidationError({"floor": ["unknown"]})
        return floor
    building = Building.objects.filter(pk=values["building"]).first()
    name = floor_named(values["floor_code"])
    if building is None or name is None:
        raise serializers.ValidationError({"building": ["unknown"]})
    return floor_of(building, name)


def _shape(drawing: DxfDrawing, language: Language) -> dict[str, Any]:
    parsed = ParsedDrawing.of_json(drawing.parsed)
    metres = parsed.metres_per_unit
    return {
        "id": drawing.pk,
        "file_name": drawing.file_name,
        "units": parsed.units,
        "metres_per_unit": metres,
        "width": drawing.width,
        "height": drawing.height,
        "layers": [
            {"name": layer.name, "colour": layer.colour, "entities": layer.entities, "blocks": layer.blocks}
            for layer in parsed.layers
        ],
        "blocks": [
            {
                "name": block.name,
                "layer": block.layer,
                "count": block.count,
                "width": round(block.width * metres, 3),
                "height": round(block.height * metres, 3),
                "attributes": block.attributes,
                "desk_like": block.desk_like(metres),
            }
            for block in parsed.blocks
            if block.count
        ],
        "preview_url": reverse("dxf-preview", args=[drawing.pk]),
        "warnings": [{"code": code, "words": words} for code, words in warnings_of(parsed, language)],
    }
