"""Draws and groups as plain values for JSON, in the shapes of `answers`."""

from collections.abc import Sequence
from typing import Any

from rest_framework import status
from rest_framework.request import Request

from core.interval import Interval
from core.problems import problem, refusal_problem
from core.refused import Refused
from core.words import language_of
from people.api.answers import department_brief, person_brief
from people.models import Person
from seating.models import GroupBooking, SectionDraw
from seating.selectors.draws import ShownSeat
from seating.selectors.groups import GroupReader, shown_group_seats


def draw_shape(
    row: SectionDraw,
    seats: Sequence[ShownSeat],
    request: Request,
    *,
    desks: int,
    repeated: int,
    recomputed: bool = True,
    booked: bool = False,
    not_restored: Sequence[Person] = (),
) -> dict[str, Any]:
    """A SectionDraw. `booked` says that the seats given have just been booked."""
    return {
        **draw_brief_shape(row),
        "seed": row.seed,
        "desks": desks,
        "repeated": repeated,
        "recomputed": recomputed,
        "seats": [_seat_shape(seat, request, booked) for seat in seats],
        "not_restored": [person_brief(person) for person in not_restored],
    }


def draw_brief_shape(row: SectionDraw) -> dict[str, Any]:
    """A SectionDrawBrief."""
    during = Interval.of_range(row.during)
    return {
        "id": row.pk,
        "department": department_brief(row.department),
        "day": row.day,
        "start": during.start,
        "end": during.end,
        "state": row.state,
        "existing": row.existing,
        "drawn_by": person_brief(row.drawn_by) if row.drawn_by else None,
        "done_at": row.done_at,
        "undone_at": row.undone_at,
    }


def group_shape(group: GroupBooking, reader: GroupReader) -> dict[str, Any]:
    """A GroupBooking as its maker or one of its people reads it."""
    during = Interval.of_range(group.during)
    return {
        "id": group.pk,
        "made_by": person_brief(group.made_by),
        "mine": group.made_by_id == reader.viewer.person_id,
        "day": group.day,
        "start": during.start,
        "end": during.end,
        "note": group.note,
        "seats": [
            {
                "person": person_brief(seat.person),
                "desk": seat.desk,
                "booking": seat.booking.pk,
                "state": seat.booking.state,
            }
            for seat in shown_group_seats(group)
            if reader.may_know(seat.person, group)
        ],
    }


def refusal_shape(refused: Refused, request: Request) -> dict[str, Any]:
    """A Problem inside an answer: why somebody could not be booked."""
    return refusal_problem(refused, language_of(request))


def _seat_shape(seat: ShownSeat, request: Request, booked: bool) -> dict[str, Any]:
    return {
        "person": person_brief(seat.person),
        "outcome": seat.outcome,
        "desk": seat.desk,
        "booking_state": "booked" if booked and seat.outcome == "gets" else seat.booking_state,
        "reasons": [_reason(reason, request) for reason in seat.reasons],
    }


def _reason(reason: dict[str, Any], request: Request) -> dict[str, Any]:
    """A refusal is there as it was raised in a plan, and by its code in a record."""
    refusal = reason.get("refusal")
    if refusal is None:
        return reason
    if isinstance(refusal, Refused):
        return {**reason, "refusal": refusal_shape(refusal, request)}
    return {**reason, "refusal": problem(refusal, status.HTTP_409_CONFLICT, language_of(request))}
