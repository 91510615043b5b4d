"""`/occupancy/export/`: a report to take along."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core import clock
from core.answers import ProblemSerializer
from core.files import CSV, PDF, XLSX, FileRenderer
from core.later import Later
from core.words import language_of
from occupancy.api.report_requests import SummaryAskedSerializer
from occupancy.files.comma_separated import comma_separated
from occupancy.files.report import TABLES, report_content, report_table
from occupancy.selectors.reported import Reported, place_of
from people.api.permissions import has_role
from people.policies.roles import Role

if TYPE_CHECKING:
    from occupancy.files import sheets, workbook
else:
    sheets, workbook = Later("occupancy.files.sheets"), Later("occupancy.files.workbook")

KINDS = {"xlsx": XLSX, "pdf": PDF, "csv": CSV}


class ExportAskedSerializer(SummaryAskedSerializer):
    """A report, and the file that it shall be."""

    file = serializers.ChoiceField(choices=sorted(KINDS))
    table = serializers.ChoiceField(
        choices=TABLES, required=False, default="summary", help_text="of CSV, which holds one table"
    )


@dataclass(frozen=True, slots=True)
class _Export:
    content: bytes
    name: str


class ExportView(APIView):
    """A report as a file."""

    permission_classes = [has_role(Role.FACILITIES)]
    renderer_classes = [FileRenderer]

    @extend_schema(
        operation_id="occupancy_export_retrieve",
        parameters=[ExportAskedSerializer],
        responses={
            (200, XLSX): OpenApiTypes.BINARY,
            (200, PDF): OpenApiTypes.BINARY,
            (200, CSV): OpenApiTypes.BINARY,
            400: ProblemSerializer,
            403: ProblemSerializer,
            404: ProblemSerializer,
        },
    )
    def get(self, request: Request) -> Response:
        """The report in your language: a workbook with every table, A4 sheets with charts, or one table as CSV.

        The same figures as on the screen, and the same left out.
        """
        asked = ExportAskedSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        place = place_of(*asked.place_asked)
        if place is None:
            raise Http404
        kind = asked.validated_data["file"]
        made = _export(request, asked, Reported(asked.period, place, asked.source_asked), kind)
        return Response(
            made.content,
            content_type=KINDS[kind],
            headers={"Content-Disposition": f'attachment; filename="{made.name}"'},
        )


def _export(request: Request, asked: ExportAskedSerializer, reported: Reported, kind: str) -> _Export:
    language, compared = language_of(request), asked.other_period
    first, last = reported.period.first, reported.period.last
    stem = f"occupancy-{first:%Y%m%d}-{last:%Y%m%d}"
    if kind == "csv":
        key = asked.validated_data["table"]
        table = report_table(reported, key, language, compared=compared)
        return _Export(comma_separated(table), f"{stem}-{key}.csv")
    content = report_content(reported, language, made_at=clock.now(), compared=compared)
    made = workbook.report_workbook(content) if kind == "xlsx" else sheets.report_sheets(content)
    return _Export(made, f"{stem}.{kind}")
