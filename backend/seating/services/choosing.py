"""Choose a desk for somebody, and book what was chosen."""

import secrets
from dataclasses import asdict

from django.db import transaction

from bookings.models import Booking
from bookings.policies.refusals import BookingRefusal
from bookings.services.booking import book_desk, change_booking, wish_as_asked
from bookings.services.deciding import queue_for_all, refuse_unless_allowed
from core import clock
from core.interval import Interval
from core.refused import Refused
from people.policies.visibility import Viewer
from seating.models import DeskChoice
from seating.policies.choosing import choose
from seating.policies.refusals import SeatingRefusal
from seating.selectors.candidates import DeskWanted, candidates_for
from seating.selectors.choices import choice_of_record

MOST_CHOICES = 3
"""Times a desk is chosen anew in one act when rivals took all that were as good."""

MOST_TRIES = 8
"""Desks locked at once when a choice is booked: the first of the equals and those drawn after it."""

A_RIVAL_WAS_QUICKER = frozenset({BookingRefusal.DESK_TAKEN, BookingRefusal.CLOSED})


@transaction.atomic
def choose_desk(*, wanted: DeskWanted, viewer: Viewer, giving_up: int | None = None) -> DeskChoice:
    """Choose a desk and remember from what; books nothing.

    Raises Refused where nothing is free, or with the rule that refuses the person a desk at that time. `giving_up` is
    the person's booking that would go for it, which then does not count against the allowance.
    """
    found = candidates_for(wanted, viewer)
    near_person = found.near_known
    choice = choose(found.desks, near_person=near_person, seed=secrets.token_hex(8))
    if choice is None:
        raise Refused(SeatingRefusal.NO_DESK_TO_CHOOSE)
    refuse_unless_allowed(wish_as_asked(wanted.person_id, choice.chosen.desk_id, wanted.asked), but=giving_up)
    return DeskChoice.objects.create(
        person_id=wanted.person_id,
        day=clock.city_day(wanted.asked.start),
        during=wanted.asked.as_range(),
        near=wanted.near,
        near_known=near_person,
        features=list(wanted.features),
        seed=choice.seed,
        candidates=[asdict(one) for one in found.desks],
        desk_id=choice.chosen.desk_id,
        created_at=clock.now(),
    )


@transaction.atomic
def book_choice(*, choice_id: int, giving_up: int | None = None) -> DeskChoice:
    """Book the chosen desk; where somebody was quicker, the next of its equals, as they were drawn.

    `giving_up` is the person's booking that is moved there instead of making a second one. All in one transaction:
    a refusal that another desk would not mend leaves everything as it was.
    """
    record = DeskChoice.objects.select_for_update().get(pk=choice_id)
    if record.booking_id is not None:
        raise Refused(SeatingRefusal.CHOICE_IS_BOOKED)
    equals = choice_of_record(record).equals[:MOST_TRIES]
    held = _desk_given_up(giving_up)
    queue_for_all([record.person_id], [*(one.desk_id for one in equals), *held])
    asked = Interval.of_range(record.during)
    refused: Refused | None = None
    for one in equals:
        try:
            with transaction.atomic():
                booking = _book(record.person_id, one.desk_id, asked, giving_up)
        except Refused as error:
            if error.code not in A_RIVAL_WAS_QUICKER:
                raise
            refused = refused or error
            record.missed = [*record.missed, one.desk_id]
            continue
        record.desk_id, record.booking = one.desk_id, booking
        record.save(update_fields=["desk", "booking", "missed"])
        return record
    raise refused or Refused(SeatingRefusal.NO_DESK_TO_CHOOSE)


@transaction.atomic
def choose_and_book(*, wanted: DeskWanted, viewer: Viewer, giving_up: int | None = None) -> DeskChoice:
    """Choose and book in one act. Where rivals took every desk that was as good, the next best are chosen from.

    Each choice that fails is rolled back with its locks, so locks are never added to those of another choice.
    """
    for _ in range(MOST_CHOICES - 1):
        try:
            with transaction.atomic():
                return _chosen_and_booked(wanted, viewer, giving_up)
        except Refused as refused:
            if refused.code not in A_RIVAL_WAS_QUICKER:
                raise
    return _chosen_and_booked(wanted, viewer, giving_up)


def _chosen_and_booked(wanted: DeskWanted, viewer: Viewer, giving_up: int | None) -> DeskChoice:
    choice = choose_desk(wanted=wanted, viewer=viewer, giving_up=giving_up)
    return book_choice(choice_id=choice.pk, giving_up=giving_up)


def _book(person_id: int, desk_id: int, asked: Interval, giving_up: int | None) -> Booking:
    if giving_up is None:
        return book_desk(person_id=person_id, desk_id=desk_id, during=asked)
    return change_booking(booking_id=giving_up, desk_id=desk_id, during=asked)


def _desk_given_up(booking_id: int | None) -> list[int]:
    if booking_id is None:
        return []
    return list(Booking.objects.filter(pk=booking_id).values_list("desk_id", flat=True))
