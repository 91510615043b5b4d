"""What would be allowed instead: the nearest free desks where the person may sit."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from bookings.policies.refusals import BookingRefusal
from bookings.selectors.facts import Wish
from core.refused import Refused
from spaces.selectors.desks import DeskOnFloor

AT_MOST = 3

ANOTHER_DESK_WOULD_DO = frozenset(
    {
        BookingRefusal.DESK_TAKEN,
        BookingRefusal.CLOSED,
        BookingRefusal.AREA_NOT_YOURS,
        BookingRefusal.OWN_AREA_HAS_ROOM,
        BookingRefusal.DROP_IN_ONLY_NOW,
        BookingRefusal.ASSIGNED_TO_ANOTHER,
        BookingRefusal.DESK_UNAVAILABLE,
    }
)


@dataclass(frozen=True, slots=True)
class Alternative:
    """A desk that was free a moment ago."""

    desk: int
    desk_code: str
    area_name: str
    floor: int


def with_alternatives(refused: Refused, wish: Wish) -> Refused:
    """The refusal with up to three desks to book instead, where another desk would do; at most two queries."""
    if refused.code not in ANOTHER_DESK_WOULD_DO:
        return refused
    return Refused(refused.code, {**refused.facts, "instead": free_desks_near(wish)})


def free_desks_near(wish: Wish) -> list[Alternative]:
    """The free desks nearest to the wanted one in the first area of the person's order that has any."""
    order = wish.area_order()
    first = _first_free(wish, order.own) or _first_free(wish, [*order.overflow, *order.common])
    nearest = sorted(first, key=lambda place: _apart(place, wish.place))
    return [
        Alternative(place.desk.id, place.desk.code, place.area.name, place.plan.floor.id) for place in nearest[:AT_MOST]
    ]


def _first_free(wish: Wish, area_ids: Sequence[int]) -> list[DeskOnFloor]:
    free = wish.free_desks(area_ids) if area_ids else {}
    others = ([place for place in free[area_id] if place.desk.id != wish.place.desk.id] for area_id in area_ids)
    return next(filter(None, others), [])


def _apart(place: DeskOnFloor, wanted: DeskOnFloor) -> tuple[bool, float, str]:
    """Desks of the wanted floor first, by metres; then by code."""
    metres = hypot(place.desk.x - wanted.desk.x, place.desk.y - wanted.desk.y)
    return place.plan.floor.id != wanted.plan.floor.id, metres, place.desk.code
