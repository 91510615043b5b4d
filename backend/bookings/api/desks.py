"""One desk: its day, and checking in at it."""

from datetime import date
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from bookings.api.answers import BookingSerializer, DeskDaySerializer
from bookings.api.asking import desk_on, person_of, person_wanted
from bookings.api.availability import still_to_come
from bookings.api.bookings import IDEMPOTENCY_KEY
from bookings.api.requests import DeskCheckInSerializer, DeskDayWantedSerializer
from bookings.api.shapes import booking_shape
from bookings.selectors.answer import booking_answer, check_in_here
from bookings.selectors.desk_day import DeskDay, desk_day
from bookings.selectors.shown import shown
from bookings.services.presence import check_in_at_desk
from core import clock
from core.answers import ProblemSerializer
from core.idempotency import idempotent
from core.problems import refusal_problem
from core.revision import revisions
from core.words import language_of
from people.api.viewer import viewer_of
from people.policies.visibility import Viewer
from spaces.api.shapes import desk_shape, floor_shape
from spaces.selectors.desks import DeskOnFloor
from spaces.selectors.floor_reading import assigned_people


class DeskDayView(APIView):
    """One desk on one day."""

    @extend_schema(
        operation_id="desks_day_retrieve",
        parameters=[DeskDayWantedSerializer],
        responses={
            200: DeskDaySerializer,
            400: ProblemSerializer,
            403: ProblemSerializer,
            404: ProblemSerializer,
        },
    )
    def get(self, request: Request, id: int) -> Response:
        """Who has it when, who sits next to it, and whether I may book it in the stretch asked for.

        With `person`, what is said of me is said of that person: what stands in the way, and the booking held then.
        Who may be named is still for my eyes.
        """
        wanted = DeskDayWantedSerializer(data=request.query_params)
        wanted.is_valid(raise_exception=True)
        values = wanted.validated_data
        day = values.get("day") or (clock.city_day(values["start"]) if "start" in values else clock.today())
        slow = revisions()
        place = desk_on(id, day, slow)
        asked = wanted.during(place.plan.building)
        viewer = viewer_of(request)
        own = viewer.person_id
        person_id = own if "person" not in values else person_wanted(request, values["person"])
        seen = desk_day(place, day, still_to_come(asked), viewer, person_id)
        refused = booking_answer(person_id, place, asked, seen)
        language = language_of(request)
        mine = shown([seen.my_booking], slow)[0] if seen.my_booking else None
        return Response(
            {
                "desk": desk_shape(place.desk, _assigned_to(place, day, viewer)),
                "floor": floor_shape(place.plan),
                "area": {
                    "id": place.area.id,
                    "code": place.area.code,
                    "name": place.area.name,
                    "floor": place.plan.floor.id,
                },
                "day": day,
                "opens_at": seen.opens_at,
                "closes_at": seen.closes_at,
                "state": seen.state,
                "held": _held(seen, person_id),
                "neighbours": seen.neighbours,
                "my_booking": booking_shape(mine, request) if mine else None,
                "next_taken_at": seen.next_taken_at,
                "answer": {
                    "allowed": refused is None,
                    "refusal": refusal_problem(refused, language) if refused else None,
                },
                "check_in": check_in_here(own, place, seen) if person_id == own else "none",
            }
        )


class DeskCheckInView(APIView):
    """Checking in by the desk's code."""

    @extend_schema(
        operation_id="desks_check_in_create",
        parameters=[IDEMPOTENCY_KEY],
        request=DeskCheckInSerializer,
        responses={200: BookingSerializer, 404: ProblemSerializer, 409: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Check in to my booking of this desk, or sit down at it until it is next taken."""
        wanted = DeskCheckInSerializer(data=request.data or {})
        wanted.is_valid(raise_exception=True)
        slow = revisions()
        desk_on(id, clock.today(), slow)
        booking = check_in_at_desk(
            person_id=person_of(request), desk_id=id, leave_other=wanted.validated_data["leave_other"]
        )
        (one,) = shown([booking], slow)
        return Response(booking_shape(one, request))


def _assigned_to(place: DeskOnFloor, day: date, viewer: Viewer) -> dict[str, Any] | None:
    person_id = place.desk.assigned_to_id
    return None if person_id is None else assigned_people(place.plan, day, viewer).get(person_id)


def _held(seen: DeskDay, person_id: int | None) -> list[dict[str, Any]]:
    bookings = [
        {
            "kind": "booking",
            "start": held.during.start,
            "end": held.during.end,
            "state": held.state,
            "holder": holder,
            "visitor": held.visitor,
            "mine": held.person_id == person_id and not held.offered,
        }
        for held, holder in seen.held
    ]
    closures = [
        {
            "kind": "closure",
            "start": closed.during.start,
            "end": closed.during.end,
            "state": None,
            "holder": None,
            "mine": False,
            "reason": closed.reason,
        }
        for closed in seen.closures
    ]
    return sorted(bookings + closures, key=lambda row: row["start"])
