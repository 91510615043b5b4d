"""A section's days, on the screen and as a file."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.http import Http404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from attendance.api.requests import SectionPeriodSerializer
from attendance.api.section_answers import SectionAttendanceSerializer
from attendance.api.section_shapes import section_shape
from attendance.selectors.section import Section, section
from attendance.selectors.section_facts import SectionFacts, section_facts
from attendance.selectors.section_roll import SectionRoll, section_roll
from attendance.services.looking import note_view_of_department
from core import clock
from core.answers import ProblemSerializer
from core.etag import etag_of, not_modified, polled_headers, unchanged
from core.files import XLSX, FileRenderer
from core.later import Later
from core.revision import Slow, revisions
from core.words import Language, language_of
from people.api.viewer import viewer_of
from people.policies.visibility import Viewer

if TYPE_CHECKING:
    from attendance.api import section_workbook
else:
    section_workbook = Later("attendance.api.section_workbook")


class SectionAttendanceView(APIView):
    """Where the people of a department are."""

    @extend_schema(
        operation_id="attendance_departments_retrieve",
        parameters=[SectionPeriodSerializer],
        responses={200: SectionAttendanceSerializer, 304: None, 400: ProblemSerializer, 404: ProblemSerializer},
    )
    def get(self, request: Request, id: int) -> Response:
        """The department's half-days in a period of at most 35 days, as far as each member lets you see them.

        The past is for the managers of a person (and oneself): to others those days come empty with `visible` false.
        Managers who look at the past of others are recorded. Has an ETag.
        """
        asked = _asked(request, id)
        etag = asked.etag
        if unchanged(request, etag):
            return not_modified(etag)
        return Response(section_shape(_looked_at(asked), asked.language), headers=polled_headers(etag))


class SectionExportView(APIView):
    """Where the people of a department are, as a file."""

    renderer_classes = [FileRenderer]

    @extend_schema(
        operation_id="attendance_departments_export_retrieve",
        parameters=[SectionPeriodSerializer],
        responses={
            (200, XLSX): OpenApiTypes.BINARY,
            400: ProblemSerializer,
            404: ProblemSerializer,
        },
    )
    def get(self, request: Request, id: int) -> Response:
        """The same days as an xlsx file in your language, laid out for A4; looking at the past is recorded alike."""
        asked = _asked(request, id)
        book = section_workbook.section_workbook(_looked_at(asked), asked.language, made_at=clock.now())
        name = f"section-{asked.roll.department.code}-{asked.first:%Y%m%d}-{asked.last:%Y%m%d}.xlsx"
        return Response(book, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whose section, which days, and who asks."""

    roll: SectionRoll
    facts: SectionFacts
    viewer: Viewer
    first: date
    last: date
    slow: dict[Slow, int]
    language: Language

    @property
    def etag(self) -> str:
        viewer = self.viewer
        return etag_of(
            viewer.account_id,
            viewer.person_id,
            sorted(viewer.departments),
            sorted(viewer.manages),
            self.language,
            clock.today(),
            self.roll.department.pk,
            self.first,
            self.last,
            sorted(self.slow.items()),
            self.facts.moved,
        )


def _asked(request: Request, department_id: int) -> _Asked:
    wanted = SectionPeriodSerializer(data=request.query_params)
    wanted.is_valid(raise_exception=True)
    first, last = wanted.validated_data["from"], wanted.validated_data["to"]
    viewer, slow = viewer_of(request), revisions()
    roll = section_roll(department_id, first, last, slow[Slow.PEOPLE])
    if roll is None:
        raise Http404
    facts = section_facts(roll, viewer, first, last, today=clock.today())
    return _Asked(roll, facts, viewer, first, last, slow, language_of(request))


def _looked_at(asked: _Asked) -> Section:
    found = section(asked.roll, asked.facts, asked.viewer, asked.first, asked.last, asked.slow)
    if found.past_of:
        note_view_of_department(
            department_id=asked.roll.department.pk, people=found.past_of, first=asked.first, last=asked.last
        )
    return found
