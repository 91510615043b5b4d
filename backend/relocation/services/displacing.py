"""Take displaced bookings to another desk, or give them up."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from bookings.models import Booking
from bookings.selectors.many_wishes import Bookers, wishes_of
from bookings.services.booking import cut_booking
from bookings.services.closing import give_up_from
from bookings.services.relocating import book_in_place_of, relocate_all, relocate_booking
from core import clock
from relocation.selectors.lost import Lost
from spaces.selectors.desks import DeskOnFloor


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a booking that lost its desk: `new` holds `place` instead, or nothing does (None)."""

    lost: Lost
    from_desk_id: int
    from_desk_code: str
    new: Booking | None = None
    place: DeskOnFloor | None = None


@transaction.atomic
def move_all(moves: Sequence[tuple[Lost, DeskOnFloor]], *, because: str) -> list[Outcome]:
    """Move each booking to its desk, which is free and proposed to nobody else.

    The caller holds the lock of all places alone, and the rows. What has not begun goes over in a few statements;
    bookings under way one by one, since what has been stays as it was.
    """
    now = clock.this_minute()
    old = {lost.booking.pk: (lost.booking.desk_id, lost.booking.desk.code) for lost, _place in moves}
    ahead = [(lost, place) for lost, place in moves if lost.whole and lost.booking.start > now]
    bookers = Bookers({lost.booking.person_id for lost, _place in ahead})
    wishes = wishes_of([(lost.booking.person_id, place, lost.during) for lost, place in ahead], bookers)
    relocate_all([(lost.booking, wish) for (lost, _place), wish in zip(ahead, wishes, strict=True)], because=because)
    moved_whole = {lost.booking.pk for lost, _place in ahead}
    return [
        Outcome(
            lost,
            *old[lost.booking.pk],
            new=lost.booking if lost.booking.pk in moved_whole else _move_rest(lost, place, because),
            place=place,
        )
        for lost, place in moves
    ]


@transaction.atomic
def give_up_all(lost: Sequence[Lost], *, because: str) -> list[Outcome]:
    """Give up what is still to come of the bookings; who sits there is checked out at this minute. Rows are locked."""
    outcomes = [Outcome(one, one.booking.desk_id, one.booking.desk.code) for one in lost]
    for one in lost:
        give_up_from(one.booking, clock.this_minute(), because=because)
    return outcomes


def _move_rest(lost: Lost, place: DeskOnFloor, because: str) -> Booking:
    booking, during = lost.booking, lost.during
    if during.start <= clock.this_minute():
        return relocate_booking(booking_id=booking.pk, desk_id=place.desk.id, because=because)
    cut_booking(booking, during.start, because=because)
    return book_in_place_of(booking=booking, desk_id=place.desk.id, during=during, because=because)
