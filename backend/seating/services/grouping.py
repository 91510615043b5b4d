"""Desks for several people in one act, all or nothing; and giving them up again."""

from collections.abc import Mapping

from django.db import transaction

from audit.services import record
from bookings.models import Booking, BookingState
from bookings.services.booking import book_desk, cancel_booking
from bookings.services.deciding import queue_for_all
from core import clock
from core.interval import Interval
from core.refused import Refused
from people.models import Person
from seating.models import GroupBooking, GroupSeat
from seating.policies.discretion import Discretion
from seating.policies.refusals import SeatingRefusal
from seating.services.naming_the_person import refused_for


@transaction.atomic
def book_group(
    *, made_by: int, seats: Mapping[int, int], asked: Interval, note: str = "", discretion: Discretion | None = None
) -> GroupBooking:
    """Book each person (key) the desk (value), all or nothing.

    Every lock is taken before the first booking, so groups, draws and single bookings never wait for each other in a
    circle. Raises Refused with the `person` whose booking was refused, by `discretion`; then nobody has anything.
    """
    queue_for_all(seats.keys(), seats.values())
    people = Person.objects.in_bulk(seats.keys())
    group = GroupBooking.objects.create(
        made_by_id=made_by,
        day=clock.city_day(asked.start),
        during=asked.as_range(),
        note=note,
        created_at=clock.now(),
    )
    discretion = discretion or Discretion(made_by)
    bookings = {person_id: _book(people[person_id], desk_id, asked, discretion) for person_id, desk_id in seats.items()}
    GroupSeat.objects.bulk_create(
        [GroupSeat(group=group, person_id=person_id, booking=booking) for person_id, booking in bookings.items()]
    )
    _record("booked", group, list(bookings))
    return group


@transaction.atomic
def cancel_group(*, group_id: int) -> GroupBooking:
    """Give up every booking of the group that nobody has come to. Raises Refused where none is left."""
    group = GroupBooking.objects.select_for_update().get(pk=group_id)
    bookings = Booking.objects.filter(group_seat__group=group)
    people = list(bookings.values_list("person_id", flat=True))
    queue_for_all(people, [])
    queue_for_all(people, bookings.values_list("desk_id", flat=True))
    left = bookings.filter(state=BookingState.BOOKED, during__endswith__gt=clock.now()).order_by("pk")
    given_up = [cancel_booking(booking_id=pk).person_id for pk in list(left.values_list("pk", flat=True))]
    if not given_up:
        raise Refused(SeatingRefusal.GROUP_IS_OVER)
    _record("cancelled", group, given_up)
    return group


def _book(person: Person, desk_id: int, asked: Interval, discretion: Discretion) -> Booking:
    try:
        return book_desk(person_id=person.pk, desk_id=desk_id, during=asked)
    except Refused as refused:
        raise refused_for(discretion.told(refused, person.pk), person) from refused


def _record(what: str, group: GroupBooking, people: list[int]) -> None:
    during = Interval.of_range(group.during)
    desks = group.seats.values_list("person_id", "booking__desk__code")
    record(
        kind=f"group.{what}",
        subject_kind="group",
        subject_id=group.pk,
        after={
            "people": people,
            "day": group.day.isoformat(),
            "start": during.start.isoformat(),
            "end": during.end.isoformat(),
            "made_by": group.made_by_id,
            "made_by_name": group.made_by.name,
            "desks": {str(person): code for person, code in desks},
            "note": group.note,
        },
    )
