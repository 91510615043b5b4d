"""`/seating/draws/`: 座席抽選 for a section, proposed, done, looked at and undone."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from bookings.api.bookings import IDEMPOTENCY_KEY, REFUSED
from core import clock
from core.answers import ProblemSerializer
from core.fields import LARGEST_ID
from core.idempotency import idempotent
from core.paged import PAGE_PARAMETERS, page_answer, page_of
from core.pagination import page_wanted, paged
from people.api.viewer import viewer_of
from people.policies.roles import Role
from people.services.looking import note_view_of_department
from seating.api.answers import SectionDrawBriefSerializer, SectionDrawSerializer
from seating.api.asking import department_to_draw, draws_for, stretch_asked
from seating.api.requests import DrawListSerializer, NewDrawSerializer
from seating.api.shapes import draw_brief_shape, draw_shape
from seating.models import DrawState, SectionDraw
from seating.selectors.draw_plan import DrawAsked
from seating.selectors.draws import comes_out_again, draws_seen_by, shown_plan, shown_seats, told_seats
from seating.services.drawing import draw_section, propose_draw, undo_draw


class DrawPreviewView(APIView):
    """A draw before it is done."""

    @extend_schema(
        operation_id="seating_draws_preview_create",
        request=NewDrawSerializer,
        responses={200: SectionDrawSerializer, 404: ProblemSerializer, **REFUSED},
    )
    def post(self, request: Request) -> Response:
        """What a draw would come to: who gets which desk, who keeps one, who gets none and why. Books nothing."""
        row, plan = propose_draw(asked=_asked(request))
        desks, repeated = len(plan.wanted.desks), plan.drawn.repeated
        seats = told_seats(shown_plan(plan), viewer_of(request), row.day)
        return Response(draw_shape(row, seats, request, desks=desks, repeated=repeated))


class DrawsView(APIView):
    """Draws that were done."""

    @extend_schema(
        operation_id="seating_draws_list",
        parameters=[DrawListSerializer, *PAGE_PARAMETERS],
        responses={200: page_of(SectionDrawBriefSerializer), 400: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """Draws of departments I manage, and those I took part in, the newest first."""
        asked = DrawListSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        viewer = viewer_of(request)
        everywhere = Role.FACILITIES in viewer.roles
        pages = draws_seen_by(viewer, everywhere=everywhere, department_id=asked.validated_data.get("department"))
        page = paged(page_wanted(request, (int,)), pages.fetch, pages.key)
        return page_answer(page, [draw_brief_shape(row) for row in page.results])

    @extend_schema(
        operation_id="seating_draws_create",
        parameters=[IDEMPOTENCY_KEY],
        request=NewDrawSerializer,
        responses={201: SectionDrawSerializer, 404: ProblemSerializer, **REFUSED},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Draw and book every desk, all or nothing; a refusal names the `person` it is about."""
        asked, viewer = _asked(request), viewer_of(request)
        row, plan = draw_section(asked=asked, drawn_by=viewer.person_id)
        seats = told_seats(shown_plan(plan), viewer, row.day)
        shape = draw_shape(row, seats, request, desks=len(plan.wanted.desks), repeated=row.repeated, booked=True)
        return Response(shape, status=status.HTTP_201_CREATED)


class DrawView(APIView):
    """One draw."""

    @extend_schema(
        operation_id="seating_draws_retrieve", responses={200: SectionDrawSerializer, 404: ProblemSerializer}
    )
    def get(self, request: Request, id: int) -> Response:
        """Why these desks: the draw made again from its record. Who was drawn sees the own part.

        Of a day that is over, a manager's look is recorded, and shown to those looked at.
        """
        return Response(_shape(request, _seen(request, id)))


class UndoDrawView(APIView):
    """Undoing a draw."""

    @extend_schema(
        operation_id="seating_draws_undo_create",
        parameters=[IDEMPOTENCY_KEY],
        request=None,
        responses={200: SectionDrawSerializer, 404: ProblemSerializer, 409: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Cancel what the draw booked and nobody has come to, and give back the desks that were given up for it."""
        row = _seen(request, id)
        if not draws_for(viewer_of(request), row.department):
            raise Http404
        undone, lost = undo_draw(draw_id=row.pk)
        return Response(_shape(request, undone, not_restored=lost))


def _asked(request: Request) -> DrawAsked:
    wanted = NewDrawSerializer(data=request.data)
    wanted.is_valid(raise_exception=True)
    values = wanted.validated_data
    during = stretch_asked(values)
    return DrawAsked(
        department=department_to_draw(request, values["department"]),
        day=clock.city_day(during.start),
        during=during,
        only=frozenset(values["people"]) if "people" in values else None,
        areas=tuple(values["areas"]) if "areas" in values else None,
        redraw=values["existing"] == "redraw",
        needs={need["person"]: frozenset(need["features"]) for need in values.get("needs", ())},
    )


def _seen(request: Request, draw_id: int) -> SectionDraw:
    """A draw that was done and that whoever asks manages or took part in, or 404."""
    rows = SectionDraw.objects.select_related("department", "drawn_by__department").exclude(state=DrawState.PROPOSED)
    row = rows.filter(pk=draw_id).first() if draw_id <= LARGEST_ID else None
    viewer = viewer_of(request)
    if row is None:
        raise Http404
    if not draws_for(viewer, row.department) and not row.seats.filter(person_id=viewer.person_id or 0).exists():
        raise Http404
    return row


def _shape(request: Request, row: SectionDraw, **more: Any) -> dict[str, Any]:
    viewer = viewer_of(request)
    only = None if draws_for(viewer, row.department) else viewer.person_id
    desks = len((row.wanted or {}).get("desks", ()))
    seats = told_seats(shown_seats(row, only=only), viewer, row.day)
    if row.day < clock.today():
        _note_look(row, [seat.person.pk for seat in seats if seat.outcome != "hidden"], viewer.person_id)
    again = comes_out_again(row)
    return draw_shape(row, seats, request, desks=desks, repeated=row.repeated, recomputed=again, **more)


def _note_look(row: SectionDraw, seen: list[int], own: int | None) -> None:
    others = [person_id for person_id in seen if person_id != own]
    if others:
        note_view_of_department(department_id=row.department_id, people=others, first=row.day, last=row.day)
