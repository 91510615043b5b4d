"""A floor on a wall screen, for whoever has its address."""

from django.http import Http404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import Throttled
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from audit.context import current_origin
from bookings.selectors.revision import floor_revision
from core import clock
from core.answers import ProblemSerializer
from core.etag import etag_of, not_modified, polled_headers, unchanged
from core.fields import LARGEST_ID
from core.revision import Slow
from displays.api.answers import DisplayedFloorSerializer
from displays.models import DisplayLink
from displays.policies.display_key import LONGEST_KEY, digest_of
from displays.policies.moment import stretch_shown
from displays.selectors.shown_floor import display_of, shown_floor
from displays.services.links import note_seen, wait_after_guess
from spaces.api.plan_rendering import PLAN_HEADERS, SVG, PlanRenderer
from spaces.models import Layout
from spaces.selectors import floor_plan

KEY = OpenApiParameter(
    "token",
    {"type": "string", "minLength": 16, "maxLength": LONGEST_KEY, "pattern": "^[A-Za-z0-9_-]+$"},
    OpenApiParameter.PATH,
    description="the last part of the display's address",
)
ANSWERS = {404: ProblemSerializer, 429: ProblemSerializer}


class DisplayView(APIView):
    """The floor now."""

    authentication_classes = []
    permission_classes = [AllowAny]

    @extend_schema(
        operation_id="displays_retrieve",
        auth=[],
        parameters=[KEY],
        responses={200: DisplayedFloorSerializer, 304: None, **ANSWERS},
    )
    def get(self, request: Request, token: str) -> Response:
        """Free counts and the state of every desk, with an ETag that ages by the minute. Nobody has to sign in.

        An address that was never one and one that was revoked are answered alike.
        """
        link = _display(token)
        now = clock.now().astimezone(clock.city_zone())
        day = clock.city_day(now)
        revision = floor_revision(link.floor_id, day)
        plan = floor_plan(link.floor_id, day, revision=revision.slow[Slow.PLACES])
        if plan is None:
            raise Http404
        note_seen(link)
        etag = etag_of("display", link.pk, link.names, link.name, revision.key, clock.this_minute())
        if unchanged(request, etag):
            return not_modified(etag)
        answer = shown_floor(link, plan, stretch_shown(plan.building, now), revision, now=now)
        return Response(answer, headers=polled_headers(etag))


class DisplayPlanView(APIView):
    """The drawing behind the desks."""

    authentication_classes = []
    permission_classes = [AllowAny]
    renderer_classes = [PlanRenderer]

    @extend_schema(
        operation_id="displays_plan_retrieve",
        auth=[],
        parameters=[KEY],
        responses={(200, SVG): OpenApiTypes.STR, **ANSWERS},
    )
    def get(self, request: Request, token: str, id: int) -> Response:
        """The drawing of a layout of the display's floor; it never changes under its address."""
        link = _display(token)
        layouts = Layout.objects.filter(pk=min(id, LARGEST_ID), floor_id=link.floor_id)
        drawing = layouts.values_list("plan", flat=True).first()
        if drawing is None:
            raise Http404
        return Response(drawing, headers=PLAN_HEADERS)


def _display(token: str) -> DisplayLink:
    """The display in use at this address, else a 404, or a 429 for whoever has guessed too often."""
    link = display_of(digest_of(token)) if len(token) <= LONGEST_KEY else None
    if link is None:
        wait = wait_after_guess(current_origin().source_address)
        if wait is not None:
            raise Throttled(wait)
        raise Http404
    return link
