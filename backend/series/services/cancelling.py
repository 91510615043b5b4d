"""Give up dates of a series: one, a stretch of them, or the rest; and take that back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db import transaction

from bookings.models import Booking
from bookings.policies.presence import Action, action_refused
from bookings.policies.states import ENDED
from bookings.selectors.moment import moment_with, rules_of
from bookings.services.booking import cancel_booking
from bookings.services.release import restore_booking
from core.refused import Refused
from core.revision import revisions
from series.models import SeriesDate
from series.policies.refusals import SeriesRefusal
from series.services.all_or_nothing import do_all
from series.services.locking import locked_dates
from series.services.recording import record_series

FIRST_OF_ALL, LAST_OF_ALL = date.min, date.max


@dataclass(frozen=True, slots=True)
class Cancelled:
    """What was given up, and what could not be: dates checked in to already. Those that are over are in neither."""

    bookings: Sequence[Booking]
    left: Sequence[Booking]


@transaction.atomic
def cancel_dates(*, series_id: int, first: date, last: date = LAST_OF_ALL) -> Cancelled:
    """Give up every date from `first` to `last` that is still to come. Raises Refused where there is none."""
    series, dates = locked_dates(series_id, first, last)
    to_come, left = [], []
    for one, refused in refused_actions(dates, Action.CANCEL):
        if refused is None:
            to_come.append(one.booking)
        elif refused.code == "already_checked_in":
            left.append(one.booking)
    if not to_come:
        raise Refused(SeriesRefusal.SERIES_NOTHING_LEFT)
    done = [cancel_booking(booking_id=booking.pk) for booking in to_come]
    record_series("cancelled", series, done)
    return Cancelled(done, left)


@transaction.atomic
def restore_dates(*, series_id: int, booking_ids: Collection[int]) -> Sequence[Booking]:
    """Take back the cancellation of these bookings of the series, all or none, while their undo time lasts.

    Raises Refused: `series_dates_refused` with each date and why, `series_nothing_left` where none of them is one of
    this series that was given up.
    """
    series, dates = locked_dates(series_id, FIRST_OF_ALL, LAST_OF_ALL)
    wanted = [one.booking for one in dates if one.booking_id in booking_ids and one.booking.state in ENDED]
    if not wanted:
        raise Refused(SeriesRefusal.SERIES_NOTHING_LEFT)
    done = do_all((booking.day, partial(restore_booking, booking_id=booking.pk)) for booking in wanted)
    record_series("restored", series, done)
    return done


def refused_actions(dates: Sequence[SeriesDate], action: Action) -> list[tuple[SeriesDate, Refused | None]]:
    """Each date with why `action` is not possible now, or None."""
    rules = rules_of([one.booking for one in dates], revisions())
    return [(one, action_refused(action, moment_with(one.booking, rules[one.booking_id]))) for one in dates]
