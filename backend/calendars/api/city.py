"""`/city-calendars/`: files and addresses from which closing days and events are read; for facilities, HR and IT."""

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from calendars.api.city_answers import (
    CityCalendarSerializer,
    CityFileSerializer,
    CityReadingSerializer,
    CityReadSerializer,
    reading_shape,
)
from calendars.models import CityCalendar
from calendars.policies.city_entries import Holds
from calendars.services.city_calendars import (
    add_city_calendar,
    import_city_file,
    read_city_calendar,
    remove_city_calendar,
)
from core.answers import ProblemSerializer
from core.idempotency import idempotent
from core.uploads import UploadParser, takes_files
from people.api.permissions import has_role
from people.policies.roles import Role

SETS_CITY_CALENDAR = has_role(Role.FACILITIES, Role.HR, Role.IT)
REFUSALS = {403: ProblemSerializer, 404: ProblemSerializer}


class CityCalendarsView(APIView):
    """Addresses of calendars of the city."""

    permission_classes = [SETS_CITY_CALENDAR]

    @extend_schema(
        operation_id="city_calendars_list",
        responses={200: CityCalendarSerializer(many=True), 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """Those that are read every day, and how each does."""
        return Response(CityCalendarSerializer(CityCalendar.objects.order_by("pk"), many=True).data)

    @extend_schema(
        operation_id="city_calendars_create",
        request=CityCalendarSerializer,
        responses={
            201: CityCalendarSerializer,
            400: ProblemSerializer,
            403: ProblemSerializer,
            409: ProblemSerializer,
        },
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Read an address from now on, within the hour for the first time. Its host has to be among those allowed."""
        wanted = CityCalendarSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        added = add_city_calendar(
            address=wanted.validated_data["address"],
            holds=Holds(wanted.validated_data["holds"]),
            account_id=request.user.pk,
        )
        return Response(CityCalendarSerializer(added).data, status=status.HTTP_201_CREATED)


class CityCalendarView(APIView):
    """One address."""

    permission_classes = [SETS_CITY_CALENDAR]

    @extend_schema(operation_id="city_calendars_destroy", responses={204: None, **REFUSALS})
    def delete(self, request: Request, id: int) -> Response:
        """Read it no more. What it brought stays, from now on as if entered by hand."""
        _known(id)
        remove_city_calendar(calendar_id=id)
        return Response(status=status.HTTP_204_NO_CONTENT)


class ReadCityCalendarView(APIView):
    """Reading one address now."""

    permission_classes = [SETS_CITY_CALENDAR]

    @extend_schema(
        operation_id="city_calendars_read",
        request=CityReadSerializer,
        responses={200: CityReadingSerializer, 400: ProblemSerializer, 409: ProblemSerializer, **REFUSALS},
    )
    def post(self, request: Request, id: int) -> Response:
        """Read it and say what changed, or with `dry_run` what would. `calendar_trouble` says what is wrong with it."""
        _known(id)
        asked = CityReadSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        reading = read_city_calendar(calendar_id=id, dry_run=asked.validated_data["dry_run"])
        return Response(reading_shape(reading))


class CityCalendarImportView(APIView):
    """Taking over a file."""

    permission_classes = [SETS_CITY_CALENDAR]
    parser_classes = [UploadParser]

    @takes_files("city_calendars_import", CityFileSerializer, {200: CityReadingSerializer, 409: ProblemSerializer})
    def post(self, request: Request) -> Response:
        """Take a file over whole or, with a malformed line in it, not at all. It speaks for the days from its first
        entry to its last: what an earlier file brought there and this one has not is gone."""
        wanted = CityFileSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        values = wanted.validated_data
        reading = import_city_file(
            content=values["file"].read(), holds=Holds(values["holds"]), dry_run=values["dry_run"]
        )
        return Response(reading_shape(reading))


def _known(calendar_id: int) -> None:
    if not CityCalendar.objects.filter(pk=calendar_id).exists():
        raise Http404
