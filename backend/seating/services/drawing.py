"""座席抽選: propose it, do it in one act, and undo it as a whole."""

import secrets

from django.db import transaction

from audit.services import record
from bookings.models import Booking, BookingState
from bookings.policies.refusals import BookingRefusal
from bookings.services.booking import book_desk, cancel_booking
from bookings.services.deciding import queue_for_all
from bookings.services.freeing import freed_together
from bookings.services.release import restore_booking
from core import clock
from core.interval import Interval
from core.refused import Refused
from people.models import Person
from seating.models import DrawnSeat, DrawState, SectionDraw
from seating.policies.draw_record import as_written
from seating.policies.refusals import SeatingRefusal
from seating.selectors.draw_plan import (
    DrawAsked,
    DrawPlan,
    SeatPlanned,
    desks_in_question,
    draw_plan,
    drawers_in_question,
)
from seating.services.naming_the_person import refused_for


def propose_draw(*, asked: DrawAsked) -> tuple[SectionDraw, DrawPlan]:
    """What the draw would come to. The seed is drawn at the first look and stays for that department and stretch."""
    proposed = _proposed(asked)
    return proposed, draw_plan(asked, proposed.seed)


@transaction.atomic
def draw_section(*, asked: DrawAsked, drawn_by: int | None) -> tuple[SectionDraw, DrawPlan]:
    """Draw and book every desk, all or nothing.

    Locks the people first and then every desk in question, so that what is read afterwards stays as it is until the
    commit. Raises Refused: nobody to draw for, or a booking's own refusal with the `person` it is about.
    """
    proposed = SectionDraw.objects.select_for_update().get(pk=_proposed(asked).pk)
    if proposed.state != DrawState.PROPOSED:  # another did it while this one waited: there is a new proposal
        proposed = SectionDraw.objects.select_for_update().get(pk=_proposed(asked).pk)
    people = drawers_in_question(asked)
    queue_for_all(people, [])
    held = Booking.objects.live().within(asked.day, asked.during).filter(person_id__in=people)
    queue_for_all(people, [*desks_in_question(asked), *held.values_list("desk_id", flat=True)])
    plan = draw_plan(asked, proposed.seed)
    if not plan.drawn.order:
        raise Refused(SeatingRefusal.NOBODY_TO_DRAW)
    ranks = {desk.desk_id: desk.rank for desk in plan.wanted.desks}
    # Nearer areas first: an overflow area is for those whose own areas are full, and they are full only then.
    in_order = sorted(plan.seats, key=lambda seat: (ranks.get(_desk_id(seat) or 0, 0), seat.person.number))
    with freed_together():  # who waits for a desk comes after those who draw
        for seat in plan.seats:
            for booking in seat.gives_up:
                cancel_booking(booking_id=booking.pk)
        booked = {seat.person.pk: _book(seat, asked.during) for seat in in_order if seat.outcome == "gets"}
    proposed.state = DrawState.DONE
    proposed.existing = "redraw" if asked.redraw else "keep"
    proposed.wanted = as_written(plan.wanted)
    proposed.repeated = plan.drawn.repeated
    proposed.drawn_by_id = drawn_by
    proposed.done_at = clock.now()
    proposed.save()
    DrawnSeat.objects.bulk_create([_row(proposed, seat, booked.get(seat.person.pk)) for seat in plan.seats])
    _record("done", proposed, [seat.person.pk for seat in plan.seats if seat.outcome in ("gets", "none")])
    return proposed, plan


@transaction.atomic
def undo_draw(*, draw_id: int) -> tuple[SectionDraw, list[Person]]:
    """Cancel the draw's bookings that nobody has come to or changed, and book again what was given up for it.

    Answers those whose earlier desk could not be given back because somebody has it now. What people changed or
    checked in to since is theirs and stays.
    """
    row = SectionDraw.objects.select_for_update().get(pk=draw_id)
    if row.state != DrawState.DONE:
        raise Refused(SeatingRefusal.DRAW_IS_UNDONE)
    seats = list(row.seats.select_related("person__department", "booking").order_by("person__number"))
    people = [seat.person_id for seat in seats]
    queue_for_all(people, [])
    earlier = {one.pk: one for one in Booking.objects.filter(pk__in=[pk for seat in seats for pk in seat.gave_up])}
    now = Booking.objects.filter(pk__in=[seat.booking_id for seat in seats if seat.booking_id])
    queue_for_all(people, [*(one.desk_id for one in earlier.values()), *now.values_list("desk_id", flat=True)])
    with freed_together():  # and after those who get their earlier desks back
        cancelled = {seat.person_id for seat in seats if _cancelled(seat)}
        lost = [
            seat.person for seat in seats if False in [_given_back(seat, earlier[pk], cancelled) for pk in seat.gave_up]
        ]
    row.state = DrawState.UNDONE
    row.undone_at = clock.now()
    row.save(update_fields=["state", "undone_at"])
    _record("undone", row, sorted(cancelled | {person.pk for person in lost}))
    return row, lost


def _proposed(asked: DrawAsked) -> SectionDraw:
    row, _made = SectionDraw.objects.get_or_create(
        department=asked.department,
        during=asked.during.as_range(),
        state=DrawState.PROPOSED,
        defaults={"day": asked.day, "seed": secrets.token_hex(8), "created_at": clock.now()},
    )
    return row


def _book(seat: SeatPlanned, during: Interval) -> Booking:
    desk_id = _desk_id(seat)
    if desk_id is None:
        raise LookupError(f"{seat.person.pk} gets a desk that is none")
    try:
        return book_desk(person_id=seat.person.pk, desk_id=desk_id, during=during)
    except Refused as refused:
        raise refused_for(refused, seat.person) from refused


def _desk_id(seat: SeatPlanned) -> int | None:
    return seat.desk.desk.id if seat.desk else None


def _row(draw: SectionDraw, seat: SeatPlanned, booking: Booking | None) -> DrawnSeat:
    return DrawnSeat(
        draw=draw,
        person=seat.person,
        outcome=seat.outcome,
        desk_id=_desk_id(seat),
        booking=booking or seat.booking,
        gave_up=[booking.pk for booking in seat.gives_up],
        reasons=[_plain(reason) for reason in seat.reasons],
    )


def _plain(reason: dict[str, object]) -> dict[str, object]:
    refusal = reason.get("refusal")
    return {**reason, "refusal": str(refusal)} if isinstance(refusal, Refused) else reason


def _cancelled(seat: DrawnSeat) -> bool:
    """Whether the booking that the draw made is given up now."""
    if seat.outcome != "gets" or seat.booking_id is None:
        return False
    booking = Booking.objects.get(pk=seat.booking_id)
    if booking.state != BookingState.BOOKED or booking.desk_id != seat.desk_id or booking.end <= clock.now():
        return False
    cancel_booking(booking_id=booking.pk)
    return True


def _given_back(seat: DrawnSeat, earlier: Booking, cancelled: set[int]) -> bool:
    """Whether the desk given up for the draw is booked again; there is nothing to give back to who kept the new one.

    As long as it can be restored it is the same booking, and so still a date of its series or a seat of its group.
    """
    if seat.outcome == "gets" and seat.person_id not in cancelled:
        return True
    try:
        with transaction.atomic():
            restore_booking(booking_id=earlier.pk)
        return True
    except Refused as refused:
        if refused.code != BookingRefusal.UNDO_OVER:
            return False
    try:
        with transaction.atomic():
            book_desk(
                person_id=seat.person_id,
                desk_id=earlier.desk_id,
                during=Interval.of_range(earlier.booked_during),
                repeated=earlier.repeated,
            )
    except Refused:
        return False
    return True


def _record(what: str, draw: SectionDraw, people: list[int]) -> None:
    record(
        kind=f"draw.{what}",
        subject_kind="draw",
        subject_id=draw.pk,
        after={
            "people": people,
            "day": draw.day.isoformat(),
            "start": Interval.of_range(draw.during).start.isoformat(),
            "end": Interval.of_range(draw.during).end.isoformat(),
            "department": draw.department_id,
            "department_name": draw.department.name,
            "desks": {
                str(person): code
                for person, code in draw.seats.filter(desk__isnull=False).values_list("person_id", "desk__code")
            },
            "seed": draw.seed,
        },
    )
