"""Assigned desks lent for a day."""

from datetime import date

from bookings.models import DeskLoan
from core import clock
from core.revision import PerRevision


def lent_desks(day: date, revision: int) -> frozenset[int]:
    """The ids of the desks lent on `day`; `revision` is that of Slow.LOANS."""
    return _of_day.get(day, revision)


def coming_loans(person_id: int) -> list[DeskLoan]:
    """The person's standing loans from today on, in order of the day."""
    loans = DeskLoan.objects.filter(lent_by_id=person_id, day__gte=clock.today(), withdrawn_at__isnull=True)
    return list(loans.order_by("day", "pk"))


def _read(day: date) -> frozenset[int]:
    return frozenset(DeskLoan.objects.filter(day=day, withdrawn_at__isnull=True).values_list("desk_id", flat=True))


_of_day = PerRevision(_read)
