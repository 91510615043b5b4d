"""My linked calendars."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from calendars import servers
from calendars.api.link_answers import (
    CalendarLinkSerializer,
    CalendarLinksSerializer,
    FoundCalendarsSerializer,
    TestedCalendarSerializer,
    found_shape,
    link_shape,
    tested_shape,
)
from calendars.api.link_requests import (
    AccountAskedSerializer,
    EndedSerializer,
    LinkChangeSerializer,
    NewLinkSerializer,
    ResumedSerializer,
)
from calendars.api.own import person_of
from calendars.models import CalendarLink
from calendars.policies.choices import Acceptance, LinkKind, OnDeleted
from calendars.selectors.links import link_of, links_of
from calendars.selectors.malformed import malformed_of
from calendars.services.finding import ask_link, find_calendars
from calendars.services.links import MOST_LINKS, NewLink, change_link, end_link, link_calendar, resume_link
from core.answers import ProblemSerializer
from core.fields import LARGEST_ID

REFUSALS = {403: ProblemSerializer, 404: ProblemSerializer}


class CalendarLinksView(APIView):
    """My linked calendars."""

    @extend_schema(operation_id="calendar_links_list", responses={200: CalendarLinksSerializer, 403: ProblemSerializer})
    def get(self, request: Request) -> Response:
        """Those that go on or are paused, and what can be linked here. Browsers only, no tokens."""
        person = person_of(request)
        return Response(
            {
                "links": [_shape(link) for link in links_of(person.pk)],
                "kinds": [kind.value for kind in servers.possible_kinds()],
                "hosts_allowed": servers.hosts_allowed(),
                "most": MOST_LINKS,
            }
        )

    @extend_schema(
        operation_id="calendar_links_create",
        request=NewLinkSerializer,
        responses={
            201: CalendarLinkSerializer,
            400: ProblemSerializer,
            403: ProblemSerializer,
            409: ProblemSerializer,
        },
    )
    def post(self, request: Request) -> Response:
        """Link a calendar that was found; one that is linked already is refused, so sent twice it is done once.

        Takes no Idempotency-Key: what is kept of a request would be a digest of the password.
        """
        person = person_of(request)
        asked = NewLinkSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        values = asked.validated_data
        new = NewLink(
            kind=LinkKind(values["kind"]),
            on_deleted=OnDeleted(values["on_deleted"]),
            acceptance=Acceptance(values["acceptance"]),
            **{
                name: values[name]
                for name in ("address", "username", "password", "calendar", "calendar_name", "sends", "takes_in")
            },
        )
        link = link_calendar(person_id=person.pk, new=new)
        return Response(_shape(_mine(request, link.pk)), status=status.HTTP_201_CREATED)


class FindCalendarsView(APIView):
    """The calendars of an account elsewhere."""

    @extend_schema(
        operation_id="calendar_links_find",
        request=AccountAskedSerializer,
        responses={
            200: FoundCalendarsSerializer,
            400: ProblemSerializer,
            403: ProblemSerializer,
            409: ProblemSerializer,
        },
    )
    def post(self, request: Request) -> Response:
        """Ask that server, for a quarter of a minute at most; nothing is stored. `calendar_trouble` says what is wrong
        in `trouble`. One question at a time."""
        person = person_of(request)
        asked = AccountAskedSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        values = {**asked.validated_data, "kind": LinkKind(asked.validated_data["kind"])}
        return Response({"calendars": [found_shape(one) for one in find_calendars(person_id=person.pk, **values)]})


class CalendarLinkView(APIView):
    """One of my linked calendars."""

    @extend_schema(operation_id="calendar_links_retrieve", responses={200: CalendarLinkSerializer, **REFUSALS})
    def get(self, request: Request, id: int) -> Response:
        """How it does."""
        return Response(_shape(_mine(request, id)))

    @extend_schema(
        operation_id="calendar_links_update",
        request=LinkChangeSerializer,
        responses={200: CalendarLinkSerializer, 400: ProblemSerializer, 409: ProblemSerializer, **REFUSALS},
    )
    def patch(self, request: Request, id: int) -> Response:
        """Change what goes on with it. Where sending stops, our events there are taken away."""
        link = _mine(request, id)
        wanted = LinkChangeSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        change_link(link=link, wanted=wanted.validated_data)
        return Response(_shape(_mine(request, id)))

    @extend_schema(
        operation_id="calendar_links_destroy",
        parameters=[EndedSerializer],
        responses={204: None, 400: ProblemSerializer, **REFUSALS},
    )
    def delete(self, request: Request, id: int) -> Response:
        """End it. Our events there are taken away by and by, or stay (`keep`); the password is forgotten."""
        link = _mine(request, id)
        wanted = EndedSerializer(data=request.query_params.dict())
        wanted.is_valid(raise_exception=True)
        end_link(link=link, keep=wanted.validated_data["keep"] == "1")
        return Response(status=status.HTTP_204_NO_CONTENT)


class CalendarLinkTestView(APIView):
    """Whether one of my linked calendars answers."""

    @extend_schema(
        operation_id="calendar_links_test",
        request=None,
        responses={200: TestedCalendarSerializer, 409: ProblemSerializer, **REFUSALS},
    )
    def post(self, request: Request, id: int) -> Response:
        """Ask it now, for a quarter of a minute at most. Changes nothing."""
        return Response(tested_shape(ask_link(link=_mine(request, id))))


class ResumeLinkView(APIView):
    """A paused link goes on."""

    @extend_schema(
        operation_id="calendar_links_resume",
        request=ResumedSerializer,
        responses={200: CalendarLinkSerializer, 400: ProblemSerializer, **REFUSALS},
    )
    def post(self, request: Request, id: int) -> Response:
        """Go on, with another password where one is given; what is there is compared anew. An active one stays so."""
        link = _mine(request, id)
        wanted = ResumedSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        resume_link(link=link, password=wanted.validated_data.get("password"))
        return Response(_shape(_mine(request, id)))


def _mine(request: Request, link_id: int) -> CalendarLink:
    person = person_of(request)
    link = link_of(person.pk, link_id) if link_id <= LARGEST_ID else None
    if link is None:
        raise Http404
    return link


def _shape(link: Any) -> dict[str, Any]:
    return link_shape(link, sent_count=link.sent_count, malformed=malformed_of([link.pk]).get(link.pk))
