"""`/visitors/`: people who come for some days; facilities enters them and books their desks."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core import clock
from core.answers import ProblemSerializer
from core.fields import LARGEST_ID, IdField
from core.idempotency import idempotent
from people.api.answers import PersonBriefSerializer, Values, person_brief
from people.api.delegations import PeriodSerializer
from people.api.permissions import has_role
from people.models import Person
from people.policies.roles import Role
from people.selectors.visitors import coming_visitors
from people.services.visitors import end_visit, expect_visitor


class VisitorSerializer(Values):
    id = serializers.IntegerField(help_text="the `person` of a booking")
    name = serializers.CharField()
    kana = serializers.CharField()
    organisation = serializers.CharField()
    host = PersonBriefSerializer()
    first_day = serializers.DateField()
    last_day = serializers.DateField()
    here = serializers.BooleanField(help_text="today is one of the days")


class NewVisitorSerializer(PeriodSerializer):
    name = serializers.CharField(max_length=50)
    kana = serializers.CharField(max_length=100, required=False, allow_blank=True, default="")
    organisation = serializers.CharField(max_length=100, required=False, allow_blank=True, default="")
    host = IdField(help_text="the person on the roll who receives the visitor")


class VisitorsView(APIView):
    """Visitors who are here or expected."""

    permission_classes = [has_role(Role.FACILITIES)]

    @extend_schema(operation_id="visitors_list", responses={200: VisitorSerializer(many=True), 403: ProblemSerializer})
    def get(self, request: Request) -> Response:
        """Those whose visit is not over, the first to come first."""
        return Response([_shape(visitor) for visitor in coming_visitors(clock.today())])

    @extend_schema(
        operation_id="visitors_create",
        request=NewVisitorSerializer,
        responses={201: VisitorSerializer, 400: ProblemSerializer, 403: ProblemSerializer, 409: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Enter a visitor; a desk is then booked with the visitor's id as `person`."""
        wanted = NewVisitorSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        values = wanted.validated_data
        visitor = expect_visitor(
            name=values["name"],
            kana=values["kana"],
            organisation=values["organisation"],
            host_id=values["host"],
            period=wanted.period,
        )
        return Response(_shape(visitor), status=status.HTTP_201_CREATED)


class EndVisitView(APIView):
    """One visitor."""

    permission_classes = [has_role(Role.FACILITIES)]

    @extend_schema(
        operation_id="visitors_end_create",
        request=None,
        responses={200: VisitorSerializer, 403: ProblemSerializer, 404: ProblemSerializer, 409: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Let the visit end with today, or call it off; desks held for later days are given up."""
        if id > LARGEST_ID:
            raise Http404
        try:
            return Response(_shape(end_visit(visitor_id=id)))
        except Person.DoesNotExist as error:
            raise Http404 from error


def _shape(visitor: Person) -> dict[str, Any]:
    today = clock.today()
    first, last = visitor.active_from, visitor.active_to
    return {
        "id": visitor.pk,
        "name": visitor.name,
        "kana": visitor.kana,
        "organisation": visitor.organisation,
        "host": person_brief(visitor.host) if visitor.host else None,
        "first_day": first,
        "last_day": last,
        "here": first is not None and last is not None and first <= today <= last,
    }
