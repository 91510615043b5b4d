"""Desks that somebody lost to telework, a trip or a leave, and could have back now."""

from collections.abc import Iterable, Iterator, Mapping
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
from plans.policies.claims import YIELDING
from plans.selectors.ledger import held_stretch
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
    """Those of `day`, today or later, that the person may book now and has nothing else instead of; the last first."""
    if day < clock.today():
        return []
    found: dict[tuple[int, Interval], DeskBack] = {}
    rows = Booking.objects.of(person_id).on(day).with_places().order_by("-pk")
    for booking, lost in _lost(rows):
        key = (booking.desk_id, lost)
        if key in found or not _to_be_had(person_id, booking, lost):
            continue
        desk = desk_place(booking, placed_desk(booking.desk_id, day, revision=slow[Slow.PLACES]))
        within = clock.in_city(lost)
        found[key] = DeskBack(desk, day, within.start, within.end, booking.pk)
    return list(found.values())


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
    if held_stretch(person_id, lost, unless=YIELDING) is not None:
        return False
    try:
        wish = wish_as_asked(person_id, booking.desk_id, lost)
        refuse_unless_allowed(wish)
    except Refused:
        return False
    return desk_taken(booking.desk_id, lost, booking.desk.code) is None
