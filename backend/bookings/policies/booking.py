"""Whether this person may hold this desk in this interval. A rival is not a rule: the database answers for those."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bookings.policies.refusals import BookingRefusal
from bookings.policies.rules import Rule
from core.interval import Interval
from core.refused import Refused


@dataclass(frozen=True, slots=True)
class DeskFacts:
    """What the layout in force says of the desk on the day."""

    mode: str
    area_id: int
    assigned_to_id: int | None = None
    lent: bool = False


@dataclass(frozen=True, slots=True)
class NoShows:
    """That a person did not come, as often as the rule allows or more.

    `last_day` ends the window that is left meanwhile; after `until` the limit is over.
    """

    last_day: date
    until: date


@dataclass(frozen=True, slots=True)
class DayFacts:
    """The day of the booking against today. `last_day` ends the window: that of series for a `repeated` booking.

    `no_shows` is None for whoever has not reached the limit that follows from them, and where there is none.
    """

    day: date
    last_day: date
    working_day: bool
    holiday: object | None = None
    repeated: bool = False
    no_shows: NoShows | None = None


@dataclass(frozen=True, slots=True)
class AreaFacts:
    """The wanted area against the person's own: homes on that weekday and, in order, where they overflow to.

    `free` counts the desks still free in the interval, for the own areas and the overflow areas before the wanted one.
    """

    common: bool
    own: bool
    own_area_ids: Sequence[int] = ()
    overflow_rank: int | None = None
    free: Mapping[int, int] | None = None

    def nearer_with_room(self) -> list[int]:
        """The areas that come before the wanted one and still have a free desk."""
        return [area_id for area_id, count in (self.free or {}).items() if count > 0]


@dataclass(frozen=True, slots=True)
class BookingRules:
    """The rules in force for this person, area and desk mode."""

    window_working_days: Rule
    max_live_bookings: Rule
    longest_minutes: Rule
    who_may_book: Rule
    closed_days_bookable: Rule
    series_window_days: Rule
    max_series_dates: Rule
    no_show_limit: Rule


def desk_refused(desk: DeskFacts, person_id: int, *, walk_up: bool) -> Refused | None:
    """Whether the desk's mode lets this person hold it at all; `walk_up` is a check-in here and now."""
    if desk.mode == "unavailable":
        return Refused(BookingRefusal.DESK_UNAVAILABLE)
    if desk.mode == "drop_in" and not walk_up:
        return Refused(BookingRefusal.DROP_IN_ONLY_NOW)
    if desk.mode == "assigned" and desk.assigned_to_id != person_id and not desk.lent:
        return Refused(BookingRefusal.ASSIGNED_TO_ANOTHER)
    return None


def window_refused(day: DayFacts, rules: BookingRules) -> Refused | None:
    """Whether the day can be booked yet. A repeated booking has the longer of the two windows."""
    if day.day > day.last_day:
        rule, code = rules.window_working_days, BookingRefusal.BEYOND_WINDOW
        if day.repeated:
            rule, code = rules.series_window_days, BookingRefusal.BEYOND_SERIES_WINDOW
        return rule.refused(code, allowed_until=day.last_day)
    if day.no_shows is not None and day.day > day.no_shows.last_day:
        facts = {"allowed_until": day.no_shows.last_day, "limited_until": day.no_shows.until}
        return rules.no_show_limit.refused(BookingRefusal.NO_SHOW_LIMITED, **facts)
    return None


def closed_day_refused(day: DayFacts, rules: BookingRules) -> Refused | None:
    """Whether the city works that day, or lets desks be held all the same."""
    if day.working_day or rules.closed_days_bookable.value:
        return None
    return rules.closed_days_bookable.refused(BookingRefusal.NOT_A_WORKING_DAY, reason=day.holiday)


def length_refused(rules: BookingRules, during: Interval) -> Refused | None:
    """Whether one booking may be that long."""
    longest = rules.longest_minutes.value
    if longest and during.length.total_seconds() > longest * 60:
        return rules.longest_minutes.refused(BookingRefusal.TOO_LONG)
    return None


def allowance_refused(rules: BookingRules, live_bookings: int, *, repeated: bool) -> Refused | None:
    """Whether the person's allowance holds one more; `live_bookings` counts the others of its kind not yet over.

    Dates of series have an allowance of their own, and take nothing of that for single bookings.
    """
    if repeated:
        reached = live_bookings >= rules.max_series_dates.value
        return rules.max_series_dates.refused(BookingRefusal.SERIES_DATES_REACHED) if reached else None
    reached = live_bookings >= rules.max_live_bookings.value
    return rules.max_live_bookings.refused(BookingRefusal.QUOTA_REACHED) if reached else None


def area_refused(area: AreaFacts, rules: BookingRules) -> Refused | None:
    """グループアドレス: the own section's areas first, then the overflow areas in order; common areas are for all."""
    who = rules.who_may_book
    if who.value == "everyone" or area.common or area.own:
        return None
    if who.value == "own_only" or area.overflow_rank is None:
        return who.refused(BookingRefusal.AREA_NOT_YOURS, own_areas=list(area.own_area_ids))
    if nearer := area.nearer_with_room():
        return who.refused(BookingRefusal.OWN_AREA_HAS_ROOM, areas_with_room=nearer)
    return None
