"""`/my-safety/`: say oneself that one is safe."""

from dataclasses import asdict

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from core.answers import ProblemSerializer
from core.refused import Refused
from people.api.permissions import SignedInOnly
from roster.api.answers import OwnMarkWantedSerializer, OwnSafetySerializer
from roster.api.authentication import actor_of
from roster.api.shapes import brief_shape
from roster.api.standing_by import RosterView
from roster.policies.head_count import Status
from roster.policies.refusals import RosterRefusal
from roster.selectors.head_counts import head_count_by, latest_marks, listed_of, open_head_counts
from roster.services.marking import MarkWanted, Taken, mark_people


class OwnSafetyView(RosterView):
    """Head counts under way, and what is said of me in them."""

    permission_classes = [SignedInOnly]

    @extend_schema(
        operation_id="my_safety_list",
        responses={200: OwnSafetySerializer(many=True), 503: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """Nothing but my own mark is told; empty while no head count is under way."""
        me = actor_of(request).person_id
        counts = list(open_head_counts()) if me is not None else []
        marks = latest_marks([one.pk for one in counts])
        return Response(
            [
                {
                    **brief_shape(one),
                    "listed": any(line["person"] == me for line in listed_of(one)["people"]),
                    "mark": next((asdict(mark) for mark in marks.get(one.pk, []) if mark.person == me), None),
                }
                for one in counts
            ]
        )

    @extend_schema(
        operation_id="my_safety_create",
        request=OwnMarkWantedSerializer,
        responses={
            200: OwnSafetySerializer(many=True),
            400: ProblemSerializer,
            404: ProblemSerializer,
            409: ProblemSerializer,
            503: ProblemSerializer,
        },
    )
    def post(self, request: Request) -> Response:
        """Say that I am safe, need help, or was not in the building; on the list or not."""
        wanted = OwnMarkWantedSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        said, actor = wanted.validated_data, actor_of(request)
        head_count = head_count_by(str(said["head_count"]))
        if head_count is None:
            raise Http404
        if actor.person_id is None:
            raise Refused(RosterRefusal.NOT_ASKED)
        mark = MarkWanted(said["id"], actor.person_id, Status(said["status"]), said["note"], said["seconds_ago"])
        if mark_people(head_count=head_count, marks=[mark], actor=actor)[mark.id] is Taken.CLOSED:
            raise Refused(RosterRefusal.HEAD_COUNT_CLOSED)
        return self.get(request)
