"""Book a series: all of its dates, or those that were chosen, or none."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import partial

from django.db import transaction

from bookings.models import Booking
from bookings.policies.refusals import BookingRefusal
from bookings.selectors.foreseen import WantedDate
from bookings.services.booking import book_desk
from bookings.services.deciding import queue_for_all
from core import clock
from core.refused import Refused
from series.models import BookingSeries, SeriesDate
from series.policies.refusals import SeriesRefusal
from series.policies.wish import SeriesWish
from series.selectors.planned import Outcome, PlannedDate, planned_dates
from series.services.all_or_nothing import do_all
from series.services.recording import record_series
from spaces.models import Desk


@transaction.atomic
def book_series(*, person_id: int, wish: SeriesWish, chosen: Collection[date] | None = None) -> BookingSeries:
    """Book every date of the wish that is not skipped, or those of its days that were `chosen`; all or none.

    Raises Refused: `series_dates_refused` with each date that cannot be had and why (`series_date_moved` for one that
    was chosen and lies on another day since), and `series_has_no_dates` where nothing is left to book. Every lock is
    taken before the first booking, in the one order.
    """
    if not Desk.objects.filter(pk=wish.desk_id).exists():
        raise Refused(BookingRefusal.DESK_NOT_IN_LAYOUT)
    queue_for_all([person_id], [wish.desk_id, *wish.desks.values()])
    every = planned_dates(person_id, wish, with_alternatives=False)
    dates = [one for one in every if _is_wanted(one, chosen)]
    gone = sorted(set(chosen or ()) - {one.wanted.day for one in every})
    if not dates:
        raise Refused(SeriesRefusal.SERIES_HAS_NO_DATES)
    acts: list[tuple[date, Callable[[], Booking]]] = [
        *((day, _refuse_moved) for day in gone),
        *((one.wanted.day, partial(_book, person_id, one.wanted)) for one in dates),
    ]
    bookings = do_all(acts)
    series = _write(person_id, wish, dates, bookings)
    record_series("booked", series, bookings)
    return series


def _book(person_id: int, wanted: WantedDate) -> Booking:
    return book_desk(person_id=person_id, desk_id=wanted.desk_id, during=wanted.during, repeated=True)


def _refuse_moved() -> Booking:
    """A day that somebody chose and that is none of the series any more: a day off or a closure came or went."""
    raise Refused(SeriesRefusal.SERIES_DATE_MOVED)


def _is_wanted(one: PlannedDate, chosen: Collection[date] | None) -> bool:
    return one.outcome is not Outcome.SKIPPED if chosen is None else one.wanted.day in chosen


def _write(
    person_id: int, wish: SeriesWish, dates: Sequence[PlannedDate], bookings: Sequence[Booking]
) -> BookingSeries:
    pattern, hours = wish.pattern, wish.hours
    series = BookingSeries.objects.create(
        person_id=person_id,
        desk=Desk.objects.get(pk=wish.desk_id),
        weekdays=sorted(pattern.weekdays),
        every_weeks=pattern.every_weeks,
        first_day=pattern.first,
        last_day=pattern.last,
        part=hours.part,
        start_time=hours.start,
        end_time=hours.end,
        when_closed=wish.when_closed,
        created_at=clock.now(),
    )
    SeriesDate.objects.bulk_create(
        SeriesDate(
            series=series,
            pattern_day=one.pattern_day,
            booking=booking,
            planned_desk_id=one.wanted.desk_id,
            planned_during=one.wanted.during.as_range(),
        )
        for one, booking in zip(dates, bookings, strict=True)
    )
    return series
