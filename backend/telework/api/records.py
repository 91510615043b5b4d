"""`/telework/records/`: what telework came to, on the screen and as files."""

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.http import Http404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core import clock
from core.answers import ProblemSerializer
from core.fields import LARGEST_ID
from core.files import CSV, XLSX, FileRenderer
from core.later import Later
from core.revision import revisions
from core.words import language_of
from people.api.answers import department_brief
from people.api.viewer import account_of, viewer_of
from people.models import Department, Person
from people.services.looking import note_view_of_department
from telework.api.record_answers import (
    DepartmentRecordSerializer,
    OwnRecordSerializer,
    RecordFileWantedSerializer,
    RecordWantedSerializer,
    own_record_shape,
    period_shape,
    person_record_shape,
    totals_shape,
)
from telework.api.record_tables import department_table, own_table
from telework.policies.record_period import RecordPeriod
from telework.policies.record_table import Table, Written, as_csv
from telework.selectors.records import PersonRecord, department_records, may_see_record, own_record, total_of

if TYPE_CHECKING:
    from telework.api import record_workbook
else:
    record_workbook = Later("telework.api.record_workbook")

FILE = {
    (200, XLSX): OpenApiTypes.BINARY,
    (200, CSV): OpenApiTypes.BINARY,
}
REPLACED = "X-Replaced-Characters"
"""How many characters CP932 had no code for; 〓 stands in their places."""


class OwnRecordView(APIView):
    """My telework."""

    @extend_schema(
        operation_id="telework_records_me_retrieve",
        parameters=[RecordWantedSerializer],
        responses={200: OwnRecordSerializer, 400: ProblemSerializer, 404: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """What my telework came to in a month or a fiscal year, with its days and the count for the allowance."""
        wanted = RecordWantedSerializer(data=request.query_params)
        wanted.is_valid(raise_exception=True)
        record, lines = own_record(_person(request), wanted.period, revisions())
        return Response(own_record_shape(record, lines, wanted.period, language_of(request)))


class DepartmentRecordView(APIView):
    """A department's telework."""

    @extend_schema(
        operation_id="telework_records_departments_retrieve",
        parameters=[RecordWantedSerializer],
        responses={
            200: DepartmentRecordSerializer,
            400: ProblemSerializer,
            403: ProblemSerializer,
            404: ProblemSerializer,
        },
    )
    def get(self, request: Request, id: int) -> Response:
        """What the telework of a department's people came to: for those who manage it, and HR. Looking is recorded."""
        wanted = RecordWantedSerializer(data=request.query_params)
        wanted.is_valid(raise_exception=True)
        department, records = _records(request, id, wanted.period)
        return Response(
            {
                "department": department_brief(department),
                "period": period_shape(wanted.period, language_of(request)),
                "people": [person_record_shape(one) for one in records],
                "total": totals_shape(total_of(records)),
            }
        )


class OwnRecordFileView(APIView):
    """My telework, as a file."""

    renderer_classes = [FileRenderer]

    @extend_schema(
        operation_id="telework_records_me_export_retrieve",
        parameters=[RecordFileWantedSerializer],
        responses={**FILE, 400: ProblemSerializer, 404: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """My days in a month or a fiscal year, as xlsx or CSV."""
        wanted = RecordFileWantedSerializer(data=request.query_params)
        wanted.is_valid(raise_exception=True)
        person, language = _person(request), language_of(request)
        record, lines = own_record(person, wanted.period, revisions())
        table = own_table(record, lines, wanted.period, language)
        return _file(table, wanted.validated_data, f"telework-{person.number}-{_suffix(wanted.period)}")


class DepartmentRecordFileView(APIView):
    """A department's telework, as a file."""

    renderer_classes = [FileRenderer]

    @extend_schema(
        operation_id="telework_records_departments_export_retrieve",
        parameters=[RecordFileWantedSerializer],
        responses={**FILE, 400: ProblemSerializer, 403: ProblemSerializer, 404: ProblemSerializer},
    )
    def get(self, request: Request, id: int) -> Response:
        """A row a person, as xlsx or CSV, for those who may see the record itself. Looking is recorded."""
        wanted = RecordFileWantedSerializer(data=request.query_params)
        wanted.is_valid(raise_exception=True)
        department, records = _records(request, id, wanted.period)
        table = department_table(department, records, wanted.period, language_of(request))
        return _file(table, wanted.validated_data, f"telework-{department.code}-{_suffix(wanted.period)}")


def _person(request: Request) -> Person:
    person = account_of(request).person
    if person is None:
        raise Http404
    return person


def _records(request: Request, id: int, period: RecordPeriod) -> tuple[Department, list[PersonRecord]]:
    department = Department.objects.filter(pk=id).first() if id <= LARGEST_ID else None
    if department is None:
        raise Http404
    viewer = viewer_of(request)
    if not may_see_record(viewer, department):
        raise PermissionDenied
    records = department_records(department, period, revisions())
    others = [one.person.pk for one in records if one.person.pk != viewer.person_id]
    if others and period.first < clock.today():
        last = min(period.last, clock.today())
        note_view_of_department(department_id=department.pk, people=others, first=period.first, last=last)
    return department, records


def _suffix(period: RecordPeriod) -> str:
    return f"{period.fiscal_year}FY" if period.fiscal_year is not None else str(period.first_month)


def _file(table: Table, wanted: dict[str, Any], name: str) -> Response:
    if wanted["format"] == "csv":
        written, content_type = as_csv(table, wanted["encoding"]), CSV
    else:
        written, content_type = Written(record_workbook.as_xlsx(table)), XLSX
    file_name = quote(f"{name}.{wanted['format']}", safe="")
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{file_name}",
        REPLACED: str(written.replaced),
    }
    return Response(written.content, headers=headers, content_type=content_type)
