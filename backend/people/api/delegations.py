"""`/delegations/`: who acts for whom, as the two of them see it."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core import clock
from core.answers import ProblemSerializer
from core.fields import LARGEST_ID, DayField, IdField
from core.idempotency import idempotent
from people.api.answers import PersonBriefSerializer, Values, person_brief
from people.api.viewer import viewer_of
from people.models import Delegation
from people.policies.standing_in import Period
from people.selectors.delegations import coming_delegations, delegation_of
from people.services.delegations import end_delegation, give_delegation


class DelegationSerializer(Values):
    id = serializers.IntegerField()
    delegator = PersonBriefSerializer()
    delegate = PersonBriefSerializer()
    scope = serializers.ChoiceField(choices=Delegation.Scope.values)
    first_day = serializers.DateField()
    last_day = serializers.DateField()
    running = serializers.BooleanField(help_text="today is one of its days")
    given = serializers.BooleanField(help_text="by me; else I hold it")


class PeriodSerializer(serializers.Serializer[dict[str, Any]]):
    """From one day to another, both included."""

    first_day = DayField()
    last_day = DayField()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if attrs["last_day"] < attrs["first_day"]:
            raise serializers.ValidationError({"last_day": ["not before first_day"]})
        return attrs

    @property
    def period(self) -> Period:
        return Period(self.validated_data["first_day"], self.validated_data["last_day"])


class NewDelegationSerializer(PeriodSerializer):
    delegate = IdField(help_text="the person who is to act for me")
    scope = serializers.ChoiceField(choices=Delegation.Scope.values)


class DelegationsView(APIView):
    """My delegations."""

    @extend_schema(operation_id="delegations_list", responses={200: DelegationSerializer(many=True)})
    def get(self, request: Request) -> Response:
        """Those I have given and those I hold, running or to come."""
        person_id = viewer_of(request).person_id
        found = [] if person_id is None else coming_delegations(person_id, clock.today())
        return Response([_shape(one, request) for one in found])

    @extend_schema(
        operation_id="delegations_create",
        request=NewDelegationSerializer,
        responses={201: DelegationSerializer, 400: ProblemSerializer, 403: ProblemSerializer, 409: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Let somebody book, or approve, in my place for some days."""
        person_id = viewer_of(request).person_id
        if person_id is None:
            raise PermissionDenied
        wanted = NewDelegationSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        given = give_delegation(
            delegator_id=person_id,
            delegate_id=wanted.validated_data["delegate"],
            scope=Delegation.Scope(wanted.validated_data["scope"]),
            period=wanted.period,
        )
        return Response(_shape(given, request), status=status.HTTP_201_CREATED)


class EndDelegationView(APIView):
    """One of my delegations."""

    @extend_schema(
        operation_id="delegations_end_create",
        request=None,
        responses={200: DelegationSerializer, 404: ProblemSerializer, 409: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """End it at this moment: whoever gave it takes it back, whoever holds it gives it back."""
        person_id = viewer_of(request).person_id
        mine = delegation_of(person_id, id) if person_id is not None and id <= LARGEST_ID else None
        if mine is None:
            raise Http404
        return Response(_shape(end_delegation(delegation_id=mine.pk), request))


def _shape(delegation: Delegation, request: Request) -> dict[str, Any]:
    today = clock.today()
    return {
        "id": delegation.pk,
        "delegator": person_brief(delegation.delegator),
        "delegate": person_brief(delegation.delegate),
        "scope": delegation.scope,
        "first_day": delegation.active_from,
        "last_day": delegation.active_to,
        "running": delegation.ended_at is None and delegation.active_from <= today <= delegation.active_to,
        "given": delegation.delegator_id == viewer_of(request).person_id,
    }
