"""People answer: keep the desk they were moved to, take another, or do without."""

from django.db import transaction

from bookings.models import Booking
from bookings.policies.refusals import BookingRefusal
from bookings.policies.states import LIVE
from bookings.services.booking import cancel_booking
from bookings.services.deciding import queue_for
from bookings.services.relocating import book_in_place_of, relocate_booking
from core import clock
from core.refused import Refused
from relocation.models import Displacement
from relocation.policies.causes import OPEN, Because, DisplacementState
from relocation.policies.refusals import RelocationRefusal
from relocation.selectors.hall_days import HallDays
from relocation.selectors.mine import standing_booking, wanted_of
from relocation.selectors.proposals import within_reach
from relocation.services.telling import record_answer

BY_CHOICE = "person"


@transaction.atomic
def accept(*, displacement_id: int, desk_id: int | None) -> Displacement:
    """Take `desk_id`, or (None) keep the desk one was moved to, or go back to the one that is offered back.

    The window, the allowance and the hours are not asked: nobody wished for this. Raises Displacement.DoesNotExist, or
    Refused: `displacement_answered`, `displacement_over`, `area_not_yours` for a desk where the person may not sit,
    and whatever keeps a desk from being held.
    """
    row = _locked(displacement_id, desk_id)
    standing = standing_booking(row)
    wanted = desk_id or row.back_to_id or (standing.desk_id if standing else None)
    if wanted is None:
        raise Refused(BookingRefusal.DESK_NOT_IN_LAYOUT)
    if standing is None or wanted != standing.desk_id:
        row.new_booking = _take(row, standing, wanted)
    else:
        row.new_booking = standing
    return _answered(row, DisplacementState.ACCEPTED)


@transaction.atomic
def decline(*, displacement_id: int) -> Displacement:
    """Do without: a booking that was moved is cancelled, an offer is turned down. Raises as `accept`, and Refused
    (`already_checked_in`) for a person who sits there."""
    row = _locked(displacement_id, None)
    if row.state == DisplacementState.MOVED and row.new_booking_id is not None and standing_booking(row) is not None:
        cancel_booking(booking_id=row.new_booking_id, because=BY_CHOICE)
    return _answered(row, DisplacementState.DECLINED)


def lapse_over() -> int:
    """Mark offers whose time is over without an answer; answers how many."""
    over = Displacement.objects.filter(
        state=DisplacementState.OFFERED, day__lte=clock.today(), during__endswith__lte=clock.now()
    )
    return over.update(state=DisplacementState.LAPSED)


def _locked(displacement_id: int, desk_id: int | None) -> Displacement:
    seen = Displacement.objects.get(pk=displacement_id)
    queue_for(seen.person_id, *_desks(seen), *([] if desk_id is None else [desk_id]))
    locked = Displacement.objects.select_for_update(of=("self",)).select_related("booking", "new_booking")
    row: Displacement = locked.get(pk=displacement_id)
    if row.state not in OPEN:
        raise Refused(RelocationRefusal.DISPLACEMENT_ANSWERED)
    if row.interval.end <= clock.this_minute():
        raise Refused(RelocationRefusal.DISPLACEMENT_OVER)
    return row


def _desks(row: Displacement) -> list[int]:
    bookings = Booking.objects.filter(pk__in=[pk for pk in (row.booking_id, row.new_booking_id) if pk is not None])
    desks = set(bookings.values_list("desk_id", flat=True))
    return sorted(desks | ({row.back_to_id} if row.back_to_id is not None else set()))


def _take(row: Displacement, standing: Booking | None, desk_id: int) -> Booking:
    wanted = wanted_of(row)
    if not within_reach(wanted, desk_id, HallDays()):
        raise Refused(BookingRefusal.AREA_NOT_YOURS)
    if standing is not None:
        return relocate_booking(booking_id=standing.pk, desk_id=desk_id, because=BY_CHOICE)
    if row.because == Because.RESTORED and row.booking.state not in LIVE:
        raise Refused(BookingRefusal.ALREADY_ENDED)
    return book_in_place_of(booking=row.booking, desk_id=desk_id, during=wanted.during, because=BY_CHOICE)


def _answered(row: Displacement, state: DisplacementState) -> Displacement:
    row.state, row.answered_at = state, clock.now()
    row.save(update_fields=["state", "answered_at", "new_booking"])
    record_answer(str(state), row)
    return row
