"""The day itself: `/telework/requests/{id}/start/` and its like, the report, and its confirmation."""

from collections.abc import Callable

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core import clock
from core.answers import ProblemSerializer
from core.idempotency import Handler, idempotent
from core.problems import refusal_problem
from core.revision import revisions
from core.words import language_of
from people.api.viewer import viewer_of
from telework.api.answers import TeleworkRequestSerializer, request_shape
from telework.api.work_answers import (
    ManyConfirmedSerializer,
    ManyReportsSerializer,
    NewReportSerializer,
    SentBackSerializer,
    WorkActionSerializer,
    WorkOfDaySerializer,
    report_wanted,
    work_of_day_shape,
)
from telework.models import TeleworkRequest
from telework.policies.states import Actor
from telework.selectors.approvers import approvers_of_one
from telework.selectors.requests import actor_towards, may_read, request_by_id, shown_request, standing_towards
from telework.selectors.work import rules_of, work_of
from telework.services.reporting import confirm_report, confirm_reports, report_work, send_report_back
from telework.services.work import end_work, pause_work, resume_work, start_work

REFUSALS = {400: ProblemSerializer, 403: ProblemSerializer, 404: ProblemSerializer, 409: ProblemSerializer}


def _describe(operation_id: str, body: type | None) -> Callable[[Handler], Handler]:
    described: Callable[[Handler], Handler] = extend_schema(
        operation_id=operation_id, request=body, responses={200: TeleworkRequestSerializer, **REFUSALS}
    )
    return described


def readable_or_404(request: Request, id: int) -> TeleworkRequest:
    """The request, for whoever may read it. Raises Http404."""
    viewer, found = viewer_of(request), request_by_id(id)
    if found is None or not may_read(viewer, found, approvers_of_one(found.person_id, clock.today())):
        raise Http404
    return found


def _actor(request: Request, found: TeleworkRequest) -> Actor:
    person_id, today = viewer_of(request).person_id, clock.today()
    if person_id == found.person_id:
        return Actor.ONESELF
    standing = standing_towards(person_id, found, approvers_of_one(found.person_id, today), revisions(), today)
    return actor_towards(person_id, found, standing)


def _answer(request: Request, id: int) -> Response:
    found = request_by_id(id)
    if found is None:
        raise Http404
    return Response(request_shape(shown_request(viewer_of(request), found, revisions())))


class _StepView(APIView):
    """A step of the day, by the person alone."""

    def step(self, request: Request, id: int, service: Callable[..., TeleworkRequest]) -> Response:
        found = readable_or_404(request, id)
        wanted = WorkActionSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        service(request_id=id, actor=_actor(request, found), version=wanted.validated_data.get("version"))
        return _answer(request, id)


class StartWorkView(_StepView):
    @_describe("telework_requests_start_create", WorkActionSerializer)
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Begin work on the day of an approved request. Done twice, it is done once."""
        return self.step(request, id, start_work)


class PauseWorkView(_StepView):
    @_describe("telework_requests_pause_create", WorkActionSerializer)
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Interrupt it."""
        return self.step(request, id, pause_work)


class ResumeWorkView(_StepView):
    @_describe("telework_requests_resume_create", WorkActionSerializer)
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Take it up again."""
        return self.step(request, id, resume_work)


class EndWorkView(_StepView):
    @_describe("telework_requests_end_create", WorkActionSerializer)
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """End the day's work; on a later day, at the time that was planned."""
        return self.step(request, id, end_work)


class ReportWorkView(APIView):
    @_describe("telework_requests_report_create", NewReportSerializer)
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Report a day that has ended. Overtime needs an order, and a large difference from the log an explanation."""
        found = readable_or_404(request, id)
        wanted = report_wanted(found, request.data)
        report_work(
            request_id=id,
            reported=wanted.reported,
            actor=_actor(request, found),
            version=wanted.validated_data.get("version"),
        )
        return _answer(request, id)


class ConfirmReportView(APIView):
    @_describe("telework_requests_confirm_create", WorkActionSerializer)
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Confirm a report, as the manager, a delegate, or covering for a manager who has not answered."""
        readable_or_404(request, id)
        wanted = WorkActionSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        confirm_report(request_id=id, by=viewer_of(request).person_id, version=wanted.validated_data.get("version"))
        return _answer(request, id)


class SendReportBackView(APIView):
    @_describe("telework_requests_send_back_create", SentBackSerializer)
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Ask for a report to be written anew; `comment` says why."""
        readable_or_404(request, id)
        wanted = SentBackSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        send_report_back(
            request_id=id,
            by=viewer_of(request).person_id,
            comment=wanted.validated_data["comment"],
            version=wanted.validated_data.get("version"),
        )
        return _answer(request, id)


class ConfirmManyView(APIView):
    """Reports that wait, confirmed at once."""

    @extend_schema(
        operation_id="telework_approvals_confirm_create",
        request=ManyReportsSerializer,
        responses={200: ManyConfirmedSerializer, 400: ProblemSerializer, 409: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Confirm many reports, each on its own: one that is refused stops none of the others."""
        wanted = ManyReportsSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        seen = {one["id"]: one.get("version") for one in wanted.validated_data["requests"]}
        found = confirm_reports(wanted=list(seen.items()), by=viewer_of(request).person_id)
        language = language_of(request)
        refused = [{"id": one, "problem": refusal_problem(refused, language)} for one, refused in found.refused]
        return Response({"done": found.done, "refused": refused})


class WorkOfDayView(APIView):
    """What was worked on a telework day."""

    @extend_schema(
        operation_id="telework_requests_stretches_list",
        responses={200: WorkOfDaySerializer, 404: ProblemSerializer},
    )
    def get(self, request: Request, id: int) -> Response:
        """The stretches, the terminals' log beside them, and what a report begins with."""
        found, slow = readable_or_404(request, id), revisions()
        rules = rules_of(found, slow)
        return Response(
            work_of_day_shape(
                work_of(found, slow),
                difference_minutes=rules.difference_minutes.value,
                overtime_needs_order=not rules.overtime.value,
                day_minutes=rules.day_minutes.value,
            )
        )
