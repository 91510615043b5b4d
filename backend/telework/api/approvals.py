"""`/telework/approvals/`: what waits for my decision, and deciding about many at once."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core import clock
from core.answers import ProblemSerializer
from core.etag import etag_of, not_modified, polled_headers, unchanged
from core.fields import IdField
from core.idempotency import idempotent
from core.paged import PAGE_PARAMETERS, page_answer, page_of
from core.pagination import page_wanted, paged
from core.problems import Problem, problem, refusal_problem
from core.revision import Slow, revisions
from core.words import Language, language_of
from people.api.answers import PersonBriefSerializer, person_brief
from people.api.viewer import viewer_of
from people.models import Person
from telework.api.answers import (
    OnSiteSerializer,
    TeleworkRequestSerializer,
    Values,
    on_site_shapes,
    problem_shapes,
    request_shape,
)
from telework.api.requests import IDEMPOTENCY_KEY, REFUSED, person_id_of
from telework.models import TeleworkRequest
from telework.policies.approving import Standing
from telework.policies.forms import DecidedAs
from telework.policies.states import RequestAction, RequestState
from telework.selectors.approvable import Considered, considered
from telework.selectors.approvals import (
    decided_pages,
    pages_of,
    people_by_id,
    waiting_reports,
    waiting_requests,
)
from telework.selectors.registrations_seen import waiting_for
from telework.selectors.requests import ShownRequest, shown_requests
from telework.services.deciding import DECISIONS, Chosen, decide_many

WHOSE = ("mine", "delegated", "done")
MOST_AT_ONCE = 500
AS = [one.value for one in DecidedAs]


class ApprovalSerializer(Values):
    """A request with what its approval would come to. Of one decided already: what it comes to now."""

    request = TeleworkRequestSerializer()
    in_place_of = PersonBriefSerializer(allow_null=True)
    on_site = OnSiteSerializer(many=True)
    week_days = serializers.IntegerField(help_text="telework days of the week, this one with them")
    month_days = serializers.IntegerField()
    month_most = serializers.IntegerField(allow_null=True, help_text="null: no limit")
    in_a_row = serializers.IntegerField()
    refused = ProblemSerializer(allow_null=True, help_text="why it cannot be approved as things stand")
    warnings = ProblemSerializer(many=True)

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {**super().get_fields(), "as": serializers.ChoiceField(choices=AS)}


class ReportToConfirmSerializer(Values):
    request = TeleworkRequestSerializer()
    in_place_of = PersonBriefSerializer(allow_null=True)

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {**super().get_fields(), "as": serializers.ChoiceField(choices=AS)}


class ApprovalCountSerializer(Values):
    requests = serializers.IntegerField()
    reports = serializers.IntegerField()
    registrations = serializers.IntegerField()
    total = serializers.IntegerField()


class ApprovalsAskedSerializer(serializers.Serializer[dict[str, Any]]):
    whose = serializers.ChoiceField(
        choices=WHOSE, required=False, default="mine", help_text="mine, those in another's place, or what I decided"
    )


class ChosenSerializer(serializers.Serializer[dict[str, Any]]):
    id = IdField()
    version = serializers.IntegerField(min_value=0, max_value=2**31 - 1, required=False)


class DecideManySerializer(serializers.Serializer[dict[str, Any]]):
    """One decision about many requests."""

    action = serializers.ChoiceField(choices=[one.value for one in DECISIONS])
    requests = serializers.ListField(child=ChosenSerializer(), min_length=1, max_length=MOST_AT_ONCE)
    comment = serializers.CharField(max_length=400, required=False, allow_blank=True, default="")

    def chosen(self) -> list[Chosen]:
        by_id = {one["id"]: Chosen(one["id"], one.get("version")) for one in self.validated_data["requests"]}
        return list(by_id.values())


class RefusedOneSerializer(Values):
    id = serializers.IntegerField()
    problem = ProblemSerializer()


class DecidedSerializer(Values):
    done = serializers.ListField(child=serializers.IntegerField())
    refused = RefusedOneSerializer(many=True, help_text="each with its own reason; they stopped no other")


class ApprovalsView(APIView):
    """What waits for me."""

    @extend_schema(
        operation_id="telework_approvals_list",
        parameters=[ApprovalsAskedSerializer, *PAGE_PARAMETERS],
        responses={200: page_of(ApprovalSerializer), 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """Requests in order of day, each with what its approval would leave; those I decided with the latest first."""
        me = person_id_of(request)
        asked = ApprovalsAskedSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        whose, slow = asked.validated_data["whose"], revisions()
        if whose == "done":
            done = decided_pages(me)
            page = paged(page_wanted(request, (date, int)), done.fetch, done.key)
            standings: Mapping[int, Standing] = {}
        else:
            standings = waiting_requests(me, slow, clock.today())
            pages = pages_of(standings, delegated=whose == "delegated")
            page = paged(page_wanted(request, (date, int)), pages.fetch, pages.key)
        return page_answer(page, _approval_shapes(request, page.results, standings, slow))

    @extend_schema(
        operation_id="telework_approvals_decide",
        parameters=[IDEMPOTENCY_KEY],
        request=DecideManySerializer,
        responses={200: DecidedSerializer, **REFUSED},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Approve, return or reject up to 500 requests; each by itself, and who is refused stops no other."""
        me = person_id_of(request)
        asked = DecideManySerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        outcome = decide_many(
            decider_id=me,
            action=RequestAction(asked.validated_data["action"]),
            chosen=asked.chosen(),
            comment=asked.validated_data["comment"],
        )
        language = language_of(request)
        refused = [{"id": pk, "problem": refusal_problem(why, language)} for pk, why in outcome.refused.items()]
        refused += [{"id": pk, "problem": _not_found(language)} for pk in outcome.unknown]
        return Response({"done": outcome.done, "refused": refused})


class ApprovalReportsView(APIView):
    """Reports that wait for me."""

    @extend_schema(
        operation_id="telework_approvals_reports",
        parameters=PAGE_PARAMETERS,
        responses={200: page_of(ReportToConfirmSerializer), 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """Reports to be confirmed, in order of day."""
        slow = revisions()
        standings = waiting_reports(person_id_of(request), slow, clock.today())
        pages = pages_of(standings)
        page = paged(page_wanted(request, (date, int)), pages.fetch, pages.key)
        shown = shown_requests(viewer_of(request), page.results, slow)
        people = _in_place_of(standings)
        return page_answer(page, [_report_shape(one, standings, people) for one in shown])


class ApprovalCountView(APIView):
    """How much waits for me."""

    @extend_schema(
        operation_id="telework_approvals_count",
        responses={200: ApprovalCountSerializer, 304: None},
    )
    def get(self, request: Request) -> Response:
        """Numbers for the rail; nothing for whoever decides about nobody. Answers 304 to an ETag that still holds."""
        me, slow, today = viewer_of(request).person_id, revisions(), clock.today()
        counts = {"requests": 0, "reports": 0, "registrations": 0}
        if me is not None:
            counts = {
                "requests": len(waiting_requests(me, slow, today)),
                "reports": len(waiting_reports(me, slow, today)),
                "registrations": len(waiting_for(me, today, slow)),
            }
        etag = etag_of(*counts.values())
        if unchanged(request, etag):
            return not_modified(etag)
        return Response({**counts, "total": sum(counts.values())}, headers=polled_headers(etag))


def _approval_shapes(
    request: Request,
    rows: Sequence[TeleworkRequest],
    standings: Mapping[int, Standing],
    slow: Mapping[Slow, int],
) -> list[dict[str, Any]]:
    shown = shown_requests(viewer_of(request), rows, slow)
    found = considered(list(rows), slow)
    people, language = _in_place_of(standings), language_of(request)
    return [_approval_shape(*both, standings, people, language) for both in zip(shown, found, strict=True)]


def _approval_shape(
    shown: ShownRequest,
    found: Considered,
    standings: Mapping[int, Standing],
    people: Mapping[int, Person],
    language: Language,
) -> dict[str, Any]:
    waits = found.request.state == RequestState.SUBMITTED
    return {
        **_report_shape(shown, standings, people),
        "on_site": on_site_shapes(found.on_site),
        "week_days": found.counts.week_days,
        "month_days": found.counts.month_days,
        "month_most": found.month_most,
        "in_a_row": found.counts.in_a_row,
        "refused": refusal_problem(found.refused, language) if waits and found.refused else None,
        "warnings": problem_shapes(found.warnings, language) if waits else [],
    }


def _report_shape(
    shown: ShownRequest, standings: Mapping[int, Standing], people: Mapping[int, Person]
) -> dict[str, Any]:
    one = shown.request
    standing = standings.get(one.pk)
    decided_for = people.get(standing.decided_for or 0) if standing else one.decided_for
    return {
        "request": request_shape(shown),
        "as": standing.decided_as.value if standing else one.decided_as,
        "in_place_of": None if decided_for is None else person_brief(decided_for),
    }


def _in_place_of(standings: Mapping[int, Standing]) -> dict[int, Person]:
    wanted = {one.decided_for for one in standings.values() if one.decided_for is not None}
    return people_by_id(wanted) if wanted else {}


def _not_found(language: Language) -> dict[str, Any]:
    return problem(Problem.NOT_FOUND, 404, language)
