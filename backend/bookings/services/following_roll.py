"""Bookings follow the roll: those of leavers are given up, and those of the moved at desks no longer theirs."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from audit.services import Happening, record_all
from bookings.models import Booking, BookingState
from bookings.selectors.after_moving import Kept, bookings_of_the_moved, coming_bookings
from bookings.services.booking import finish_booking
from bookings.services.freeing import freed_together, places_opened
from bookings.services.holder import KIND
from bookings.services.recording import record_bookings, snapshot
from core import clock
from core.locks import PLACES_AS_THEY_ARE, Locked
from directory.policies.roll_changed import Effect, RollChanged
from plans.services.ledger import let_go_all
from spaces.selectors import floor_plans

LEFT = "left"
MOVED = "moved"
LOST_BY_MOVING = "booking.lost_by_moving"
ROWS_AT_ONCE = 500


def locks(change: RollChanged) -> Iterable[tuple[Locked, int]]:
    """All places, alone: whoever books waits, and then books with the posts they have."""
    return [PLACES_AS_THEY_ARE] if change.left or change.moved else []


def bookings_follow(change: RollChanged) -> None:
    """Give up what leavers have booked, and what the moved have at desks that they may no longer book.

    Nobody is sent away from a desk that they sit at: a leaver who is checked in is checked out at this minute, and of
    the moved only what has not begun is looked at. What they keep belongs to the new department. Everybody who lost
    desks by moving is told once. Whoever waits is served when all desks are free.
    """
    lost = _given_up(_of_leavers(change), because=LEFT)
    kept, gone = bookings_of_the_moved(change, locked=True)
    _belong(kept)
    _given_up(gone, because=MOVED)
    _tell(gone)
    if lost or gone:
        places_opened()


def lost_bookings(change: RollChanged) -> list[Effect]:
    """Each booking that would be given up, and each desk whose person would not sit there any more."""
    leaving = [one for one in coming_bookings(change.left, change.day) if one.end > clock.now()]
    _, moving = bookings_of_the_moved(change)
    return [
        *(_effect(one, LEFT) for one in leaving),
        *(_effect(one, MOVED) for one in moving),
        *_assigned_desks(change),
    ]


def _assigned_desks(change: RollChanged) -> list[Effect]:
    """Each desk that is assigned to somebody who leaves or moves: facilities decide whose it is from then on."""
    plans = floor_plans(change.day)
    because = {**dict.fromkeys(change.moved_ids, MOVED), **dict.fromkeys(change.left, LEFT)}
    return [
        Effect("assigned_desk", desk.assigned_to_id, {"desk_code": desk.code, "because": because[desk.assigned_to_id]})
        for plan in plans
        for desk in plan.desks
        if desk.assigned_to_id in because
    ]


def _of_leavers(change: RollChanged) -> Sequence[Booking]:
    """Those that nobody sits at; whoever does is checked out here."""
    coming = coming_bookings(change.left, change.day, locked=True) if change.left else []
    now = clock.this_minute()
    ahead = []
    with freed_together():
        for booking in coming:
            if booking.state == BookingState.CHECKED_IN and booking.start < now < booking.end:
                finish_booking(booking, now)
            elif booking.end > now:
                ahead.append(booking)
    return ahead


def _given_up(bookings: Sequence[Booking], *, because: str) -> Sequence[Booking]:
    """Cancel these, their rows locked, in few statements. The caller holds all places and serves who waits."""
    now = clock.now()
    changed = [(booking, snapshot(booking)) for booking in bookings]
    for booking in bookings:
        booking.state, booking.ended_at, booking.ended_because = BookingState.CANCELLED, now, because
    ids = [booking.pk for booking in bookings]
    Booking.objects.filter(pk__in=ids).update(state=BookingState.CANCELLED, ended_at=now, ended_because=because)
    let_go_all(kind=KIND, holder_ids=ids, at=now)
    record_bookings(str(BookingState.CANCELLED), changed, because=because)
    return bookings


def _belong(kept: Iterable[tuple[Booking, Kept]]) -> None:
    changed = []
    for booking, stays in kept:
        if (booking.department_id, booking.spilled_over) != (stays.department_id, stays.spilled_over):
            booking.department_id, booking.spilled_over = stays.department_id, stays.spilled_over
            changed.append(booking)
    Booking.objects.bulk_update(changed, ["department_id", "spilled_over"], batch_size=ROWS_AT_ONCE)


def _tell(gone: Sequence[Booking]) -> None:
    of_person: dict[int, list[Booking]] = defaultdict(list)
    for booking in gone:
        of_person[booking.person_id].append(booking)
    record_all(
        [
            Happening(
                kind=LOST_BY_MOVING,
                subject_kind="person",
                subject_id=person_id,
                after={
                    "person": person_id,
                    "bookings": [booking.pk for booking in bookings],
                    "days": sorted({booking.day.isoformat() for booking in bookings}),
                    "desk_codes": sorted({booking.desk.code for booking in bookings}),
                },
            )
            for person_id, bookings in of_person.items()
        ]
    )


def _effect(booking: Booking, because: str) -> Effect:
    facts: dict[str, Any] = {
        "day": booking.day.isoformat(),
        "start": booking.start.isoformat(),
        "end": booking.end.isoformat(),
        "desk_code": booking.desk.code,
        "repeated": booking.repeated,
        "because": because,
    }
    return Effect("booking", booking.person_id, facts)
