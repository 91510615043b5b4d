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
class DayFacts:
    """The day of the booking against today. `last_day` ends the booking window."""

    day: date
    last_day: date
    working_day: bool
    holiday: object | None = None


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


def desk_refused(desk: DeskFacts, person_id: int, *, walk_up: bool) -> Refused | None:
    """Whether the desk's mode lets this person hold it at all; `walk_up` is a check-in here and now."""
    if desk.mode == "unavailable":
        return Refused(BookingRefusal.DESK_UNAVAILABLE)
    if desk.mode == "drop_in" and not walk_up:
        return Refused(BookingRefusal.DROP_IN_ONLY_NOW)
    if desk.mode == "assigned" and desk.assigned_to_id != person_id and not desk.lent:
        return Refused(BookingRefusal.ASSIGNED_TO_ANOTHER)
    return None


def day_refused(day: DayFacts, rules: BookingRules) -> Refused | None:
    """Whether desks may be held on that day."""
    if day.day > day.last_day:
        return rules.window_working_days.refused(BookingRefusal.BEYOND_WINDOW, allowed_until=day.last_day)
    if not day.working_day and not rules.closed_days_bookable.value:
        return rules.closed_days_bookable.refused(BookingRefusal.NOT_A_WORKING_DAY, reason=day.holiday)
    return None


def allowance_refused(rules: BookingRules, during: Interval, live_bookings: int) -> Refused | None:
    """Whether the person's allowance holds this booking; `live_bookings` counts the others not yet over."""
    longest = rules.longest_minutes.value
    if longest and during.length.total_seconds() > longest * 60:
        return rules.longest_minutes.refused(BookingRefusal.TOO_LONG)
    if live_bookings >= rules.max_live_bookings.value:
        return rules.max_live_bookings.refused(BookingRefusal.QUOTA_REACHED)
    return None


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
