"""`/places-imports/`: tables and drawings become drafts, with the checks of the command."""

from typing import Any

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core import clock
from core.fields import LARGEST_ID, DayField
from core.uploads import UploadParser, takes_files
from core.words import Language, language_of
from spaces.api.draft_answers import DraftChangesSerializer, changes_shape
from spaces.api.drafts import KEEPS_PLACES
from spaces.importing.mistakes import FolderError, Mistake, MistakeCode
from spaces.importing.uploads import folder_of_uploads
from spaces.importing.words import mistake_words
from spaces.models import Building
from spaces.services.places_import import PlannedFloor, import_to_drafts, read_places

Values = serializers.Serializer[Any]
MOST_FILES = 60
MOST_SHOWN = 500
IMPORT_MISTAKES = [code.value for code in MistakeCode]


class PlacesImportSerializer(Values):
    """`areas.csv`, `desks.csv` and a drawing of each floor as SVG, named as the floor (`06F.svg`)."""

    files = serializers.ListField(child=serializers.FileField(allow_empty_file=True), max_length=MOST_FILES)
    building = serializers.IntegerField(min_value=1, max_value=LARGEST_ID)
    effective_from = DayField(required=False, help_text="today where it is left out")
    dry_run = serializers.BooleanField(required=False, default=False)


class ImportedFloorSerializer(Values):
    code = serializers.CharField()
    name = serializers.CharField()
    changes = DraftChangesSerializer()
    later = serializers.DateField(allow_null=True, help_text="a layout from that day takes over again")
    draft = serializers.IntegerField(allow_null=True, help_text="null in a dry run")


class ImportMistakeSerializer(Values):
    file = serializers.CharField()
    line = serializers.IntegerField(allow_null=True, help_text="1 is the head of a table")
    column = serializers.CharField(allow_null=True)
    code = serializers.ChoiceField(choices=IMPORT_MISTAKES)
    words = serializers.CharField(help_text="in the reader's language")


class LeftOutSerializer(Values):
    file = serializers.CharField()
    elements = serializers.ListField(child=serializers.CharField(), help_text="of a drawing, that nothing here draws")


class PlacesImportedSerializer(Values):
    """With a mistake nothing is stored, and `floors` is empty."""

    floors = ImportedFloorSerializer(many=True, help_text="that differ from what is in force")
    mistakes = ImportMistakeSerializer(many=True, help_text="the first of them")
    mistakes_total = serializers.IntegerField()
    left_out = LeftOutSerializer(many=True)


class PlacesImportsView(APIView):
    permission_classes = [KEEPS_PLACES]
    parser_classes = [UploadParser]

    @takes_files("places_imports_create", PlacesImportSerializer, {200: PlacesImportedSerializer})
    def post(self, request: Request) -> Response:
        """Check the files and begin a draft for each floor that they change; with `dry_run`, only say what changes.

        Mistakes are no error of the request: they come as a list to mend.
        """
        wanted = PlacesImportSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        values = wanted.validated_data
        building = Building.objects.filter(pk=values["building"]).first()
        if building is None:
            raise serializers.ValidationError({"building": ["unknown"]})
        day = values.get("effective_from") or clock.today()
        drafts: list[int | None] = []
        try:
            files = folder_of_uploads((file.name, file.read()) for file in values["files"])
            if values["dry_run"]:
                outcome = read_places(building=building, files=files, effective_from=day)
            else:
                outcome, made = import_to_drafts(building=building, files=files, effective_from=day)
                drafts = [draft.pk for draft in made]
        except FolderError as error:
            return Response(_refused(error.mistakes, language_of(request)))
        drafts = drafts or [None] * len(outcome.floors)
        return Response(
            {
                "floors": [_floor(floor, draft) for floor, draft in zip(outcome.floors, drafts, strict=True)],
                "mistakes": [],
                "mistakes_total": 0,
                "left_out": [{"file": file, "elements": sorted(names)} for file, names in outcome.left_out.items()],
            }
        )


def _floor(floor: PlannedFloor, draft: int | None) -> dict[str, Any]:
    return {
        "code": floor.name.code,
        "name": floor.name.name,
        "changes": changes_shape(floor.change),
        "later": floor.later,
        "draft": draft,
    }


def _where(mistake: Mistake) -> tuple[str, int]:
    """Files are mended one after the other, from above."""
    return mistake.file, mistake.row or 0


def _refused(mistakes: list[Mistake], language: Language) -> dict[str, Any]:
    shown = [
        {
            "file": mistake.file,
            "line": mistake.row,
            "column": mistake.column,
            "code": mistake.code.value,
            "words": mistake_words(mistake, language),
        }
        for mistake in sorted(mistakes, key=_where)[:MOST_SHOWN]
    ]
    return {"floors": [], "mistakes": shown, "mistakes_total": len(mistakes), "left_out": []}
