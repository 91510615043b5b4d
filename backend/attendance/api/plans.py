"""My days, and a section's."""

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from attendance.api.answers import MyPlanSerializer, SectionAttendanceSerializer
from attendance.api.requests import OwnPeriodSerializer, SectionPeriodSerializer
from attendance.api.shapes import plan_day_shape, section_shape
from attendance.selectors.pictures import pictures
from attendance.selectors.plan_days import calendar_days, plan_day
from attendance.selectors.section import section, section_fingerprint
from attendance.services.looking import note_view_of_department
from core import clock
from core.answers import ProblemSerializer
from core.etag import etag_of, not_modified, polled_headers, unchanged
from core.fields import LARGEST_ID
from core.revision import revisions
from core.words import language_of
from people.api.viewer import viewer_of
from people.models import Department
from people.selectors.seen import members_of
from plans.selectors.halves import half_days


class MyPlanView(APIView):
    """Where I was, am and will be."""

    @extend_schema(
        operation_id="attendance_me_retrieve",
        parameters=[OwnPeriodSerializer],
        responses={200: MyPlanSerializer, 400: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """My days in a period of at most 62 days, weekends and 祝日 included and named."""
        wanted = OwnPeriodSerializer(data=request.query_params)
        wanted.is_valid(raise_exception=True)
        first, last = wanted.validated_data["from"], wanted.validated_data["to"]
        person_id, slow, language = viewer_of(request).person_id, revisions(), language_of(request)
        mine = {} if person_id is None else pictures([person_id], first, last, slow).get(person_id, {})
        halves = half_days(slow)
        days = [plan_day(date, mine.get(date.day, []), halves) for date in calendar_days(first, last, slow)]
        return Response({"days": [plan_day_shape(day, language) for day in days]})


class SectionAttendanceView(APIView):
    """Where the people of a department are."""

    @extend_schema(
        operation_id="attendance_departments_retrieve",
        parameters=[SectionPeriodSerializer],
        responses={200: SectionAttendanceSerializer, 304: None, 400: ProblemSerializer, 404: ProblemSerializer},
    )
    def get(self, request: Request, id: int) -> Response:
        """The department's days in a period of at most 31 days, as far as each member lets you see them.

        The past is for the managers of a person (and oneself): to others those days come empty with `visible` false.
        Managers who look at the past of others are recorded. Has an ETag.
        """
        wanted = SectionPeriodSerializer(data=request.query_params)
        wanted.is_valid(raise_exception=True)
        first, last = wanted.validated_data["from"], wanted.validated_data["to"]
        department = Department.objects.filter(pk=id).first() if id <= LARGEST_ID else None
        if department is None:
            raise Http404
        viewer, slow, language = viewer_of(request), revisions(), language_of(request)
        members = members_of(department, first=first, last=last)
        etag = etag_of(
            viewer,
            language,
            clock.today(),
            id,
            first,
            last,
            sorted(slow.items()),
            section_fingerprint(members, first, last),
        )
        if unchanged(request, etag):
            return not_modified(etag)
        found = section(members, viewer, first, last, slow)
        if found.past_of:
            note_view_of_department(department_id=id, people=found.past_of, first=first, last=last)
        return Response(section_shape(department, found, language), headers=polled_headers(etag))
