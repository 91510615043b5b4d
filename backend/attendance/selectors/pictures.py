"""Where people are, were and will be: the ledger's stretches with the desks behind them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bookings.models import Booking, BookingState
from bookings.selectors.shown import DeskPlace, desk_place
from bookings.services.holder import KIND as BOOKING
from core.clock import city_zone
from core.revision import Slow
from plans.policies import Stretch
from plans.selectors.ledger import stretches
from spaces.selectors import placed_desk


@dataclass(frozen=True, slots=True)
class ShownStretch:
    """A stretch of a day by the city's clocks. `present` says that the person has checked in there."""

    start: datetime
    end: datetime
    place: str
    desk: DeskPlace | None
    booking: int | None
    present: bool


Days = dict[date, list[ShownStretch]]


def pictures(person_ids: Iterable[int], first: date, last: date, slow: Mapping[Slow, int]) -> dict[int, Days]:
    """The days of several people from `first` to `last`, both included: person, day, stretches in order of time.

    Two queries, whatever the number of people and days. Whether a viewer may see them is not asked here.
    """
    ledger = stretches(person_ids, first, last)
    held_by = [one for days in ledger.values() for day in days.values() for one in day if one.holder_kind == BOOKING]
    bookings = _bookings([one.holder_id for one in held_by], slow[Slow.PLACES])
    return {
        person_id: {day: [_shown(one, bookings) for one in day_stretches] for day, day_stretches in days.items()}
        for person_id, days in ledger.items()
    }


def _bookings(ids: list[int], places: int) -> dict[int, tuple[Booking, DeskPlace]]:
    rows = Booking.objects.filter(pk__in=ids).with_places() if ids else []
    return {
        booking.pk: (booking, desk_place(booking, placed_desk(booking.desk_id, booking.day, revision=places)))
        for booking in rows
    }


def _shown(one: Stretch, bookings: Mapping[int, tuple[Booking, DeskPlace]]) -> ShownStretch:
    booking, desk = bookings.get(one.holder_id, (None, None)) if one.holder_kind == BOOKING else (None, None)
    zone = city_zone()
    return ShownStretch(
        start=one.during.start.astimezone(zone),
        end=one.during.end.astimezone(zone),
        place=one.place,
        desk=desk,
        booking=booking.pk if booking else None,
        present=booking is not None and booking.state == BookingState.CHECKED_IN,
    )
