"""Who has which desk, and how many are free: what screens ask for every few seconds."""

from datetime import date
from functools import lru_cache

from django.http import QueryDict
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from bookings.api.answers import FloorAvailabilitySerializer, FloorCountSerializer
from bookings.api.asking import plan_on
from bookings.api.requests import StretchSerializer
from bookings.policies.hours import cut_at_now
from bookings.selectors.floor_availability import floor_state
from bookings.selectors.free_counts import free_counts
from bookings.selectors.revision import BookingsRevision, day_revision, floor_revision
from core import clock
from core.answers import ProblemSerializer
from core.etag import etag_of, not_modified, polled_headers, unchanged
from core.interval import Interval
from core.revision import Slow
from people.api.viewer import viewer_of
from spaces.selectors import buildings


class FloorAvailabilityView(APIView):
    """One floor's desks in a stretch of a day."""

    @extend_schema(
        operation_id="floors_availability_retrieve",
        parameters=[StretchSerializer],
        responses={200: FloorAvailabilitySerializer, 400: ProblemSerializer, 404: ProblemSerializer},
    )
    def get(self, request: Request, id: int) -> Response:
        """The state of every desk, with an ETag: poll it and be answered 304 while nothing changed."""
        wanted = _wanted(request)
        day = _day(wanted)
        revision = floor_revision(id, day)
        viewer = viewer_of(request)
        etag = _etag(request, revision, day, id, viewer)
        if unchanged(request, etag):
            return not_modified(etag)
        plan = plan_on(id, day, revision.slow)
        during = still_to_come(wanted.during(plan.building))
        answer = {
            "floor": id,
            "layout": plan.layout_id,
            "day": day,
            "start": during.start,
            "end": during.end,
            "desks": floor_state(plan, during, revision).seen_by(viewer),
        }
        return Response(answer, headers=polled_headers(etag))


class AvailabilityView(APIView):
    """Every floor's free desks in a stretch of a day."""

    @extend_schema(
        operation_id="availability_list",
        parameters=[StretchSerializer],
        responses={200: FloorCountSerializer(many=True), 400: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """How many desks are free on each floor and in each area, the top floor first; with an ETag."""
        wanted = _wanted(request)
        day = _day(wanted)
        revision = day_revision(day)
        etag = _etag(request, revision, day)
        if unchanged(request, etag):
            return not_modified(etag)
        halls = buildings(revision=revision.slow[Slow.PLACES])
        counts = []
        for building in halls:
            during = still_to_come(wanted.during(building))
            counts += free_counts(building, day, during, revision.slow)
        return Response(counts, headers=polled_headers(etag))


def still_to_come(asked: Interval) -> Interval:
    """The stretch cut at this minute, as a booking of it would be; one that is past stays whole."""
    now = clock.this_minute()
    return cut_at_now(asked, now) if asked.end > now else asked


def _wanted(request: Request) -> StretchSerializer:
    return _read_wanted(_query(request))


def _query(request: Request) -> str:
    """The query as it was sent: taking it apart anew each time would cost as much as what it asks for."""
    return str(request.META.get("QUERY_STRING", ""))


@lru_cache(maxsize=512)
def _read_wanted(query: str) -> StretchSerializer:
    """A query checked; screens send the same one every few seconds. What is wrong is refused anew each time."""
    wanted = StretchSerializer(data=QueryDict(query))
    wanted.is_valid(raise_exception=True)
    return wanted


def _day(wanted: StretchSerializer) -> date:
    values = wanted.validated_data
    if "day" in values:
        day: date = values["day"]
        return day
    return clock.city_day(values["start"]) if "start" in values else clock.today()


def _etag(request: Request, revision: BookingsRevision, day: date, *more: object) -> str:
    """Who asks, for what, and everything the answer is made of; today it also ages by the minute."""
    age = clock.this_minute() if day == clock.today() else clock.today()
    slow = sorted((name.value, number) for name, number in revision.slow.items())
    return etag_of(revision.bookings, revision.total, slow, age, _query(request), *more)
