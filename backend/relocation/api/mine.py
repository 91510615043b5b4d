"""`/relocations/`: what was displaced of mine, and my answers."""

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from bookings.api.asking import person_of
from core.answers import ProblemSerializer
from core.fields import LARGEST_ID
from core.idempotency import idempotent
from people.api.permissions import SignedInOnly
from relocation.api.answers import DeskAcceptSerializer, DisplacementSerializer
from relocation.api.shapes import displacement_shapes
from relocation.models import Displacement
from relocation.selectors.mine import displacements_of, with_choices
from relocation.services.answering import accept, decline
from spaces.api.drafts import IDEMPOTENCY_KEY

ANSWERED = {200: DisplacementSerializer, 404: ProblemSerializer, 409: ProblemSerializer}


class MyRelocationsView(APIView):
    permission_classes = [SignedInOnly]

    @extend_schema(
        operation_id="relocations_mine_list",
        responses={200: DisplacementSerializer(many=True), 409: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """What closures and new layouts displaced of my days from today on, in order of day; answered ones too."""
        return Response(displacement_shapes(displacements_of(person_of(request)), request))


class AcceptView(APIView):
    permission_classes = [SignedInOnly]

    @extend_schema(
        operation_id="relocations_accept_create",
        parameters=[IDEMPOTENCY_KEY],
        request=DeskAcceptSerializer,
        responses={400: ProblemSerializer, **ANSWERED},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Take a desk, or stay at the one I was moved to."""
        row = _mine_or_404(request, id)
        wanted = DeskAcceptSerializer(data=request.data or {})
        wanted.is_valid(raise_exception=True)
        accept(displacement_id=row.pk, desk_id=wanted.validated_data.get("desk"))
        return _answer(request, row.pk)


class DeclineView(APIView):
    permission_classes = [SignedInOnly]

    @extend_schema(
        operation_id="relocations_decline_create", parameters=[IDEMPOTENCY_KEY], request=None, responses=ANSWERED
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Do without: the desk I was moved to is given up, an offer is turned down."""
        row = _mine_or_404(request, id)
        decline(displacement_id=row.pk)
        return _answer(request, row.pk)


def _mine_or_404(request: Request, displacement_id: int) -> Displacement:
    mine = Displacement.objects.filter(person_id=person_of(request))
    row: Displacement | None = mine.filter(pk=displacement_id).first() if displacement_id <= LARGEST_ID else None
    if row is None:
        raise Http404
    return row


def _answer(request: Request, displacement_id: int) -> Response:
    related = ("from_desk", "booking__desk", "booking__floor", "new_booking__desk", "new_booking__floor")
    row = Displacement.objects.select_related(*related).get(pk=displacement_id)
    (shape,) = displacement_shapes(with_choices([row]), request)
    return Response(shape)
