"""Joining the line of an area's day, and leaving it."""

from datetime import datetime

from django.db import transaction

from bookings.models import Booking
from bookings.services.offering import end_offer, locked_offer
from core import clock
from core.insert import insert_unless_conflict
from core.refused import Refused
from waitlists.models import ONE_WAIT_AT_A_TIME, Wait
from waitlists.policies.refusals import WaitRefusal
from waitlists.policies.states import LIVE_WAITS, WaitState
from waitlists.selectors.joining import Wanted, areas_to_wait_for
from waitlists.services.line_lock import join_alone
from waitlists.services.recording import record_wait


@transaction.atomic
def join_line(*, person_id: int, wanted: Wanted, book_until: datetime | None = None) -> Wait:
    """Stand in line. Raises Refused as a booking there would be, `desks_are_free`, `no_desk_fits`, `already_waiting`.

    With `book_until`, a desk that comes before that instant is booked without asking; later it is offered.
    """
    join_alone(wanted.day)
    wait = Wait(
        person_id=person_id,
        day=wanted.day,
        during=wanted.during.as_range(),
        area_id=wanted.area_id,
        area_ids=areas_to_wait_for(person_id, wanted),
        features=sorted(set(wanted.features)),
        book_until=book_until,
        state=WaitState.WAITING,
        joined_at=clock.now(),
    )
    if not insert_unless_conflict(wait, ONE_WAIT_AT_A_TIME):
        raise Refused(WaitRefusal.ALREADY_WAITING)
    record_wait("joined", wait, area_ids=wait.area_ids)
    return wait


def leave_line(*, wait_id: int) -> Wait:
    """Wait no longer; an offer that stands goes to the next. Raises Refused (`wait_is_over`) where it has ended."""
    while True:
        wait = Wait.objects.get(pk=wait_id)
        if wait.state not in LIVE_WAITS:
            raise Refused(WaitRefusal.WAIT_IS_OVER)
        left = _leave_waiting(wait) if wait.booking_id is None else _leave_offered(wait, wait.booking_id)
        if left:
            return wait


@transaction.atomic
def _leave_waiting(wait: Wait) -> bool:
    """False where the person has been offered a desk meanwhile: then the desk has to be locked first."""
    rows = Wait.objects.filter(pk=wait.pk, state=WaitState.WAITING)
    if not rows.update(state=WaitState.LEFT, ended_at=clock.now()):
        return False
    wait.refresh_from_db()
    record_wait("left", wait)
    return True


@transaction.atomic
def _leave_offered(wait: Wait, booking_id: int) -> bool:
    try:
        offer, _ = locked_offer(booking_id)
    except Refused:
        return False
    return end_wait_and_offer(wait, offer, WaitState.LEFT)


def end_wait_and_offer(wait: Wait, offer: Booking, state: WaitState) -> bool:
    """End the wait in `state` and the locked offer with it, which goes to the next; False where it has ended."""
    locked = Wait.objects.select_for_update().get(pk=wait.pk)
    if locked.state != WaitState.OFFERED or locked.booking_id != offer.pk:
        return False
    wait.state, wait.ended_at = state, clock.now()
    wait.save(update_fields=["state", "ended_at"])
    record_wait(_EVENT[state], wait, desk_code=offer.desk.code)
    end_offer(offer, because=str(state))
    return True


_EVENT = {WaitState.LEFT: "left", WaitState.DECLINED: "declined", WaitState.LAPSED: "offer_lapsed"}
