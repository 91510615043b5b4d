"""Which live bookings a change of layouts or a closure leaves without their desk."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from bookings.models import Booking, BookingState
from bookings.models.querysets import BookingQuerySet
from core import clock
from core.interval import Interval
from relocation.policies.causes import Because, desk_lost
from relocation.selectors.hall_days import HallDays
from spaces.policies.closed_places import ClosedPlaceWanted
from spaces.policies.layout_change import ChangedStretch
from spaces.selectors.desks import DeskOnFloor


@dataclass(frozen=True, slots=True)
class Lost:
    """A live booking, why its desk is lost, and the stretch for which its person needs another."""

    booking: Booking
    because: Because
    during: Interval

    @property
    def whole(self) -> bool:
        """Whether nothing of the booking has been or can stay."""
        return self.during == self.booking.interval


@dataclass(frozen=True, slots=True)
class AfterLayouts:
    """What a change of layouts means for what is booked.

    Desks lost, bookings whose desk stands elsewhere now, and offers of desks that are lost or stand elsewhere.
    """

    lost: list[Lost]
    moved_along: list[tuple[Booking, DeskOnFloor]]
    offers: list[Booking]


def after_layouts(stretches: Sequence[ChangedStretch], hall: HallDays, *, locked: bool = False) -> AfterLayouts:
    """What is booked in `stretches`, held against the hall as it stands there then, in order of day and start.

    `locked` takes the rows for a change of them.
    """
    if not stretches:
        return AfterLayouts([], [], [])
    found = AfterLayouts([], [], [])
    for booking in _booked_in(stretches, Booking.objects.unfinished(clock.now()), locked=locked):
        place = hall.place(booking.desk_id, booking.day)
        if because := _why_lost(booking, place, hall):
            found.lost.append(Lost(booking, because, _still_to_come(booking)))
        elif place is not None and _stands_elsewhere(booking, place):
            found.moved_along.append((booking, place))
    for offer in _booked_in(stretches, Booking.objects.offered(), locked=locked):
        place = hall.place(offer.desk_id, offer.day)
        # Nobody waited for it where it stands now: it goes to whoever is first in line there.
        if _why_lost(offer, place, hall) or place is None or _stands_elsewhere(offer, place):
            found.offers.append(offer)
    return found


def lost_to_closure(closed: ClosedPlaceWanted, during: Interval, hall: HallDays, *, locked: bool = False) -> list[Lost]:
    """The live bookings that a closure displaces. One that has not begun needs another desk for all of it."""
    now = clock.this_minute()
    found = []
    overlapping = Booking.objects.unfinished(clock.now()).overlapping(during).order_by("day", "during", "pk")
    for booking in _read(overlapping, locked=locked):
        place = hall.place(booking.desk_id, booking.day)
        if place is None or not closed.closes(place.plan, place.desk):
            continue
        begins = booking.start if booking.start > now else max(now, during.start, booking.start)
        found.append(Lost(booking, Because.CLOSED, Interval(begins, booking.end)))
    return found


def _booked_in(stretches: Sequence[ChangedStretch], bookings: BookingQuerySet, *, locked: bool) -> Sequence[Booking]:
    within = Q()
    for stretch in stretches:
        days = Q(day__gte=max(stretch.first, clock.today()))
        if stretch.until is not None:
            days &= Q(day__lt=stretch.until)
        within |= Q(floor_id=stretch.floor_id) & days
    return _read(bookings.filter(within).order_by("day", "during", "pk"), locked=locked)


def _read(rows: QuerySet[Booking], *, locked: bool) -> Sequence[Booking]:
    found = rows.select_related("desk", "person__department")
    return list(found.select_for_update(of=("self",)) if locked else found)


def _why_lost(booking: Booking, place: DeskOnFloor | None, hall: HallDays) -> Because | None:
    return desk_lost(
        mode=None if place is None else place.desk.mode,
        assigned_to_id=None if place is None else place.desk.assigned_to_id,
        lent=booking.desk_id in hall.lent(booking.day),
        person_id=booking.person_id,
        ahead=booking.state != BookingState.CHECKED_IN and booking.start > clock.now(),
    )


def _stands_elsewhere(booking: Booking, place: DeskOnFloor) -> bool:
    return (place.plan.floor.id, place.area.id) != (booking.floor_id, booking.area_id)


def _still_to_come(booking: Booking) -> Interval:
    return Interval(max(booking.start, clock.this_minute()), booking.end)
