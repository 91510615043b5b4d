"""Where displaced people could go: proposals for all of them at once, choices for one of them."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice

from bookings.models import Booking
from bookings.selectors.many_wishes import Bookers
from core import clock
from core.interval import Interval
from relocation.models import Displacement
from relocation.policies.assignment import Need, Spot, assign, spots_for
from relocation.selectors.area_orders import AreaOrders
from relocation.selectors.hall_days import HallDays, spot_of
from relocation.selectors.lost import Lost
from spaces.selectors.desks import DeskOnFloor

CHOICES_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """A stretch for which the person of `booking` needs a desk instead of `from_desk_id`; `key` is the asker's own."""

    key: int
    booking: Booking
    from_desk_id: int
    during: Interval


def proposals(lost: Sequence[Lost], hall: HallDays) -> dict[int, DeskOnFloor]:
    """By booking id, the desk where it could go: no desk is proposed to two for one time.

    Whoever is there already chooses first, then whoever booked first. In a few queries for any number of bookings.
    """
    order = sorted(lost, key=lambda one: (one.booking.checked_in_at is None, one.booking.created_at, one.booking.pk))
    needs = _needs([Wanted(one.booking.pk, one.booking, one.booking.desk_id, one.during) for one in order], hall)
    days = {one.booking.day for one in lost}
    found = assign(needs, hall.free_spots(days, but=[one.booking.pk for one in lost]))
    day_of = {one.booking.pk: one.booking.day for one in lost}
    return {key: place for key, spot in found.items() if (place := hall.place(spot.desk_id, day_of[key]))}


def choices(wanted: Sequence[Wanted], hall: HallDays) -> dict[int, list[DeskOnFloor]]:
    """By key, up to three desks that are free a moment ago, the best first; the same desk may be several's.

    The desk that was lost comes first where it can be had again.
    """
    free = hall.free_spots({one.booking.day for one in wanted})
    found: dict[int, list[DeskOnFloor]] = {}
    for need in _needs(wanted, hall):
        spots = islice(spots_for(need, free[need.day]), CHOICES_AT_MOST)
        found[need.key] = [place for spot in spots if (place := hall.place(spot.desk_id, need.day))]
    return found


def within_reach(wanted: Wanted, desk_id: int, hall: HallDays) -> bool:
    """Whether the person may choose the desk: it is the lost one, or lies where the person may sit, or sat."""
    (need,) = _needs([wanted], hall)
    place = hall.place(desk_id, need.day)
    return desk_id in need.prefers or (place is not None and place.area.id in need.area_ids)


def _needs(wanted: Sequence[Wanted], hall: HallDays) -> list[Need]:
    orders = AreaOrders(Bookers({one.booking.person_id for one in wanted}), hall)
    former = _former_desks([one.booking.pk for one in wanted])
    needs = []
    for one in wanted:
        booking = one.booking
        areas = orders.of(booking.person_id, booking.day)
        old = _old_spot(one, hall)
        first = [old.area_id] if old.area_id in orders.areas_on(booking.day) else []
        needs.append(
            Need(
                key=one.key,
                person_id=booking.person_id,
                day=booking.day,
                during=one.during,
                area_ids=list(dict.fromkeys([*first, *areas])),
                old=old,
                prefers=[one.from_desk_id, *former.get(booking.pk, ())],
            )
        )
    return needs


def _old_spot(wanted: Wanted, hall: HallDays) -> Spot:
    """The desk that is lost, as it stood last: on the day itself, else as it stands now."""
    booking = wanted.booking
    place = hall.place(wanted.from_desk_id, booking.day) or hall.place_before(wanted.from_desk_id, booking.day)
    if place is not None:
        return spot_of(place)
    return Spot(wanted.from_desk_id, "", booking.area_id, booking.floor_id, 0.0, 0.0)


def _former_desks(booking_ids: Collection[int]) -> dict[int, list[int]]:
    """By booking id, the desks from which it was displaced before: the latest first."""
    former: dict[int, list[int]] = defaultdict(list)
    rows = Displacement.objects.filter(new_booking_id__in=booking_ids, day__gte=clock.today()).order_by("-pk")
    for booking_id, desk_id in rows.values_list("new_booking_id", "from_desk_id"):
        former[booking_id].append(desk_id)
    return former
