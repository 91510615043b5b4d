"""Close a place: what is booked there goes elsewhere or is given up, and its people hear of it."""

from dataclasses import replace

from django.db import transaction

from bookings.services.closing import close_and_displace, open_again
from bookings.services.freeing import freed_together
from core.interval import Interval
from core.locks import PLACES_AS_THEY_ARE, lock
from relocation.selectors.foreseen import Foreseen, foreseen
from relocation.selectors.hall_days import HallDays
from relocation.selectors.lost import Lost, lost_to_closure
from relocation.selectors.proposals import proposals
from relocation.services.displacing import Outcome, move_all
from relocation.services.following import give_back
from relocation.services.telling import tell_displaced
from spaces.models import Closure
from spaces.policies.closed_places import ClosedPlace, ClosedPlaceWanted
from spaces.policies.layout_change import Displaced

CLOSURE = "closure"


def foresee_closure(*, place: ClosedPlaceWanted, during: Interval, reason: str) -> list[Foreseen]:
    """Whom closing `place` would displace, and where each could go; changes nothing."""
    hall = HallDays(closing=_closed(place, during, reason))
    lost = lost_to_closure(place, during, hall)
    return foreseen(lost, proposals(lost, hall), hall)


@transaction.atomic
def close_and_relocate(
    *, place: ClosedPlaceWanted, during: Interval, reason: str, displaced: Displaced
) -> tuple[Closure, list[Foreseen]]:
    """Close the place in one transaction that nobody can book into, and tell everyone whom that displaces.

    With MOVE, bookings go to the desks proposed for them, as far as there are any. The others are given up as
    bookings.services.closing does, and their people are offered other desks.
    """
    lock(PLACES_AS_THEY_ARE)
    hall = HallDays(closing=_closed(place, during, reason))
    lost = lost_to_closure(place, during, hall, locked=True)
    places = proposals(lost, hall)
    told = foreseen(lost, places, hall, moved=displaced is Displaced.MOVE)
    moves = [(one, places[one.booking.pk]) for one in lost if one.booking.pk in places]
    if displaced is not Displaced.MOVE:
        moves = []
    moved = {one.booking.pk for one, _place in moves}
    with freed_together():
        outcomes = move_all(moves, because=CLOSURE)
        rest = [_given_up(one, during) for one in lost if one.booking.pk not in moved]
        closure, _cancelled = close_and_displace(place=place, during=during, reason=reason)
        tell_displaced([*outcomes, *rest], closure=closure)
    return closure, told


@transaction.atomic
def reopen(*, closure_id: int) -> Closure:
    """Lift the closure; who was moved away is asked whether to go back. Raises as `open_again` does."""
    lock(PLACES_AS_THEY_ARE)
    closure = open_again(closure_id=closure_id)
    give_back(None, HallDays())
    return closure


def _given_up(lost: Lost, during: Interval) -> Outcome:
    """A booking not begun loses only what lies from the closure's beginning on, where it is not moved."""
    booking = lost.booking
    begins = max(lost.during.start, during.start)
    return Outcome(replace(lost, during=Interval(begins, lost.during.end)), booking.desk_id, booking.desk.code)


def _closed(place: ClosedPlaceWanted, during: Interval, reason: str) -> ClosedPlace:
    return ClosedPlace(
        id=0,
        during=during,
        reason=reason,
        building_id=place.building_id,
        floor_id=place.floor_id,
        area_id=place.area_id,
        desk_id=place.desk_id,
    )
