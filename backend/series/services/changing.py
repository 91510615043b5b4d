"""Change dates of a series: one, a stretch of them, or the rest; all or none."""

from collections.abc import Sequence
from functools import partial

from django.db import transaction

from bookings.models import Booking
from bookings.services.booking import change_booking
from core.refused import Refused
from series.models import BookingSeries, SeriesDate
from series.policies.change import SeriesChange
from series.policies.refusals import SeriesRefusal
from series.selectors.changed import kept_as_is, wanted_changes
from series.services.all_or_nothing import do_all
from series.services.locking import locked_dates
from series.services.recording import record_series


@transaction.atomic
def change_dates(*, series_id: int, change: SeriesChange) -> Sequence[Booking]:
    """Move every date of the stretch that is still to come; exceptions stay unless the change takes them too.

    A change of more than one day becomes what the series asks for; that of a single day makes it an exception. Raises
    Refused: `series_dates_refused` with each date and why, `series_nothing_left` where nothing would change.
    """
    wanted_desks = [*change.desks.values(), *([change.desk_id] if change.desk_id else [])]
    series, dates = locked_dates(series_id, change.first, change.last, wanted_desks)
    every = wanted_changes(dates, change)
    kept = kept_as_is(every, change)
    moves = [(one, wanted) for one, wanted in every if one.pk not in kept]
    if not moves:
        raise Refused(SeriesRefusal.SERIES_NOTHING_LEFT)
    done = do_all(
        (
            wanted.day,
            partial(change_booking, booking_id=one.booking_id, desk_id=wanted.desk_id, during=wanted.during),
        )
        for one, wanted in moves
    )
    if not change.is_of_one_day:
        _plan_anew(series, [one for one, _ in moves], done, change)
    record_series("changed", series, done)
    return done


def _plan_anew(
    series: BookingSeries, dates: Sequence[SeriesDate], bookings: Sequence[Booking], change: SeriesChange
) -> None:
    for one, booking in zip(dates, bookings, strict=True):
        one.planned_desk_id, one.planned_during = booking.desk_id, booking.booked_during
    SeriesDate.objects.bulk_update(dates, ["planned_desk", "planned_during"])
    if change.last < series.last_day:
        return
    if change.desk_id is not None:
        series.desk_id = change.desk_id
    if change.hours is not None:
        series.part, series.start_time, series.end_time = change.hours.part, change.hours.start, change.hours.end
    series.save(update_fields=["desk", "part", "start_time", "end_time"])
