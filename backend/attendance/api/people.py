"""Finding people, and where one of them is."""

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import APIException
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from attendance.api.answers import (
    PaginatedPersonFoundListSerializer,
    PersonPageSerializer,
    WhereaboutsSerializer,
)
from attendance.api.requests import DayWantedSerializer, PeopleSearchSerializer, WhereSerializer
from attendance.api.shapes import person_found_shape, stretch_shapes
from attendance.policies.details import details_for
from attendance.selectors.whereabouts import day_of, seen_on, whereabouts
from attendance.services.looking import note_view_of_person
from attendance.words import AttendanceProblem
from core import clock
from core.answers import ProblemSerializer
from core.fields import LARGEST_ID
from core.paged import PAGE_PARAMETERS, page_answer
from core.pagination import page_wanted, paged
from core.revision import Slow, revisions
from core.words import language_of
from people.api.acting import relation_of
from people.api.answers import person_brief
from people.api.viewer import viewer_of
from people.models import Person, PersonKind
from people.policies.visibility import Viewer, may_know_visitor, may_see_where
from people.selectors.finding import on_the_roll, people_found


class PastIsPrivate(APIException):
    """403: the past of a person is for that person and their managers."""

    status_code = status.HTTP_403_FORBIDDEN
    problem_code = AttendanceProblem.PAST_IS_PRIVATE


class PeopleView(APIView):
    """People of the city."""

    @extend_schema(
        operation_id="people_list",
        parameters=[PeopleSearchSerializer, *PAGE_PARAMETERS],
        responses={200: PaginatedPersonFoundListSerializer, 400: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """People by name, reading, staff number or section, in order of reading, with where they are that day."""
        asked = PeopleSearchSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        wanted, slow = page_wanted(request, (str, int)), revisions()
        pages = people_found(asked.validated_data["q"], day=clock.today(), people_revision=slow[Slow.PEOPLE])
        page = paged(wanted, pages.fetch, pages.key)
        found = whereabouts(page.results, viewer_of(request), slow, **asked.wanted)
        return page_answer(page, [person_found_shape(one, language_of(request)) for one in found])


class PersonView(APIView):
    """One person."""

    @extend_schema(
        operation_id="people_retrieve",
        parameters=[WhereSerializer],
        responses={200: PersonPageSerializer, 400: ProblemSerializer, 404: ProblemSerializer},
    )
    def get(self, request: Request, id: int) -> Response:
        """Somebody on the roll: where on a day, and on the working days asked for, as far as I may know."""
        asked = WhereSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        viewer = viewer_of(request)
        person = on_the_roll(clock.today()).filter(pk=id).first() if id <= LARGEST_ID else None
        if person is None:
            raise Http404
        (found,) = whereabouts([person], viewer, revisions(), **asked.wanted)
        me = viewer.person_id == id
        may_book = relation_of(request, id) is not None
        return Response({**person_found_shape(found, language_of(request)), "me": me, "may_book": may_book})


class WhereaboutsView(APIView):
    """Where a person is."""

    @extend_schema(
        operation_id="people_whereabouts_retrieve",
        parameters=[DayWantedSerializer],
        responses={
            200: WhereaboutsSerializer,
            400: ProblemSerializer,
            403: ProblemSerializer,
            404: ProblemSerializer,
        },
    )
    def get(self, request: Request, id: int) -> Response:
        """One person's day. Past days of others are for their managers, and looking at them is recorded."""
        asked = DayWantedSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        day, today, viewer = asked.validated_data.get("day") or clock.today(), clock.today(), viewer_of(request)
        everyone = Person.objects.select_related("department")
        person = everyone.filter(pk=id).first() if id <= LARGEST_ID else None
        if person is None or not _may_be_named(person, viewer):
            raise Http404
        seen = seen_on(person, day)
        visible = may_see_where(viewer, seen, day=day, today=today)
        if day < today and not visible:
            raise PastIsPrivate
        if day < today and viewer.person_id != id:
            note_view_of_person(person_id=id, day=day)
        stretches = day_of(id, day, details_for(viewer, seen), revisions()) if visible else []
        return Response(
            {
                "person": person_brief(person),
                "day": day,
                "visible": visible,
                "stretches": stretch_shapes(stretches),
            }
        )


def _may_be_named(person: Person, viewer: Viewer) -> bool:
    """Names of staff are no secret; a visitor's is."""
    return person.kind == PersonKind.STAFF or may_know_visitor(viewer, person.host_id)
