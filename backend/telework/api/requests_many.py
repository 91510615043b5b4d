"""`/telework/requests/preview/` and `/many/`: what days would come to, and several of them in one act."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.answers import ProblemSerializer
from core.idempotency import idempotent
from core.revision import revisions
from core.words import Language, language_of
from people.api.viewer import viewer_of
from telework.api.answers import (
    TeleworkPreviewSerializer,
    TeleworkRequestSerializer,
    lets_go_shapes,
    on_site_shapes,
    problem_shapes,
    request_shape,
)
from telework.api.requests import IDEMPOTENCY_KEY, REFUSED, person_id_of
from telework.api.requests_input import DaysSerializer
from telework.models import TeleworkRequest
from telework.selectors.judging import JudgedDay, person_days
from telework.selectors.requests import shown_requests, with_everything
from telework.services.requests import enter_many, withdraw_series


class PreviewRequestsView(APIView):
    """Before asking."""

    @extend_schema(
        operation_id="telework_requests_preview",
        request=DaysSerializer,
        responses={200: TeleworkPreviewSerializer, 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def post(self, request: Request) -> Response:
        """What speaks against each day, what it would take the place of, and whom it would leave on site.

        A day that can be had counts for the limits of those after it. Writes nothing.
        """
        me, slow = person_id_of(request), revisions()
        asked = DaysSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        days = asked.wanted_days(slow)
        around = person_days(me, days, slow)
        wanted = asked.content().wanted
        found = []
        for day in days:
            judged = around.judge(day, wanted)
            if judged.refused is None:
                around.take(judged)
            found.append(_judged_shape(judged, language_of(request)))
        return Response({"days": found})


class ManyRequestsView(APIView):
    """Several days in one act."""

    @extend_schema(
        operation_id="telework_requests_many",
        parameters=[IDEMPOTENCY_KEY],
        request=DaysSerializer,
        responses={201: TeleworkRequestSerializer(many=True), **REFUSED},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Ask for each of these days, or for none: the refusal names every day that cannot be had."""
        me = person_id_of(request)
        asked = DaysSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        days = asked.wanted_days(revisions())
        made = enter_many(person_id=me, days=days, content=asked.content())
        return _answer(request, made, code=status.HTTP_201_CREATED)


class WithdrawSeriesView(APIView):
    """What is still to come of several days that were asked for together."""

    @extend_schema(
        operation_id="telework_series_withdraw",
        parameters=[IDEMPOTENCY_KEY],
        request=None,
        responses={200: TeleworkRequestSerializer(many=True), 403: ProblemSerializer, 409: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request, id: Any) -> Response:
        """Withdraw what waits and cancel what is approved, from today on; answers what was given up."""
        return _answer(request, withdraw_series(person_id=person_id_of(request), series=id))


def _answer(request: Request, requests: list[TeleworkRequest], *, code: int = status.HTTP_200_OK) -> Response:
    rows = with_everything(TeleworkRequest.objects.filter(pk__in=[one.pk for one in requests])).order_by("day", "pk")
    shown = shown_requests(viewer_of(request), rows, revisions())
    return Response([request_shape(one) for one in shown], status=code)


def _judged_shape(judged: JudgedDay, language: Language) -> dict[str, Any]:
    return {
        "day": judged.day,
        "start": judged.during.start,
        "end": judged.during.end,
        "outcome": judged.judgement.outcome,
        "problems": problem_shapes(judged.judgement.problems, language),
        "warnings": problem_shapes(judged.judgement.warnings, language),
        "lets_go": lets_go_shapes(judged.lets_go),
        "on_site": on_site_shapes(judged.on_site),
        "week_days": judged.counts.week_days,
        "month_days": judged.counts.month_days,
        "in_a_row": judged.counts.in_a_row,
    }
