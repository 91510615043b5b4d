"""What was booked and what came of it, and what was refused, by area and department."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bookings.policies.refusals import BookingRefusal
from occupancy.policies.evidence import (
    BookingSeen,
    Fate,
    Stretch,
    fate_of,
    held_of,
    left_early,
    minutes_within,
)

FOR_WANT_OF_A_DESK = frozenset(
    {
        BookingRefusal.DESK_TAKEN,
        BookingRefusal.CLOSED,
        BookingRefusal.DESK_UNAVAILABLE,
        BookingRefusal.AREA_NOT_YOURS,
        BookingRefusal.ASSIGNED_TO_ANOTHER,
    }
)
"""Refusals that more desks, or other desks, would have met: somebody else has it, keeps it, or it was out of service.

`own_area_has_room` is none: there was room, in the person's own area. Neither are windows, allowances, hours and
`drop_in_only_now`: with twice the desks they refuse the same wish.
"""


@dataclass(frozen=True, slots=True)
class WishRefused:
    """A refused wish of somebody for a desk of an area; `whose` tells one person of the day from the next."""

    area_id: int | None
    department_id: int | None
    code: str
    whose: str


@dataclass(slots=True)
class Demand:
    """The counts of one area and department; the names are those of occupancy.models.DemandDay."""

    floor_id: int | None
    due: int = 0
    as_booked: int = 0
    no_show: int = 0
    not_used: int = 0
    cancelled: int = 0
    walk_ups: int = 0
    check_ins: int = 0
    spilled_over: int = 0
    booked_minutes: int = 0
    confirmed_minutes: int = 0
    unused_minutes: int = 0
    early_leave_minutes: int = 0
    refused: int = 0
    refused_by_rule: int = 0


DemandKey = tuple[int | None, int | None]
"""Area and department."""


def demand_of(
    bookings: Iterable[BookingSeen],
    known: Mapping[int, list[Stretch]],
    refused: Iterable[WishRefused],
    *,
    floor_of_area: Mapping[int, int],
    window: Stretch,
    until: datetime,
) -> dict[DemandKey, Demand]:
    """`known` says by booking id when somebody is known to have been there; minutes are those within `window`."""
    found: dict[DemandKey, Demand] = {}
    for booking in bookings:
        floor_id = floor_of_area.get(booking.area_id, booking.floor_id)
        counts = found.setdefault((booking.area_id, booking.department_id), Demand(floor_id))
        _count(booking, counts, known.get(booking.id, []), window, until)
    _count_refused(found, refused, floor_of_area)
    return {key: counts for key, counts in found.items() if counts != Demand(counts.floor_id)}


def _count(booking: BookingSeen, counts: Demand, known: list[Stretch], window: Stretch, until: datetime) -> None:
    fate = fate_of(booking, known, until)
    counts.as_booked += fate is Fate.AS_BOOKED
    counts.no_show += fate is Fate.NO_SHOW
    counts.not_used += fate is Fate.NOT_USED
    counts.cancelled += fate is Fate.CANCELLED
    counts.walk_ups += fate is Fate.WALK_UP
    due = fate in (Fate.AS_BOOKED, Fate.NO_SHOW, Fate.NOT_USED)
    counts.due += due
    counts.check_ins += booking.checked_in_at is not None and not booking.continued
    counts.spilled_over += booking.spilled_over and (due or fate is Fate.WALK_UP)
    held = held_of(booking, until)
    if held is not None:
        counts.booked_minutes += minutes_within([held], window)
        counts.confirmed_minutes += minutes_within(known, window)
    if fate in (Fate.NO_SHOW, Fate.NOT_USED):
        counts.unused_minutes += minutes_within([(booking.asked_start, booking.asked_end)], window)
    given_back = left_early(booking)
    if given_back is not None and fate in (Fate.AS_BOOKED, Fate.WALK_UP):
        counts.early_leave_minutes += minutes_within([given_back], window)


def _count_refused(
    found: dict[DemandKey, Demand], refused: Iterable[WishRefused], floor_of_area: Mapping[int, int]
) -> None:
    """A wish of one person for one area counts once a day; it was for want of a desk if it ever was."""
    wanted: dict[tuple[DemandKey, str], bool] = {}
    for wish in refused:
        key = ((wish.area_id, wish.department_id), wish.whose)
        wanted[key] = wanted.get(key, False) or wish.code in FOR_WANT_OF_A_DESK
    for (place, _whose), for_want in wanted.items():
        counts = found.setdefault(place, Demand(floor_of_area.get(place[0] or 0)))
        counts.refused += for_want
        counts.refused_by_rule += not for_want
