"""`/telework/requests/`: one's own requests, and each by itself for whoever may read it."""

from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar

from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core import clock
from core.answers import ProblemSerializer
from core.idempotency import Handler, idempotent
from core.paged import PAGE_PARAMETERS, page_answer, page_of
from core.pagination import page_wanted, paged
from core.revision import revisions
from people.api.viewer import viewer_of
from telework.api.answers import TeleworkRequestSerializer, request_shape
from telework.api.requests_input import (
    ActSerializer,
    ChangedRequestSerializer,
    NewRequestSerializer,
    RequestListSerializer,
)
from telework.models import TeleworkRequest
from telework.policies.states import Actor, RequestAction
from telework.selectors.approvers import approvers_of_one
from telework.selectors.requests import may_read, request_by_id, requests_of, shown_request, shown_requests
from telework.services.deciding import Chosen, decide
from telework.services.recording import record_day
from telework.services.requests import (
    cancel_request,
    change_request,
    enter_request,
    submit_request,
    withdraw_request,
)

REFUSED = {400: ProblemSerializer, 403: ProblemSerializer, 409: ProblemSerializer}
ACTED = {404: ProblemSerializer, **REFUSED}
IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key", str, OpenApiParameter.HEADER, description="the same key gives the same answer once"
)


def person_id_of(request: Request) -> int:
    """The id of the person who asks. Raises PermissionDenied for an account without one."""
    person_id = viewer_of(request).person_id
    if person_id is None:
        raise PermissionDenied
    return person_id


def readable_request(request: Request, request_id: int) -> TeleworkRequest:
    """The request with everything, for whoever may read it; for anybody else it does not exist (404)."""
    found = request_by_id(request_id)
    if found is None or not may_read(viewer_of(request), found, approvers_of_one(found.person_id, clock.today())):
        raise Http404
    return found


def request_answer(request: Request, request_id: int, *, code: int = status.HTTP_200_OK) -> Response:
    """The request as whoever asks sees it now."""
    found = request_by_id(request_id)
    if found is None:
        raise Http404
    return Response(request_shape(shown_request(viewer_of(request), found, revisions())), status=code)


class TeleworkRequestsView(APIView):
    """My requests."""

    @extend_schema(
        operation_id="telework_requests_list",
        parameters=[RequestListSerializer, *PAGE_PARAMETERS],
        responses={200: page_of(TeleworkRequestSerializer), 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """List my requests in order of day, drafts and those that are over too."""
        asked = RequestListSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        values = asked.validated_data
        states = [values["state"]] if "state" in values else []
        pages = requests_of(person_id_of(request), first=values.get("from"), last=values.get("to"), states=states)
        page = paged(page_wanted(request, (date, int)), pages.fetch, pages.key)
        shown = shown_requests(viewer_of(request), page.results, revisions())
        return page_answer(page, [request_shape(one) for one in shown])

    @extend_schema(
        operation_id="telework_requests_create",
        parameters=[IDEMPOTENCY_KEY],
        request=NewRequestSerializer,
        responses={201: TeleworkRequestSerializer, **REFUSED},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Ask for a day of telework, or keep a draft of it; a manager records a day of somebody who phoned first."""
        me = person_id_of(request)
        asked = NewRequestSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        values = asked.validated_data
        if "person" in values:
            made = record_day(recorder_id=me, person_id=values["person"], day=values["day"], content=asked.content())
        else:
            made = enter_request(person_id=me, day=values["day"], content=asked.content(), submit=values["submit"])
        return request_answer(request, made.pk, code=status.HTTP_201_CREATED)


class TeleworkRequestView(APIView):
    """One request."""

    @extend_schema(
        operation_id="telework_requests_retrieve",
        responses={200: TeleworkRequestSerializer, 404: ProblemSerializer},
    )
    def get(self, request: Request, id: int) -> Response:
        """A request of mine, or one about which I decide; HR reads all."""
        return request_answer(request, readable_request(request, id).pk)

    @extend_schema(
        operation_id="telework_requests_partial_update",
        parameters=[IDEMPOTENCY_KEY],
        request=ChangedRequestSerializer,
        responses={200: TeleworkRequestSerializer, **ACTED},
    )
    @idempotent
    def patch(self, request: Request, id: int) -> Response:
        """Change a draft or a returned request; it is judged when it is submitted."""
        found = readable_request(request, id)
        asked = ChangedRequestSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        local = clock.in_city(found.interval)
        day, content = asked.merged(found, local.start.time(), local.end.time())
        change_request(
            request_id=found.pk,
            actor=_actor(request, found),
            day=day,
            content=content,
            version=asked.validated_data.get("version"),
        )
        return request_answer(request, found.pk)


class _ActView(APIView):
    """Something done with one request, by its person."""

    act: ClassVar[Callable[..., TeleworkRequest]]

    def _act(self, request: Request, id: int) -> Response:
        found = readable_request(request, id)
        asked = ActSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        version, comment = asked.validated_data.get("version"), asked.validated_data["comment"]
        type(self).act(request_id=found.pk, actor=_actor(request, found), version=version, comment=comment)
        return request_answer(request, found.pk)


class _DecideView(APIView):
    """Something decided about one request, by whoever may."""

    action: ClassVar[RequestAction]

    def _act(self, request: Request, id: int) -> Response:
        found = readable_request(request, id)
        asked = ActSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        decide(
            decider_id=person_id_of(request),
            action=self.action,
            chosen=Chosen(found.pk, asked.validated_data.get("version")),
            comment=asked.validated_data["comment"],
        )
        return request_answer(request, found.pk)


def _actor(request: Request, found: TeleworkRequest) -> Actor:
    return Actor.ONESELF if viewer_of(request).person_id == found.person_id else Actor.OTHER


def _post(action: RequestAction, words: str) -> Any:
    """The `post` of a view that acts: named in the schema after its action."""

    @extend_schema(
        operation_id=f"telework_requests_{action.value}",
        description=words,
        parameters=[IDEMPOTENCY_KEY],
        request=ActSerializer,
        responses={200: TeleworkRequestSerializer, **ACTED},
    )
    @idempotent
    def post(self: Any, request: Request, id: int) -> Response:
        answer: Response = self._act(request, id)
        return answer

    handler: Handler = post
    return handler


def _submit(*, request_id: int, actor: Actor, version: int | None, comment: str) -> TeleworkRequest:
    return submit_request(request_id=request_id, actor=actor, version=version)


class SubmitRequestView(_ActView):
    act = staticmethod(_submit)
    post = _post(RequestAction.SUBMIT, "Submit a draft, or one that was returned.")


class WithdrawRequestView(_ActView):
    act = staticmethod(withdraw_request)
    post = _post(RequestAction.WITHDRAW, "Take back what has not been decided yet.")


class CancelRequestView(_ActView):
    act = staticmethod(cancel_request)
    post = _post(RequestAction.CANCEL, "Give up an approved day before it begins.")


class ApproveRequestView(_DecideView):
    action = RequestAction.APPROVE
    post = _post(RequestAction.APPROVE, "Approve: the desk of that time is given up, and the person is elsewhere then.")


class ReturnRequestView(_DecideView):
    action = RequestAction.RETURN
    post = _post(RequestAction.RETURN, "Give it back with a comment, to be mended.")


class RejectRequestView(_DecideView):
    action = RequestAction.REJECT
    post = _post(RequestAction.REJECT, "Say no, with the reason.")


class RevokeRequestView(_DecideView):
    action = RequestAction.REVOKE
    post = _post(RequestAction.REVOKE, "Take an approval back before the day begins, with the reason.")
