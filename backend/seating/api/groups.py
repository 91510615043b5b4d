"""`/group-bookings/`: desks next to each other for several people, all or nothing."""

from typing import Any

from django.db import transaction
from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from bookings.api.asking import person_of
from bookings.api.bookings import IDEMPOTENCY_KEY, REFUSED
from bookings.selectors.shown import place_of
from core import clock
from core.answers import ProblemSerializer
from core.fields import LARGEST_ID
from core.idempotency import idempotent
from people.api.answers import person_brief
from people.api.viewer import viewer_of
from seating.api.answers import GroupBookingSerializer, GroupPreviewSerializer
from seating.api.asking import people_named, stretch_asked
from seating.api.requests import GroupPeopleSerializer, NewGroupSerializer
from seating.api.shapes import group_shape, refusal_shape
from seating.models import GroupBooking
from seating.selectors.groups import group_reader, groups_of, with_seats
from seating.selectors.together import Proposal, group_preview
from seating.services.grouping import book_group, cancel_group


class GroupPreviewView(APIView):
    """Where a group could sit."""

    @extend_schema(
        operation_id="group_bookings_preview_create",
        request=GroupPeopleSerializer,
        responses={200: GroupPreviewSerializer, 403: ProblemSerializer, **REFUSED},
    )
    def post(self, request: Request) -> Response:
        """Up to three sets of free desks together, each person at one, and who could not be booked. Books nothing."""
        asked = GroupPeopleSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        during = stretch_asked(asked.validated_data)
        people, discretion = people_named(request, asked.validated_data["people"], clock.city_day(during.start))
        preview = group_preview(people, during, discretion)
        return Response(
            {
                "day": clock.city_day(during.start),
                "start": during.start,
                "end": during.end,
                "proposals": [_proposal(one) for one in preview.proposals],
                "free": preview.free,
                "problems": [
                    {"person": person_brief(person), "refusal": refusal_shape(refused, request)}
                    for person, refused in preview.problems
                ],
            }
        )


class GroupsView(APIView):
    """The groups that concern me."""

    @extend_schema(operation_id="group_bookings_list", responses={200: GroupBookingSerializer(many=True)})
    def get(self, request: Request) -> Response:
        """Groups from today on that I made or sit in, in order of the day."""
        groups = list(groups_of(person_of(request), clock.today()))
        reader = group_reader(viewer_of(request), groups, clock.today())
        return Response([group_shape(group, reader) for group in groups])

    @extend_schema(
        operation_id="group_bookings_create",
        parameters=[IDEMPOTENCY_KEY],
        request=NewGroupSerializer,
        responses={201: GroupBookingSerializer, 403: ProblemSerializer, **REFUSED},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Book each person's desk, all or nothing; a refusal names the `person` it is about."""
        wanted = NewGroupSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        values = wanted.validated_data
        made_by, during = person_of(request), stretch_asked(values)
        _, discretion = people_named(
            request, [seat["person"] for seat in values["seats"]], clock.city_day(during.start)
        )
        group = book_group(
            made_by=made_by,
            seats={seat["person"]: seat["desk"] for seat in values["seats"]},
            asked=during,
            note=values["note"],
            discretion=discretion,
        )
        return _answer(request, group.pk, status.HTTP_201_CREATED)


class GroupView(APIView):
    """One group."""

    @extend_schema(
        operation_id="group_bookings_retrieve", responses={200: GroupBookingSerializer, 404: ProblemSerializer}
    )
    def get(self, request: Request, id: int) -> Response:
        """A group that I made or sit in."""
        person_id = person_of(request)
        return _answer(request, _own_group(id, person_id, made=False).pk)


class CancelGroupView(APIView):
    """Giving a group up."""

    @extend_schema(
        operation_id="group_bookings_cancel_create",
        parameters=[IDEMPOTENCY_KEY],
        request=None,
        responses={200: GroupBookingSerializer, 404: ProblemSerializer, 409: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Give up every booking of a group I made that nobody has come to. To leave alone, cancel the own booking."""
        person_id = person_of(request)
        group = _own_group(id, person_id, made=True)
        with transaction.atomic():
            cancel_group(group_id=group.pk)
        return _answer(request, group.pk)


def _own_group(group_id: int, person_id: int, *, made: bool) -> GroupBooking:
    """A group that the person made or, unless `made`, sits in; or 404."""
    group = with_seats().filter(pk=group_id).first() if group_id <= LARGEST_ID else None
    if group is None:
        raise Http404
    sits = any(seat.person_id == person_id for seat in group.seats.all())
    if group.made_by_id != person_id and (made or not sits):
        raise Http404
    return group


def _answer(request: Request, group_id: int, http_status: int = status.HTTP_200_OK) -> Response:
    group = with_seats().get(pk=group_id)
    return Response(group_shape(group, group_reader(viewer_of(request), [group], clock.today())), status=http_status)


def _proposal(one: Proposal) -> dict[str, Any]:
    return {
        "seats": [{"person": person_brief(person), "desk": place_of(place)} for person, place in one.seats],
        "touching": one.touching,
        "metres": one.metres,
        "floor": one.seats[0][1].plan.floor.id,
        "own_area": one.own_area,
    }
