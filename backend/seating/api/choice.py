"""`/seating/choice/`: a desk chosen for me, why this one, and booking it."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from bookings.api.asking import own_booking, person_wanted
from bookings.api.bookings import IDEMPOTENCY_KEY, REFUSED
from bookings.api.shapes import booking_shape
from core import clock
from core.answers import ProblemSerializer
from core.fields import LARGEST_ID
from core.idempotency import idempotent
from people.api.viewer import viewer_of
from people.selectors.acting import relation_now
from seating.api.answers import DeskChoiceSerializer
from seating.api.asking import colleague, stretch_asked
from seating.api.requests import BookChoiceSerializer, NewChoiceSerializer
from seating.models import DeskChoice
from seating.selectors.candidates import DeskWanted
from seating.selectors.choices import shown_choice
from seating.services.choosing import book_choice, choose_and_book, choose_desk


class ChoicesView(APIView):
    """おまかせ."""

    @extend_schema(
        operation_id="seating_choice_create",
        parameters=[IDEMPOTENCY_KEY],
        request=NewChoiceSerializer,
        responses={201: DeskChoiceSerializer, 403: ProblemSerializer, **REFUSED},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Choose a free desk by what was asked for, drawn by lot among equals, and say why; `book` books it as well."""
        asked = NewChoiceSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        values = asked.validated_data
        person_id = person_wanted(request, values.get("person"))
        giving_up = _to_change(request, values.get("change"), person_id)
        wanted = DeskWanted(
            person_id=person_id,
            asked=stretch_asked(values),
            near=colleague(values.get("near")),
            features=tuple(dict.fromkeys(values.get("features", ()))),
            besides=frozenset(values.get("besides", ())),
        )
        act = choose_and_book if values["book"] else choose_desk
        choice = act(wanted=wanted, viewer=viewer_of(request), giving_up=giving_up)
        return _answer(request, choice, status.HTTP_201_CREATED)


class ChoiceView(APIView):
    """One choice."""

    @extend_schema(
        operation_id="seating_choice_retrieve", responses={200: DeskChoiceSerializer, 404: ProblemSerializer}
    )
    def get(self, request: Request, id: int) -> Response:
        """Why this desk: the choice drawn again from its record."""
        return _answer(request, _own_choice(request, id))


class BookChoiceView(APIView):
    """Booking what was chosen."""

    @extend_schema(
        operation_id="seating_choice_book_create",
        parameters=[IDEMPOTENCY_KEY],
        request=BookChoiceSerializer,
        responses={200: DeskChoiceSerializer, 404: ProblemSerializer, **REFUSED},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Book the chosen desk, or the next of its equals where somebody was quicker."""
        choice = _own_choice(request, id)
        asked = BookChoiceSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        giving_up = _to_change(request, asked.validated_data.get("change"), choice.person_id)
        return _answer(request, book_choice(choice_id=choice.pk, giving_up=giving_up))


def _own_choice(request: Request, choice_id: int) -> DeskChoice:
    """A choice for oneself or for somebody for whom one may act, or 404."""
    found = DeskChoice.objects.select_related("near", "desk", "booking__desk", "booking__floor").filter(pk=choice_id)
    choice = found.first() if choice_id <= LARGEST_ID else None
    if choice is None or relation_now(viewer_of(request), choice.person_id, today=clock.today()) is None:
        raise Http404
    return choice


def _to_change(request: Request, booking_id: int | None, person_id: int) -> int | None:
    """The booking to move, which has to be the same person's; another does not exist for whoever asks (404)."""
    if booking_id is None:
        return None
    booking = own_booking(request, booking_id)
    if booking.person_id != person_id:
        raise Http404
    return booking.pk


def _answer(request: Request, choice: DeskChoice, http_status: int = status.HTTP_200_OK) -> Response:
    one = shown_choice(choice)
    shape: dict[str, Any] = {
        "id": one.id,
        "person": one.person,
        "day": one.day,
        "start": one.during.start,
        "end": one.during.end,
        "desk": one.desk,
        "features": one.features,
        "reasons": one.reasons,
        "seed": one.seed,
        "equals": one.equals,
        "considered": one.considered,
        "missed": one.missed,
        "recomputed": one.recomputed,
        "booking": booking_shape(one.booking, request) if one.booking else None,
    }
    return Response(shape, status=http_status)
