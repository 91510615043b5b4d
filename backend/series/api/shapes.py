"""Series as plain values for JSON, in the shapes of `answers`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import time
from typing import Any

from rest_framework.request import Request

from bookings.api.shapes import booking_shape, booking_shapes
from bookings.models import Booking
from bookings.selectors.foreseen import WantedDate
from bookings.selectors.instead import Alternative
from bookings.selectors.shown import place_of, shown
from core.problems import refusal_problem
from core.refused import Refused
from core.revision import Slow, revisions
from core.words import language_of
from series.selectors.changed import ChangedDate, ChangeOutcome
from series.selectors.mine import ShownSeries
from series.selectors.planned import Outcome, PlannedDate
from spaces.selectors import placed_desk


def series_shape(one: ShownSeries, request: Request) -> dict[str, Any]:
    """A Series with its dates."""
    series = one.series
    return {
        "id": series.pk,
        "person": series.person_id,
        "desk": asdict(place_of(one.place)) if one.place else None,
        "weekdays": series.weekdays,
        "every_weeks": series.every_weeks,
        "first_day": series.first_day,
        "last_day": series.last_day,
        "part": series.part or None,
        "start": _clock(series.start_time),
        "end": _clock(series.end_time),
        "when_closed": series.when_closed,
        "dates": [
            {
                "pattern_day": shown_date.pattern_day,
                "exception": shown_date.exception,
                "booking": booking_shape(shown_date.booking, request),
            }
            for shown_date in one.dates
        ],
    }


def preview_shape(dates: Sequence[PlannedDate], request: Request) -> dict[str, Any]:
    """A SeriesPreview."""
    revision = revisions()[Slow.PLACES]
    rows = [
        {
            "pattern_day": one.pattern_day,
            "day": one.wanted.day,
            "outcome": one.outcome,
            **_wanted(one.wanted, revision),
            **_answer(one.refused, one.alternatives, request),
        }
        for one in dates
    ]
    return {"dates": rows, "will_book": sum(one.outcome is Outcome.WILL_BOOK for one in dates)}


def change_preview_shape(dates: Iterable[ChangedDate], request: Request) -> dict[str, Any]:
    """A SeriesChangePreview."""
    revision = revisions()[Slow.PLACES]
    rows = [
        {
            "day": one.wanted.day,
            "booking": one.date.booking_id,
            "outcome": one.outcome,
            **_wanted(one.wanted, revision),
            **_answer(one.refused, one.alternatives, request),
        }
        for one in dates
    ]
    return {"dates": rows, "will_change": sum(row["outcome"] is ChangeOutcome.WILL_CHANGE for row in rows)}


def bookings_shape(bookings: Sequence[Booking], request: Request) -> list[dict[str, Any]]:
    """Bookings as their person sees them."""
    return booking_shapes(shown(bookings), request)


def _wanted(wanted: WantedDate, revision: int) -> Mapping[str, Any]:
    place = placed_desk(wanted.desk_id, wanted.day, revision=revision)
    return {
        "desk": wanted.desk_id,
        "desk_code": place.desk.code if place else "",
        "start": wanted.during.start,
        "end": wanted.during.end,
    }


def _answer(refused: Refused | None, alternatives: Sequence[Alternative], request: Request) -> Mapping[str, Any]:
    return {
        "refusal": refusal_problem(refused, language_of(request)) if refused else None,
        "alternatives": [asdict(one) for one in alternatives],
    }


def _clock(value: time | None) -> str | None:
    return value.strftime("%H:%M") if value else None
