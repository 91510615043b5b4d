"""What is booked follows a change of layouts: the follower that relocation enters with spaces."""

from collections.abc import Sequence

from bookings.services.freeing import freed_together, places_opened
from bookings.services.offering import withdraw_offer
from bookings.services.relocating import follow_desks
from relocation.selectors.hall_days import HallDays
from relocation.selectors.lost import after_layouts
from relocation.selectors.proposals import proposals
from relocation.selectors.restored import desks_to_give_back
from relocation.services.displacing import give_up_all, move_all
from relocation.services.telling import tell_displaced, tell_restored
from spaces.policies.layout_change import ChangedStretch, Displaced, LayoutsChanged

LAYOUT = "layout"


def layouts_changed(change: LayoutsChanged) -> None:
    """Leave no live booking in the changed stretches at a desk that it cannot have there, and tell whom that concerns.

    Bookings whose desk stands elsewhere now go with it. Those that lost theirs are moved, as far as there are desks and
    the change says so, and given up otherwise. Whoever was moved before and could have the old desk again is asked.
    Runs in the transaction of the change, under the lock of all places alone; who waits for a desk comes after all.
    """
    hall = HallDays()
    found = after_layouts(change.stretches, hall, locked=True)
    with freed_together():
        for offer in found.offers:
            withdraw_offer(offer, because=LAYOUT)
        follow_desks(found.moved_along, because=LAYOUT)
        places = proposals(found.lost, hall) if change.displaced is Displaced.MOVE else {}
        moves = [(lost, places[lost.booking.pk]) for lost in found.lost if lost.booking.pk in places]
        outcomes = move_all(moves, because=LAYOUT)
        outcomes += give_up_all([lost for lost in found.lost if lost.booking.pk not in places], because=LAYOUT)
        tell_displaced(outcomes)
        give_back(change.stretches, hall)
    places_opened()


def give_back(stretches: Sequence[ChangedStretch] | None, hall: HallDays) -> None:
    """Offer old desks back to whoever was moved away from them; only on days of `stretches`, or (None) on all."""
    tell_restored(desks_to_give_back(stretches, hall))
