"""Bookings of days that were long ago: the desk and the times stay, whoever it was does not."""

from datetime import date

from bookings.models import Booking, DeskLoan, RefusedAttempt
from people.services.forgetting import nobody_in_particular


def forget_day(day: date) -> int:
    """Bookings, loans and refused wishes of `day` name nobody any more. See core.forgetting.Forget."""
    nobody = nobody_in_particular()
    bookings = Booking.objects.filter(day=day).exclude(person_id=nobody).update(person_id=nobody, booked_by=None)
    loans = DeskLoan.objects.filter(day=day).exclude(lent_by_id=nobody).update(lent_by_id=nobody)
    wishes = RefusedAttempt.objects.filter(day=day).exclude(whose="").update(whose="")
    return bookings + loans + wishes
