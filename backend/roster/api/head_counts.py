"""`/head-counts/`: who has been found."""

from typing import Any
from uuid import UUID

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request
from rest_framework.response import Response

from core.answers import ProblemSerializer
from core.etag import etag_of, not_modified, polled_headers, unchanged
from core.paged import PAGE_PARAMETERS, page_answer
from core.pagination import page_wanted, paged
from roster.api.answers import (
    HeadCountClosingSerializer,
    HeadCountPageSerializer,
    HeadCountSerializer,
    HeadCountStartSerializer,
    HeadCountSummarySerializer,
    MarksSerializer,
    MarksTakenSerializer,
)
from roster.api.authentication import actor_of
from roster.api.roster import copy_or_503
from roster.api.shapes import head_count_shape, summary_shape
from roster.api.standing_by import LeadsHeadCount, OpensRoster, RosterView, opened_pass
from roster.models import HeadCount
from roster.policies.head_count import Kind, Status
from roster.selectors.head_counts import (
    HeadCountPages,
    count_state,
    figures_of,
    head_count_by,
    latest_marks,
    plain_state,
)
from roster.services.head_counts import close_head_count, start_head_count
from roster.services.journal_merging import merge_journal
from roster.services.marking import MarkWanted, Taken, mark_people
from roster.services.standing_by import mark_standing_by, start_standing_by
from roster.standby.last_copy import LastCopy

_REFUSED = {403: ProblemSerializer, 404: ProblemSerializer, 409: ProblemSerializer, 503: ProblemSerializer}


class HeadCountsView(RosterView):
    """Head counts past and under way."""

    def get_permissions(self) -> list[BasePermission]:
        """Managers see that there was one, crisis management starts them."""
        return [OpensRoster() if self.request.method in SAFE_METHODS else LeadsHeadCount()]

    @extend_schema(
        operation_id="head_counts_list",
        parameters=PAGE_PARAMETERS,
        responses={
            200: HeadCountPageSerializer,
            400: ProblemSerializer,
            403: ProblemSerializer,
            503: ProblemSerializer,
        },
    )
    def get(self, request: Request) -> Response:
        """Every head count with its figures, the newest first."""
        pages = HeadCountPages()
        page = paged(page_wanted(request, (int,)), pages.fetch, pages.key)
        marks = latest_marks([one.pk for one in page.results])
        return page_answer(page, [_summary(one, marks.get(one.pk, [])) for one in page.results])

    @extend_schema(
        operation_id="head_counts_create",
        request=HeadCountStartSerializer,
        responses={
            201: HeadCountSummarySerializer,
            400: ProblemSerializer,
            403: ProblemSerializer,
            409: ProblemSerializer,
            503: ProblemSerializer,
        },
    )
    def post(self, request: Request) -> Response:
        """Begin one: the list of who is believed in the building is frozen now. One of a kind runs at a time."""
        head_count = start_head_count(**_start(request), actor=actor_of(request))
        return Response(_summary(head_count, []), status=status.HTTP_201_CREATED)

    def standing_by(self, request: Request, **kwargs: Any) -> Response:
        """Begin on the list of the last copy."""
        if request.method in SAFE_METHODS:
            return super().standing_by(request, **kwargs)
        copy, actor = copy_or_503(), actor_of(request)
        state = start_standing_by(**_start(request), actor=actor, copy=copy)
        shape = head_count_shape(state, actor, copy_written_at=copy.written_at)
        fields = HeadCountSummarySerializer().fields
        return Response({str(name): shape[str(name)] for name in fields}, status=status.HTTP_201_CREATED)


class HeadCountView(RosterView):
    """One head count."""

    @extend_schema(operation_id="head_counts_retrieve", responses={200: HeadCountSerializer, 304: None, **_REFUSED})
    def get(self, request: Request, id: UUID) -> Response:
        """Its list and the latest mark of everybody; a manager gets the own sections. The roster has to be opened.

        Has an ETag. While the database is silent, crisis management gets it from the last copy.
        """
        opened_pass(request)
        merge_journal()
        actor, head_count = actor_of(request), _head_count(id)
        state = count_state(head_count)
        etag = etag_of(actor, id, head_count.closed_at, state.marks)
        if unchanged(request, etag):
            return not_modified(etag)
        return Response(head_count_shape(plain_state(state), actor, copy_written_at=None), headers=polled_headers(etag))

    def standing_by(self, request: Request, **kwargs: Any) -> Response:
        """From the last copy and what was said since."""
        opened_pass(request)
        copy = copy_or_503()
        shape = head_count_shape(_in_copy(copy, kwargs["id"]), actor_of(request), copy_written_at=copy.written_at)
        return Response(shape)


class HeadCountMarksView(RosterView):
    """Marks of a head count."""

    @extend_schema(
        operation_id="head_counts_marks_create",
        request=MarksSerializer,
        responses={200: MarksTakenSerializer, 400: ProblemSerializer, **_REFUSED},
    )
    def post(self, request: Request, id: UUID) -> Response:
        """Mark people. Each mark is taken or not by itself, and one sent twice counts once.

        Crisis management marks everybody, managers their people. `unmarked` takes a mark back. While the database is
        silent, marks of crisis management go into a journal and are merged later.
        """
        wanted = _marks(request)
        taken = mark_people(head_count=_head_count(id), marks=wanted, actor=actor_of(request))
        return _taken(wanted, taken, from_copy=False)

    def standing_by(self, request: Request, **kwargs: Any) -> Response:
        """Into the journal."""
        key = str(kwargs["id"])
        _in_copy(copy_or_503(), key)
        wanted = _marks(request)
        return _taken(wanted, mark_standing_by(key=key, marks=wanted, actor=actor_of(request)), from_copy=True)


class HeadCountClosingView(RosterView):
    """The end of a head count."""

    permission_classes = [LeadsHeadCount]

    @extend_schema(
        operation_id="head_counts_close_create",
        request=HeadCountClosingSerializer,
        responses={200: HeadCountSummarySerializer, 400: ProblemSerializer, **_REFUSED},
    )
    def post(self, request: Request, id: UUID) -> Response:
        """End it; the list, the marks and the figures stay on record."""
        wanted = HeadCountClosingSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        found = _head_count(id)
        closed = close_head_count(head_count_id=found.pk, actor=actor_of(request), note=wanted.validated_data["note"])
        return Response(_summary(closed, latest_marks([closed.pk]).get(closed.pk, [])))


def _head_count(id: UUID) -> HeadCount:
    found = head_count_by(str(id))
    if found is None:
        raise Http404
    return found


def _in_copy(copy: LastCopy, id: UUID | str) -> dict[str, Any]:
    found = next((one for one in copy.head_counts if one["key"] == str(id)), None)
    if found is None:
        raise Http404
    return found


def _summary(head_count: HeadCount, marks: Any) -> dict[str, Any]:
    return summary_shape(head_count, figures_of(head_count, marks))


def _start(request: Request) -> dict[str, Any]:
    wanted = HeadCountStartSerializer(data=request.data)
    wanted.is_valid(raise_exception=True)
    found = wanted.validated_data
    return {"key": found["id"], "kind": Kind(found["kind"]), "minutes": found["unaccounted_after_minutes"]}


def _marks(request: Request) -> list[MarkWanted]:
    wanted = MarksSerializer(data=request.data)
    wanted.is_valid(raise_exception=True)
    return [MarkWanted(**{**one, "status": Status(one["status"])}) for one in wanted.validated_data["marks"]]


def _taken(wanted: list[MarkWanted], taken: dict[UUID, Taken], *, from_copy: bool) -> Response:
    marks = [{"id": str(one.id), "taken": taken[one.id].value} for one in wanted]
    return Response({"from_copy": from_copy, "marks": marks})
