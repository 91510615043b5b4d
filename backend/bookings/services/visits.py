"""A visit that ends early gives back the desks held for the days after it."""

from django.db import transaction

from audit.models import Event
from bookings.models import Booking, BookingState
from bookings.services.booking import end_booking
from bookings.services.moment import locked_booking
from people.models import Person

VISIT_ENDED = "visit_ended"


def give_up_after_visit(event: Event) -> None:
    """Hear of `visitor.ended`: cancel what the visitor has booked beyond the last day. May be heard twice."""
    visitor = Person.objects.get(pk=event.subject_id)
    if visitor.active_to is None:
        return
    beyond = Booking.objects.of(visitor.pk).live().filter(day__gt=visitor.active_to)
    for booking_id in beyond.order_by("day", "pk").values_list("pk", flat=True):
        _give_up(booking_id)


@transaction.atomic
def _give_up(booking_id: int) -> None:
    booking = locked_booking(booking_id)
    if booking.state == BookingState.BOOKED:
        end_booking(booking, BookingState.CANCELLED, because=VISIT_ENDED)
