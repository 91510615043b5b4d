"""Old desks that can be had again by those who were moved away from them."""

from collections.abc import Sequence

from django.db.models import Q

from bookings.models import Booking
from bookings.policies.states import LIVE
from core import clock
from relocation.models import Displacement
from relocation.policies.causes import Because, DisplacementState, desk_lost
from relocation.selectors.hall_days import HallDays
from spaces.policies.layout_change import ChangedStretch
from spaces.selectors.desks import DeskOnFloor

HAS_ANOTHER_DESK = (DisplacementState.MOVED.value, DisplacementState.ACCEPTED.value)


def desks_to_give_back(stretches: Sequence[ChangedStretch] | None, hall: HallDays) -> list[tuple[Booking, DeskOnFloor]]:
    """Live bookings that were moved, with the desk they had before, where that is free for all of what is to come.

    Of `stretches` only (None: of all days from today on). Nobody is asked twice about one booking.
    """
    rows = Displacement.objects.filter(
        _within(stretches),
        state__in=HAS_ANOTHER_DESK,
        new_booking__state__in=LIVE,
        new_booking__during__startswith__gt=clock.now(),
    ).exclude(because=Because.RESTORED)
    moved = list(rows.select_related("new_booking__desk").order_by("pk"))
    if not moved:
        return []
    asked = set(
        Displacement.objects.filter(
            booking_id__in=[row.new_booking_id for row in moved],
            because=Because.RESTORED,
            state=DisplacementState.OFFERED,
        ).values_list("booking_id", flat=True)
    )
    free = hall.free_spots({row.day for row in moved})
    found: list[tuple[Booking, DeskOnFloor]] = []
    for row in moved:
        booking = row.new_booking
        if booking is None or booking.pk in asked or row.from_desk_id == booking.desk_id:
            continue
        place = hall.place(row.from_desk_id, booking.day)
        spot = free[booking.day].spots.by_desk.get(row.from_desk_id)
        if place is None or spot is None or _lost(place, booking) or not free[booking.day].free(spot, booking.interval):
            continue
        free[booking.day].take(spot, booking.interval)
        asked.add(booking.pk)
        found.append((booking, place))
    return found


def _lost(place: DeskOnFloor, booking: Booking) -> bool:
    desk = place.desk
    because = desk_lost(
        mode=desk.mode,
        assigned_to_id=desk.assigned_to_id,
        lent=False,
        person_id=booking.person_id,
        ahead=True,
    )
    return because is not None


def _within(stretches: Sequence[ChangedStretch] | None) -> Q:
    if stretches is None:
        return Q(day__gte=clock.today())
    within = Q(pk__isnull=True)
    for stretch in stretches:
        days = Q(day__gte=max(stretch.first, clock.today()))
        if stretch.until is not None:
            days &= Q(day__lt=stretch.until)
        within |= days
    return within
