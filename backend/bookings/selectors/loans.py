"""Assigned desks lent for a day."""

from datetime import date

from bookings.models import DeskLoan
from core.revision import PerRevision


def lent_desks(day: date, revision: int) -> frozenset[int]:
    """The ids of the desks lent on `day`; `revision` is that of Slow.LOANS."""
    return _of_day.get(day, revision)


def _read(day: date) -> frozenset[int]:
    return frozenset(DeskLoan.objects.filter(day=day, withdrawn_at__isnull=True).values_list("desk_id", flat=True))


_of_day = PerRevision(_read)
