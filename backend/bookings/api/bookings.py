"""`/bookings/`: one's own, and what can be done with them."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from bookings.api.answers import BookingSerializer
from bookings.api.asking import building_of, own_booking, person_of, person_wanted
from bookings.api.requests import BookingChangeSerializer, BookingListSerializer, NewBookingSerializer, interval_of
from bookings.api.shapes import booking_shape, booking_shapes
from bookings.models import Booking
from bookings.selectors.shown import bookings_of, shown
from bookings.services.booking import book_desk, cancel_booking, change_booking
from bookings.services.presence import check_in, check_out
from bookings.services.release import restore_booking
from core import clock
from core.answers import ProblemSerializer
from core.idempotency import Handler, idempotent
from core.interval import Interval
from core.paged import PAGE_PARAMETERS, page_answer, page_of
from core.pagination import page_wanted, paged
from core.revision import Slow, revisions

REFUSED = {400: ProblemSerializer, 403: ProblemSerializer, 409: ProblemSerializer}
IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key", str, OpenApiParameter.HEADER, description="the same key gives the same answer once"
)


class BookingsView(APIView):
    """One's own bookings."""

    @extend_schema(
        operation_id="bookings_list",
        parameters=[BookingListSerializer, *PAGE_PARAMETERS],
        responses={200: page_of(BookingSerializer), 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """List my bookings, or those of somebody for whom I may book, in order of day and of booking.

        The oldest day comes first unless `order` is desc.
        """
        wanted = BookingListSerializer(data=request.query_params)
        wanted.is_valid(raise_exception=True)
        asked = wanted.validated_data
        own, first = person_of(request), asked.get("from")
        person_id = person_wanted(request, asked.get("person"))
        if person_id != own:
            first = max(first or clock.today(), clock.today())
        pages = bookings_of(
            person_id,
            first=first,
            last=asked.get("to"),
            state=asked.get("state"),
            newest_first=asked["order"] == "desc",
        )
        page = paged(page_wanted(request, (date, int)), pages.fetch, pages.key)
        return page_answer(page, booking_shapes(shown(page.results), request))

    @extend_schema(
        operation_id="bookings_create",
        parameters=[IDEMPOTENCY_KEY],
        request=NewBookingSerializer,
        responses={201: BookingSerializer, **REFUSED},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Book a desk for myself, or for somebody for whom I may."""
        wish = NewBookingSerializer(data=request.data)
        wish.is_valid(raise_exception=True)
        person_id = person_wanted(request, wish.validated_data.get("person"))
        slow = revisions()
        desk_id = wish.validated_data["desk"]
        during = wish.during(building_of(desk_id, _day_of(wish.validated_data), slow))
        booking = book_desk(person_id=person_id, desk_id=desk_id, during=during)
        return _answer(request, booking, status.HTTP_201_CREATED, slow)


class BookingView(APIView):
    """One of one's own bookings, or of those of somebody for whom one may book."""

    @extend_schema(operation_id="bookings_retrieve", responses={200: BookingSerializer, 404: ProblemSerializer})
    def get(self, request: Request, id: int) -> Response:
        """Read one of my bookings, or one of somebody for whom I may book."""
        return _answer(request, own_booking(request, id))

    @extend_schema(
        operation_id="bookings_partial_update",
        parameters=[IDEMPOTENCY_KEY],
        request=BookingChangeSerializer,
        responses={200: BookingSerializer, 404: ProblemSerializer, **REFUSED},
    )
    @idempotent
    def patch(self, request: Request, id: int) -> Response:
        """Move it to another desk or time. The old one is given up only if the new one is won."""
        change = BookingChangeSerializer(data=request.data)
        change.is_valid(raise_exception=True)
        booking = own_booking(request, id)
        values = {"day": booking.day, **change.validated_data}
        slow = revisions()
        desk_id = values.get("desk", booking.desk_id)
        during: Interval | None = None
        if change.changes_time:
            during = interval_of(values, building_of(desk_id, _day_of(values), slow))
            if set(change.validated_data) <= {"day", "desk"}:
                during = _same_hours(booking, values["day"])
        changed = change_booking(booking_id=booking.pk, desk_id=desk_id, during=during)
        return _answer(request, changed, slow=slow)


class _BookingAction(APIView):
    """A change of state of one of one's own bookings, without a body."""

    def act(self, request: Request, id: int, service: Callable[..., Booking]) -> Response:
        return _answer(request, service(booking_id=own_booking(request, id).pk))


def _action(operation_id: str) -> Callable[[Handler], Handler]:
    describe: Callable[[Handler], Handler] = extend_schema(
        operation_id=operation_id,
        parameters=[IDEMPOTENCY_KEY],
        request=None,
        responses={200: BookingSerializer, 404: ProblemSerializer, 409: ProblemSerializer},
    )
    return describe


class CancelView(_BookingAction):
    @_action("bookings_cancel_create")
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Give it up; it stays as a record, and can be restored for a while."""
        return self.act(request, id, cancel_booking)


class RestoreView(_BookingAction):
    @_action("bookings_restore_create")
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Undo a cancellation or a release, while the undo time lasts and the desk is free."""
        return self.act(request, id, restore_booking)


class CheckInView(_BookingAction):
    @_action("bookings_check_in_create")
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Say that I have come."""
        return self.act(request, id, check_in)


class CheckOutView(_BookingAction):
    @_action("bookings_check_out_create")
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Leave; the desk is free from this minute."""
        return self.act(request, id, check_out)


def _answer(
    request: Request, booking: Booking, http_status: int = status.HTTP_200_OK, slow: dict[Slow, int] | None = None
) -> Response:
    (one,) = shown([booking], slow)
    return Response(booking_shape(one, request), status=http_status)


def _day_of(values: dict[str, Any]) -> date:
    if "day" in values:
        day: date = values["day"]
        return day
    start: datetime = values["start"]
    return clock.city_day(start)


def _same_hours(booking: Booking, day: date) -> Interval:
    """The hours the booking was made for, on another day."""
    asked = clock.in_city(Interval.of_range(booking.booked_during))
    return Interval(clock.at(day, asked.start.time()), clock.at(day, asked.end.time()))
