"""`/directory/`: how the directory is doing, and whom it leaves without a section or a manager."""

import orjson
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from core import clock
from core.answers import ProblemSerializer
from core.etag import etag_of, not_modified, polled_headers, unchanged
from core.paged import PAGE_PARAMETERS, page_answer, page_of
from core.pagination import page_wanted, paged
from directory.api.for_it import ForIT
from directory.api.run_shapes import (
    DirectoryGapSerializer,
    DirectoryStateSerializer,
    GapsQuerySerializer,
    gap_shape,
    run_shape,
)
from directory.policies.schedule import next_look
from directory.selectors.gaps import Gap, gap_counts, people_with_gap
from directory.selectors.run_history import last_looked_at, run_history
from directory.selectors.run_pages import run_going_on
from directory.source import directory_settings
from people.selectors.finding import PeoplePages


class DirectoryStateView(ForIT):
    """The directory."""

    @extend_schema(
        operation_id="directory_state_retrieve",
        responses={200: DirectoryStateSerializer, 304: None, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """Which directory it is, when it was last read, and how many people and departments are on record."""
        settings = directory_settings()
        history, counts, going_on = run_history(), gap_counts(clock.today()), run_going_on()
        next_at = None
        if settings is not None:
            next_at = next_look(last_looked_at(), every_minutes=settings.sync.every_minutes, now=clock.now())
        answer = {
            "configured": settings is not None,
            "name": settings.name if settings else "",
            "preset": settings.preset.value if settings else "",
            "every_minutes": settings.sync.every_minutes if settings else None,
            "last_success_at": history.last_success_at,
            "failures_in_a_row": history.failures,
            "next_at": next_at,
            "running": run_shape(going_on, 0) if going_on else None,
            "people": counts.people,
            "departments": counts.departments,
            "without_section": counts.without_section,
            "without_manager": counts.without_manager,
        }
        etag = etag_of(orjson.dumps(answer))
        if unchanged(request, etag):
            return not_modified(etag)
        return Response(answer, headers=polled_headers(etag))


class DirectoryGapsView(ForIT):
    """What the directory leaves open."""

    @extend_schema(
        operation_id="directory_gaps_list",
        parameters=[GapsQuerySerializer, *PAGE_PARAMETERS],
        responses={200: page_of(DirectoryGapSerializer), 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """People on the roll in no department that stands, or whose section has nobody at its head, by reading."""
        query = GapsQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        pages = PeoplePages(people_with_gap(Gap(query.validated_data["of"]), clock.today()))
        page = paged(page_wanted(request, (str, int)), pages.fetch, pages.key)
        return page_answer(page, [gap_shape(one) for one in page.results])
