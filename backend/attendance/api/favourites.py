"""`/people/favourites/`: people whom I want to find at a glance."""

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from attendance.api.answers import PersonFoundSerializer
from attendance.api.requests import WhereSerializer
from attendance.api.shapes import person_found_shape
from attendance.selectors.whereabouts import whereabouts
from core import clock
from core.answers import ProblemSerializer
from core.revision import revisions
from core.words import language_of
from people.api.viewer import viewer_of
from people.selectors.favourites import favourites_of
from people.services.favourites import mark_favourite, unmark_favourite


class FavouritesView(APIView):
    """People I have marked."""

    @extend_schema(
        operation_id="people_favourites_list",
        parameters=[WhereSerializer],
        responses={200: PersonFoundSerializer(many=True), 400: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """My favourites in order of reading, with where they are that day, as far as I may know; at most 50."""
        asked = WhereSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        viewer = viewer_of(request)
        people = [] if viewer.person_id is None else favourites_of(viewer.person_id, clock.today())
        found = whereabouts(people, viewer, revisions(), **asked.wanted)
        return Response([person_found_shape(one, language_of(request)) for one in found])


class FavouriteView(APIView):
    """One person, marked or not."""

    @extend_schema(
        operation_id="people_favourites_update",
        request=None,
        responses={204: None, 403: ProblemSerializer, 409: ProblemSerializer},
    )
    def put(self, request: Request, id: int) -> Response:
        """Mark the person; once marked, nothing more happens."""
        mark_favourite(owner_id=_own(request), person_id=id)
        return Response(status=status.HTTP_204_NO_CONTENT)

    @extend_schema(
        operation_id="people_favourites_destroy", request=None, responses={204: None, 403: ProblemSerializer}
    )
    def delete(self, request: Request, id: int) -> Response:
        """Take the mark away."""
        unmark_favourite(owner_id=_own(request), person_id=id)
        return Response(status=status.HTTP_204_NO_CONTENT)


def _own(request: Request) -> int:
    person_id = viewer_of(request).person_id
    if person_id is None:
        raise PermissionDenied
    return person_id
