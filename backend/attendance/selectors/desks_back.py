"""Desks that somebody lost to telework, a trip or a leave, and could have back now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bookings.models import Booking, BookingState
from bookings.policies.states import LIVE
from bookings.selectors.rivals import desk_taken
from bookings.selectors.shown import DeskPlace, desk_place
from bookings.services.booking import wish_as_asked
from bookings.services.deciding import refuse_unless_allowed
from bookings.services.displacing import DISPLACED
from core import clock
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow
from plans.policies import Stretch
from plans.policies.claims import YIELDING
from plans.policies.own_days import without
from plans.selectors.ledger import held_within
from spaces.selectors import placed_desk


@dataclass(frozen=True, slots=True)
class DeskBack:
    """A desk that is free again for the stretch in which the person had it; `booking` is the one that was given up."""

    desk: DeskPlace
    day: date
    start: datetime
    end: datetime
    booking: int


def desks_back(person_id: int, day: date, slow: Mapping[Slow, int]) -> list[DeskBack]:
    """Those of `day`, today or later, that the person may book now and has nothing else instead of; in order of time.

    Of a desk that was given up in several steps, the longest stretch.
    """
    if day < clock.today():
        return []
    rows = Booking.objects.of(person_id).on(day).with_places().order_by("pk")
    held = [one for one in held_within(person_id, _whole(day)) if one.holder_kind not in YIELDING]
    found: list[tuple[Booking, Interval]] = []
    for booking, lost in _lost(rows):
        for part in _free(lost, held):
            known = any(one.desk_id == booking.desk_id and stretch.covers(part) for one, stretch in found)
            if not known and _to_be_had(person_id, booking, part):
                found.append((booking, part))
    return [_shown(booking, part, slow[Slow.PLACES]) for booking, part in sorted(found, key=lambda one: one[1])]


def _whole(day: date) -> Interval:
    return Interval(clock.day_start(day), clock.day_end(day))


def _free(lost: Interval, held: Sequence[Stretch]) -> list[Interval]:
    parts = [lost]
    for one in held:
        parts = [
            left for part in parts for left in (without(part, one.during) if part.overlaps(one.during) else [part])
        ]
    return parts


def _shown(booking: Booking, part: Interval, places: int) -> DeskBack:
    desk = desk_place(booking, placed_desk(booking.desk_id, booking.day, revision=places))
    within = clock.in_city(part)
    return DeskBack(desk, booking.day, within.start, within.end, booking.pk)


def _lost(bookings: Iterable[Booking]) -> Iterator[tuple[Booking, Interval]]:
    now = clock.this_minute()
    for booking in bookings:
        asked = Interval.of_range(booking.booked_during)
        lost: Interval | None = None
        if booking.state == BookingState.CANCELLED and booking.ended_because == DISPLACED:
            lost = booking.interval
        elif booking.state in LIVE and booking.end < asked.end:
            lost = Interval(booking.end, asked.end)
        if lost is not None and lost.end > now:
            yield booking, Interval(max(lost.start, now), lost.end)


def _to_be_had(person_id: int, booking: Booking, lost: Interval) -> bool:
    try:
        wish = wish_as_asked(person_id, booking.desk_id, lost)
        refuse_unless_allowed(wish)
    except Refused:
        return False
    return desk_taken(booking.desk_id, lost, booking.desk.code) is None
