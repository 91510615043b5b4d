"""`/booking-series/`: desks that are wanted again and again."""

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from bookings.api.asking import person_of, person_wanted
from bookings.api.bookings import IDEMPOTENCY_KEY, REFUSED
from core import clock
from core.answers import ProblemSerializer
from core.idempotency import idempotent
from core.paged import PAGE_PARAMETERS, page_answer, page_of
from core.pagination import page_wanted, paged
from people.api.acting import relation_of
from series.api.answers import (
    SeriesBookingsSerializer,
    SeriesCancelledSerializer,
    SeriesChangePreviewSerializer,
    SeriesPreviewSerializer,
    SeriesSerializer,
)
from series.api.requests import (
    SeriesCancelSerializer,
    SeriesChangeSerializer,
    SeriesListSerializer,
    SeriesRestoreSerializer,
    SeriesWishSerializer,
)
from series.api.shapes import bookings_shape, change_preview_shape, preview_shape, series_shape
from series.models import BookingSeries
from series.selectors.changed import changed_dates
from series.selectors.mine import SeriesPages, dates_between, shown_series
from series.selectors.planned import planned_dates
from series.services.booking import book_series
from series.services.cancelling import LAST_OF_ALL, cancel_dates, restore_dates
from series.services.changing import change_dates

ACTED = {404: ProblemSerializer, **REFUSED}


class SeriesListView(APIView):
    """One's own series, or those of somebody for whom one may book."""

    @extend_schema(
        operation_id="booking_series_list",
        parameters=[SeriesListSerializer, *PAGE_PARAMETERS],
        responses={200: page_of(SeriesSerializer), 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """List series with a date to come, the newest first, each with its dates from today on."""
        wanted = SeriesListSerializer(data=request.query_params)
        wanted.is_valid(raise_exception=True)
        own = person_of(request)
        person_id = person_wanted(request, wanted.validated_data.get("person"))
        pages = SeriesPages(person_id, with_past=wanted.validated_data["past"] and person_id == own)
        page = paged(page_wanted(request, (int,)), pages.fetch, pages.key)
        rows = shown_series(page.results, first=clock.today())
        return page_answer(page, [series_shape(one, request) for one in rows])

    @extend_schema(
        operation_id="booking_series_create",
        parameters=[IDEMPOTENCY_KEY],
        request=SeriesWishSerializer,
        responses={201: SeriesSerializer, **REFUSED},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Book all dates that are not skipped, or those that are named; where one cannot be had, nothing is booked."""
        wanted = SeriesWishSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        person_id = person_wanted(request, wanted.validated_data.get("person"))
        series = book_series(person_id=person_id, wish=wanted.wish(), chosen=wanted.chosen())
        return _answer(request, series, status.HTTP_201_CREATED)


class SeriesPreviewView(APIView):
    """What a series would come to."""

    @extend_schema(
        operation_id="booking_series_preview_create",
        request=SeriesWishSerializer,
        responses={200: SeriesPreviewSerializer, **REFUSED},
    )
    def post(self, request: Request) -> Response:
        """Each date with what booking it would come to, and desks that are free that date. Saves nothing."""
        wanted = SeriesWishSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        person_id = person_wanted(request, wanted.validated_data.get("person"))
        return Response(preview_shape(planned_dates(person_id, wanted.wish()), request))


class SeriesView(APIView):
    """One series."""

    @extend_schema(
        operation_id="booking_series_retrieve",
        responses={200: SeriesSerializer, 404: ProblemSerializer, 409: ProblemSerializer},
    )
    def get(self, request: Request, id: int) -> Response:
        """Read one of my series with all of its dates; of somebody for whom I may book, those from today on."""
        return _answer(request, _own_series(request, id))


class CancelSeriesView(APIView):
    """Giving up dates."""

    @extend_schema(
        operation_id="booking_series_cancel_create",
        parameters=[IDEMPOTENCY_KEY],
        request=SeriesCancelSerializer,
        responses={200: SeriesCancelledSerializer, **ACTED},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Give up one date, those of a stretch, or the rest: whatever is still to come and not checked in to."""
        wanted = SeriesCancelSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        series = _own_series(request, id)
        values = wanted.validated_data
        done = cancel_dates(series_id=series.pk, first=values["from"], last=values.get("to", LAST_OF_ALL))
        answer = {"cancelled": bookings_shape(done.bookings, request), "left": bookings_shape(done.left, request)}
        return Response(answer)


class RestoreSeriesView(APIView):
    """Taking back a cancellation."""

    @extend_schema(
        operation_id="booking_series_restore_create",
        parameters=[IDEMPOTENCY_KEY],
        request=SeriesRestoreSerializer,
        responses={200: SeriesBookingsSerializer, **ACTED},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Restore cancelled bookings of the series, all or none, while their undo time lasts."""
        wanted = SeriesRestoreSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        series = _own_series(request, id)
        done = restore_dates(series_id=series.pk, booking_ids=wanted.validated_data["bookings"])
        return Response({"bookings": bookings_shape(done, request)})


class ChangeSeriesView(APIView):
    """Moving dates to another desk or other hours."""

    @extend_schema(
        operation_id="booking_series_change_create",
        parameters=[IDEMPOTENCY_KEY],
        request=SeriesChangeSerializer,
        responses={200: SeriesBookingsSerializer, **ACTED},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Change one date, those of a stretch, or the rest; where one cannot be had, nothing is changed."""
        wanted = SeriesChangeSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        series = _own_series(request, id)
        done = change_dates(series_id=series.pk, change=wanted.change())
        return Response({"bookings": bookings_shape(done, request)})


class ChangeSeriesPreviewView(APIView):
    """What a change would come to."""

    @extend_schema(
        operation_id="booking_series_change_preview_create",
        request=SeriesChangeSerializer,
        responses={200: SeriesChangePreviewSerializer, **ACTED},
    )
    def post(self, request: Request, id: int) -> Response:
        """Each date of the stretch with what the change would come to. Saves nothing."""
        wanted = SeriesChangeSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        series = _own_series(request, id)
        change = wanted.change()
        dates = dates_between(series.pk, max(change.first, clock.today()), change.last)
        return Response(change_preview_shape(changed_dates(series.person_id, dates, change), request))


def _own_series(request: Request, series_id: int) -> BookingSeries:
    """One's own series, or one of somebody for whom one may act; any other does not exist for whoever asks (404)."""
    own = person_of(request)
    series: BookingSeries | None = BookingSeries.objects.filter(pk=series_id).first()
    if series is None or (series.person_id != own and relation_of(request, series.person_id) is None):
        raise Http404
    return series


def _answer(request: Request, series: BookingSeries, http_status: int = status.HTTP_200_OK) -> Response:
    first = None if series.person_id == person_of(request) else clock.today()
    (one,) = shown_series([series], first=first)
    return Response(series_shape(one, request), status=http_status)
