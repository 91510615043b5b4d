"""The holder of an assigned desk lends it for a day, and takes it back while nobody has booked it."""

from datetime import date

from django.db import IntegrityError, transaction

from audit.services import record
from bookings.models import Booking, DeskLoan
from bookings.policies.refusals import BookingRefusal
from bookings.selectors.rivals import desk_taken
from bookings.services.deciding import queue_for
from bookings.services.freeing import desk_freed
from core import clock
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow, bump
from spaces.selectors import placed_desk


@transaction.atomic
def lend_desk(*, person_id: int, desk_id: int, day: date) -> DeskLoan:
    """Let others book the person's assigned desk on `day`; refused for another's desk, a past day, or twice."""
    queue_for(person_id, desk_id)
    if day < clock.today():
        raise Refused(BookingRefusal.IN_THE_PAST)
    place = placed_desk(desk_id, day)
    if place is None:
        raise Refused(BookingRefusal.DESK_NOT_IN_LAYOUT)
    if place.desk.assigned_to_id != person_id:
        raise Refused(BookingRefusal.NOT_ASSIGNED_TO_YOU)
    try:
        with transaction.atomic():
            loan = DeskLoan.objects.create(desk_id=desk_id, day=day, lent_by_id=person_id)
    except IntegrityError as error:
        raise Refused(BookingRefusal.ALREADY_LENT) from error
    _changed("lent", loan)
    desk_freed(desk_id, day, Interval(clock.day_start(day), clock.day_end(day)))
    return loan


@transaction.atomic
def withdraw_loan(*, loan_id: int) -> DeskLoan:
    """Take the desk back for the day. Raises Refused (`loan_in_use`) when somebody else has booked it meanwhile."""
    seen = DeskLoan.objects.get(pk=loan_id)
    queue_for(seen.lent_by_id, seen.desk_id)
    loan = DeskLoan.objects.select_for_update().select_related("desk").get(pk=loan_id)
    if loan.withdrawn_at is not None:
        raise Refused(BookingRefusal.LOAN_WITHDRAWN)
    whole_day = Interval(clock.day_start(loan.day), clock.day_end(loan.day))
    others = (
        Booking.objects.standing()
        .filter(desk_id=loan.desk_id)
        .overlapping(whole_day)
        .exclude(person_id=loan.lent_by_id)
    )
    if others.exists():
        rival = desk_taken(loan.desk_id, whole_day, loan.desk.code)
        raise Refused(BookingRefusal.LOAN_IN_USE, rival.facts if rival else {})
    loan.withdrawn_at = clock.now()
    loan.save(update_fields=["withdrawn_at"])
    _changed("taken_back", loan)
    return loan


def _changed(kind: str, loan: DeskLoan) -> None:
    bump(Slow.LOANS)
    after = {"desk": loan.desk_id, "day": loan.day.isoformat(), "person": loan.lent_by_id}
    record(kind=f"desk_loan.{kind}", subject_kind="desk_loan", subject_id=loan.pk, after=after)
