"""Date by date: where a series comes to lie and what booking it would come to. Saves nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bookings.policies.booking import closed_day_refused
from bookings.policies.refusals import BookingRefusal
from bookings.selectors.foreseen import ForeseenDate, Foresight, WantedDate
from bookings.selectors.instead import Alternative
from bookings.selectors.rivals import closed_place
from core import clock
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow, revisions
from plans.selectors.working_days import city_calendar
from series.policies.pattern import DAYS_LOOKED_AT, DateOfPattern, WhenClosed, place_dates
from series.policies.refusals import SeriesRefusal
from series.policies.wish import SeriesWish
from series.selectors.hours import stretch_on
from spaces.policies.floor_plan import BuildingHours
from spaces.selectors import buildings, closures_overlapping, placed_desk


class Outcome(StrEnum):
    """What becomes of a date."""

    WILL_BOOK = "will_book"
    REFUSED = "refused"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class PlannedDate:
    """A date of the pattern, the day on which it comes to lie, and what booking it would come to.

    A skipped date keeps its own day, and `refused` says what is closed; another desk may do even then.
    """

    pattern_day: date
    wanted: WantedDate
    outcome: Outcome
    refused: Refused | None
    alternatives: Sequence[Alternative]


def planned_dates(person_id: int, wish: SeriesWish, *, with_alternatives: bool = True) -> list[PlannedDate]:
    """Every date of the wish in order; a constant number of queries for any number of dates."""
    days = wish.pattern.days()
    if not days:
        return []
    building = building_of(wish.desk_id, days)
    foresight = Foresight(person_id, _days_looked_at(wish, days))

    def wanted(day: date, desk_id: int) -> WantedDate:
        return WantedDate(day, desk_id, stretch_on(day, wish.hours, building))

    def is_open(day: date) -> bool:
        return _closed(foresight, wanted(day, wish.desk_id)) is None

    planned = []
    for place in place_dates(days, wish.when_closed, is_open):
        day = place.day or place.pattern_day
        one = wanted(day, wish.desk_on(day))
        refused = _skipped(foresight, place, one, other_desk=one.desk_id != wish.desk_id)
        seen = ForeseenDate(one, refused, foresight.wish(one)) if refused else foresight.of(one)
        planned.append(
            PlannedDate(
                pattern_day=place.pattern_day,
                wanted=one,
                outcome=_outcome(seen, skipped=refused is not None),
                refused=seen.refused,
                alternatives=foresight.alternatives(seen) if with_alternatives else (),
            )
        )
    return planned


def building_of(desk_id: int, days: Sequence[date]) -> BuildingHours:
    """The building of the desk on the first of `days` on which it stands; any building where it never does.

    Raises Refused (`desk_not_in_layout`) where there is no building at all.
    """
    revision = revisions()[Slow.PLACES]
    for day in days:
        if place := placed_desk(desk_id, day, revision=revision):
            return place.plan.building
    anywhere = buildings(revision=revision)
    if not anywhere:
        raise Refused(BookingRefusal.DESK_NOT_IN_LAYOUT)
    return anywhere[0]


def _outcome(seen: ForeseenDate, *, skipped: bool) -> Outcome:
    if skipped:
        return Outcome.SKIPPED
    return Outcome.WILL_BOOK if seen.refused is None else Outcome.REFUSED


def _skipped(foresight: Foresight, place: DateOfPattern, one: WantedDate, *, other_desk: bool) -> Refused | None:
    """Why the date is skipped, or None. Where only the wanted desk's place is closed, another desk brings it back."""
    if place.day is not None:
        return None
    if place.doubled:
        return Refused(SeriesRefusal.SERIES_DATE_DOUBLED)
    closed = _closed(foresight, one)
    return None if other_desk and closed is None else closed


def _closed(foresight: Foresight, wanted: WantedDate) -> Refused | None:
    """What closes the desk that day: the day itself or a closure of its place. Other rules are not asked here."""
    wish = foresight.wish(wanted)
    if wish is None:
        return None
    refused = closed_day_refused(wish.day_facts(), wish.rules.for_booking())
    return refused or next(map(closed_place, wish.closures()), None)


def _days_looked_at(wish: SeriesWish, days: Sequence[date]) -> list[date]:
    """The days themselves, and those to which a closed one may move."""
    looked_at = set(days)
    if wish.when_closed is WhenClosed.NEXT:
        calendar = city_calendar()
        ahead = timedelta(days=DAYS_LOOKED_AT)
        whole = Interval(clock.day_start(days[0]), clock.day_end(days[-1] + ahead))
        closures = closures_overlapping(whole)
        for day in days:
            of_day = Interval(clock.day_start(day), clock.day_end(day))
            if not calendar.is_working_day(day) or any(closed.during.overlaps(of_day) for closed in closures):
                looked_at.update(day + timedelta(days=number) for number in range(1, DAYS_LOOKED_AT + 1))
    return sorted(looked_at)
