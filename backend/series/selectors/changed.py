"""Date by date: what a change of a series would come to. Saves nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bookings.models import BookingState
from bookings.policies.presence import Action, action_refused
from bookings.selectors.foreseen import Foresight, WantedDate
from bookings.selectors.instead import Alternative
from bookings.selectors.moment import moment_with, rules_of
from core import clock
from core.interval import Interval
from core.refused import Refused
from core.revision import revisions
from series.models import SeriesDate
from series.policies.change import SeriesChange
from series.selectors.hours import stretch_on
from series.selectors.planned import building_of


class ChangeOutcome(StrEnum):
    """What becomes of a date: an exception is kept, and so is what has begun, is over or was given up."""

    WILL_CHANGE = "will_change"
    REFUSED = "refused"
    SAME = "same"
    EXCEPTION = "exception"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class ChangedDate:
    """A date of the series and what the change would come to on it."""

    date: SeriesDate
    wanted: WantedDate
    outcome: ChangeOutcome
    refused: Refused | None
    alternatives: Sequence[Alternative]


def wanted_changes(dates: Sequence[SeriesDate], change: SeriesChange) -> list[tuple[SeriesDate, WantedDate]]:
    """Each date with the desk and the stretch that the change asks for."""
    found = []
    for one in dates:
        booking = one.booking
        desk_id = change.desks.get(booking.day, change.desk_id or booking.desk_id)
        during = Interval.of_range(booking.booked_during)
        if change.hours is not None:
            during = stretch_on(booking.day, change.hours, building_of(desk_id, [booking.day]))
        found.append((one, WantedDate(booking.day, desk_id, during, but=booking.pk)))
    return found


def kept_as_is(dates: Sequence[tuple[SeriesDate, WantedDate]], change: SeriesChange) -> dict[int, ChangeOutcome]:
    """By the date's id, why it stays as it is; dates that would change are left out."""
    rules = rules_of([one.booking for one, _ in dates], revisions())
    kept: dict[int, ChangeOutcome] = {}
    for one, wanted in dates:
        booking = one.booking
        if action_refused(Action.CHANGE, moment_with(booking, rules[booking.pk])) or _has_begun(one):
            kept[one.pk] = ChangeOutcome.OVER
        elif one.is_exception and not change.exceptions_too and not change.is_of_one_day:
            kept[one.pk] = ChangeOutcome.EXCEPTION
        elif booking.desk_id == wanted.desk_id and Interval.of_range(booking.booked_during) == wanted.during:
            kept[one.pk] = ChangeOutcome.SAME
    return kept


def changed_dates(person_id: int, dates: Sequence[SeriesDate], change: SeriesChange) -> list[ChangedDate]:
    """What the change would come to on each of `dates`, in order; a constant number of queries."""
    if not dates:
        return []
    every = wanted_changes(dates, change)
    kept = kept_as_is(every, change)
    foresight = Foresight(person_id, [wanted.day for _, wanted in every], giving_up=len(every) - len(kept))
    answer = []
    for one, wanted in every:
        if one.pk in kept:
            answer.append(ChangedDate(one, wanted, kept[one.pk], None, ()))
            continue
        seen = foresight.of(wanted)
        outcome = ChangeOutcome.WILL_CHANGE if seen.refused is None else ChangeOutcome.REFUSED
        answer.append(ChangedDate(one, wanted, outcome, seen.refused, foresight.alternatives(seen)))
    return answer


def _has_begun(one: SeriesDate) -> bool:
    """Somebody who sits there is moved by that person, not by a series."""
    return one.booking.state == BookingState.CHECKED_IN or one.booking.start <= clock.this_minute()
