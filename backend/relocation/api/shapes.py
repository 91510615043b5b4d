"""Displaced bookings as plain values for JSON, in the shapes of `answers`."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rest_framework.request import Request

from bookings.api.shapes import booking_shape
from bookings.selectors.shown import place_of, shown
from core.words import language_of
from people.api.answers import person_brief
from relocation.selectors.foreseen import Foreseen
from relocation.selectors.mine import MyDisplacement
from relocation.selectors.review import FullReview
from spaces.api.draft_answers import changes_shape
from spaces.selectors.desks import DeskOnFloor

MOST_SHOWN = 500


def foreseen_shape(one: Foreseen) -> dict[str, Any]:
    """A Displaced."""
    booking = one.lost.booking
    return {
        "booking": booking.pk,
        "person": person_brief(booking.person),
        "day": booking.day,
        "start": one.lost.during.start,
        "end": one.lost.during.end,
        "desk_code": one.desk_code,
        "area_name": one.area_name,
        "because": one.lost.because.value,
        "proposal": None if one.proposal is None else _proposal(one.proposal),
        "moved": one.moved,
    }


def review_shape(review: FullReview, request: Request) -> dict[str, Any]:
    """A DraftReview; of very many displaced bookings only the first are written out."""
    language = language_of(request)
    return {
        "mistakes": [mistake.in_language(language) for mistake in review.draft.mistakes],
        "changes": None if review.draft.change is None else changes_shape(review.draft.change),
        "displaced": [foreseen_shape(one) for one in review.displaced[:MOST_SHOWN]],
        "displaced_total": len(review.displaced),
        "proposals_total": sum(one.proposal is not None for one in review.displaced),
    }


def displacement_shapes(every: Sequence[MyDisplacement], request: Request) -> list[dict[str, Any]]:
    """Displacements as their person sees them."""
    bookings = {one.id: one for one in shown([mine.booking for mine in every if mine.booking is not None])}
    return [
        {
            "id": mine.displacement.pk,
            "day": mine.displacement.day,
            "start": mine.displacement.interval.start,
            "end": mine.displacement.interval.end,
            "from_desk_code": mine.displacement.from_desk.code,
            "because": mine.displacement.because,
            "reason": mine.displacement.reason,
            "state": mine.displacement.state,
            "booking": None if mine.booking is None else booking_shape(bookings[mine.booking.pk], request),
            "choices": [asdict(place_of(place)) for place in mine.choices],
        }
        for mine in every
    ]


def _proposal(place: DeskOnFloor) -> dict[str, Any]:
    return {
        "desk": place.desk.id if place.desk.id > 0 else None,
        "desk_code": place.desk.code,
        "area_name": place.area.name,
        "floor": place.plan.floor.id,
        "floor_name": place.plan.floor.name,
    }
