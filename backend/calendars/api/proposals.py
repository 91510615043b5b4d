"""`/calendar/proposals/`: what one's own calendars propose, and what one says to that."""

from collections.abc import Callable
from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from attendance.api.own_days import own_person
from attendance.api.requests import OwnPeriodSerializer
from calendars.policies.choices import ProposalKind
from calendars.selectors.proposals import SHOWN, ShownProposal, proposal_for, proposals_of
from calendars.services.accepting import accept
from calendars.services.dismissing import dismiss, reopen
from core.answers import ProblemSerializer

Shape = serializers.Serializer[dict[str, Any]]
REFUSED = {400: ProblemSerializer, 403: ProblemSerializer}
ANSWERED = {**REFUSED, 404: ProblemSerializer, 409: ProblemSerializer}


class ProposalHolderSerializer(Shape):
    """What would be given up, or what came of it, while it stands."""

    kind = serializers.ChoiceField(choices=["booking", "telework", "own", "own_office"])
    id = serializers.IntegerField()
    desk_code = serializers.CharField(allow_null=True)


class CalendarProposalSerializer(Shape):
    """What a linked calendar proposes for one day. Nobody's title is in it."""

    id = serializers.IntegerField()
    link = serializers.IntegerField()
    calendar_name = serializers.CharField(allow_blank=True)
    kind = serializers.ChoiceField(choices=[one.value for one in ProposalKind])
    day = serializers.DateField()
    part = serializers.ChoiceField(choices=["full", "am", "pm"])
    state = serializers.ChoiceField(choices=[*SHOWN, "withdrawn", "over"])
    automatic = serializers.BooleanField(help_text="accepted without asking")
    refused = serializers.CharField(allow_blank=True, help_text="code of what kept it from being accepted")
    holder = ProposalHolderSerializer(allow_null=True)
    made_at = serializers.DateTimeField()


class CalendarProposalsSerializer(Shape):
    proposals = CalendarProposalSerializer(many=True)


class ProposalPeriodSerializer(OwnPeriodSerializer):
    """At most 190 days: what was written into a calendar lies half a year ahead."""

    longest_days = 190


class AcceptSerializer(Shape):
    letting_go = serializers.BooleanField(
        required=False, default=False, help_text="give up the desk or the request of telework that stands there"
    )


class ProposalsView(APIView):
    """What my calendars propose."""

    @extend_schema(
        operation_id="calendar_proposals_list",
        parameters=[ProposalPeriodSerializer],
        responses={200: CalendarProposalsSerializer, **REFUSED},
    )
    def get(self, request: Request) -> Response:
        """The proposals of a time: those that are open, and those that were accepted or dismissed."""
        person = own_person(request)
        asked = ProposalPeriodSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        found = proposals_of(person.pk, asked.validated_data["from"], asked.validated_data["to"])
        return Response({"proposals": [proposal_shape(one) for one in found]})


class AcceptView(APIView):
    """Accept."""

    @extend_schema(
        operation_id="calendar_proposals_accept",
        request=AcceptSerializer,
        responses={200: CalendarProposalSerializer, **ANSWERED},
    )
    def post(self, request: Request, id: int) -> Response:
        """Plan it, or give up what was deleted there. 409 `would_let_go` names what it would displace.

        Whatever else refuses is told as for anybody's own word, and kept in `refused`.
        """
        asked = AcceptSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        letting_go = asked.validated_data["letting_go"]
        return _answered(request, id, lambda: accept(proposal_id=id, letting_go=letting_go))


class DismissView(APIView):
    """Dismiss."""

    @extend_schema(
        operation_id="calendar_proposals_dismiss",
        request=None,
        responses={200: CalendarProposalSerializer, **ANSWERED},
    )
    def post(self, request: Request, id: int) -> Response:
        """Leave my plan as it is. It is not proposed again while the calendar says the same."""
        return _answered(request, id, lambda: dismiss(proposal_id=id))


class ReopenView(APIView):
    """Undo of dismissing."""

    @extend_schema(
        operation_id="calendar_proposals_reopen",
        request=None,
        responses={200: CalendarProposalSerializer, **ANSWERED},
    )
    def post(self, request: Request, id: int) -> Response:
        """Let it be proposed again."""
        return _answered(request, id, lambda: reopen(proposal_id=id))


def proposal_shape(one: ShownProposal) -> dict[str, Any]:
    """A proposal as it is answered."""
    proposal, holder = one.proposal, one.holder
    return {
        "id": proposal.pk,
        "link": proposal.link_id,
        "calendar_name": proposal.link.calendar_name,
        "kind": proposal.kind,
        "day": proposal.day,
        "part": proposal.part,
        "state": proposal.state,
        "automatic": proposal.automatic,
        "refused": proposal.refused,
        "holder": {"kind": holder.kind, "id": holder.id, "desk_code": holder.desk_code} if holder else None,
        "made_at": proposal.made_at,
    }


def _answered(request: Request, proposal_id: int, answer: Callable[[], None]) -> Response:
    person = own_person(request)
    if proposal_for(person.pk, proposal_id) is None:
        raise Http404
    answer()
    found = proposal_for(person.pk, proposal_id)
    if found is None:
        raise Http404
    return Response(proposal_shape(found))
