"""The weeks of the hall's gate log: passages as the gates wrote them, and the desks that were held meanwhile."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from django.db import transaction
from django.utils.crypto import salted_hmac

from bookings.models import Booking, RefusedAttempt
from bookings.policies.refusals import BookingRefusal
from bookings.policies.states import BookingState
from bookings.selectors.asked import part_of_day
from bookings.services.holder import KIND
from core import clock
from core.copying import copy_rows
from core.interval import Interval
from core.locks import Locked, lock
from demonstration.policies.past import PastBooking, PastWish, past_day
from demonstration.services.areas import areas_to_fill
from demonstration.services.filling import staff_on
from demonstration.services.rules import RELEASE_AFTER_MINUTES, RELEASING_FLOOR
from gates.services.passages_import import import_gate_log
from occupancy.selectors.stays import stays_between
from occupancy.services.deferring import build_overdue_soon
from plans.models import AttendancePlan, Place
from plans.selectors.working_days import city_calendar
from spaces.policies.floor_plan import FloorPlan
from spaces.selectors import floor_plans

FIRST_DAY, LAST_DAY = dt.date(2026, 9, 28), dt.date(2026, 11, 20)
"""The days of demonstration/hall/gate-log."""


def load_past(folder: Path) -> int:
    """Take over the gate log of the hall and book its weeks, once; answers how many bookings were made.

    Days on which somebody booked already are left alone. The facts of the days are built afterwards.
    """
    for log in sorted((folder / "gate-log").glob("*.csv.gz")):
        import_gate_log(file=log)
    made = sum(_fill(day) for day in _days())
    build_overdue_soon()
    return made


def _days() -> Iterator[dt.date]:
    calendar = city_calendar()
    last = min(LAST_DAY, clock.today() - dt.timedelta(days=1))
    taken = set(Booking.objects.filter(day__range=(FIRST_DAY, LAST_DAY)).values_list("day", flat=True).distinct())
    for number in range((last - FIRST_DAY).days + 1):
        day = FIRST_DAY + dt.timedelta(days=number)
        if calendar.is_working_day(day) and day not in taken:
            yield day


@transaction.atomic
def _fill(day: dt.date) -> int:
    lock((Locked.PLACES, 0))
    plans = floor_plans(day)
    stays = next(stays_between(day, day)).stays
    drawn = past_day(
        day,
        areas_to_fill(plans, day),
        staff_on(day),
        {person: (of_one[0].start, of_one[-1].end) for person, of_one in stays.items() if of_one},
        noon=clock.at(day, dt.time(12, 30)),
    )
    placed = set(AttendancePlan.objects.filter(day=day, withdrawn_at__isnull=True).values_list("person_id", flat=True))
    plan_of = {plan.floor.id: plan for plan in plans}
    bookings = [
        booking
        for one in drawn.bookings
        if one.person_id not in placed and (booking := _booking(one, day, plan_of[one.floor_id])) is not None
    ]
    copy_rows(bookings)
    copy_rows([_plan(booking) for booking in bookings])
    copy_rows(_attempts(drawn.wishes, day))
    return len(bookings)


def _booking(one: PastBooking, day: dt.date, plan: FloorPlan) -> Booking | None:
    """None where the stay has nothing of the part of the day."""
    asked = part_of_day(plan.building, day, one.part)
    came_at = None if one.came_at is None else max(one.came_at, asked.start - dt.timedelta(minutes=30))
    if came_at is not None and came_at >= asked.end:
        return None
    if one.walk_up and came_at is not None:
        asked = Interval(max(asked.start, came_at.replace(second=0, microsecond=0)), asked.end)
    released_at = asked.start + dt.timedelta(minutes=RELEASE_AFTER_MINUTES)
    late = came_at is None or came_at >= released_at
    released = plan.floor.code == RELEASING_FLOOR and late and not one.walk_up and not one.cancelled
    if released:
        came_at = None
    left_at = None if one.left_at is None or came_at is None else one.left_at.replace(second=0, microsecond=0)
    during, state = asked, BookingState.BOOKED if came_at is None else BookingState.CHECKED_IN
    if left_at is not None and max(came_at or asked.start, asked.start) < left_at < asked.end:
        during, state = Interval(asked.start, left_at), BookingState.CHECKED_OUT
    elif one.cancelled or released:
        state = BookingState.RELEASED if released else BookingState.CANCELLED
    ended_at = released_at if released else asked.start - dt.timedelta(hours=15) if one.cancelled else None
    return Booking(
        person_id=one.person_id,
        desk_id=one.desk_id,
        floor_id=one.floor_id,
        area_id=one.area_id,
        department_id=one.department_id,
        day=day,
        during=during.as_range(),
        booked_during=asked.as_range(),
        state=state.value,
        walk_up=one.walk_up,
        spilled_over=one.spilled_over,
        created_at=asked.start if one.walk_up else clock.day_start(day) - dt.timedelta(days=2),
        checked_in_at=came_at,
        checked_out_at=left_at if state is BookingState.CHECKED_OUT else None,
        ended_at=ended_at,
        ended_because="no_show" if released else "person" if one.cancelled else "",
        revision=0,
    )


def _plan(booking: Booking) -> AttendancePlan:
    return AttendancePlan(
        person_id=booking.person_id,
        day=booking.day,
        during=booking.during,
        place=Place.OFFICE.value,
        holder_kind=KIND,
        holder_id=booking.pk,
        withdrawn_at=booking.ended_at,
    )


def _attempts(wishes: Sequence[PastWish], day: dt.date) -> list[RefusedAttempt]:
    return [
        RefusedAttempt(
            at=clock.day_start(day) - dt.timedelta(hours=6),
            day=day,
            area_id=wish.area_id,
            department_id=wish.department_id,
            code=BookingRefusal.DESK_TAKEN.value,
            whose=salted_hmac("demonstration.past", f"{wish.person_id}|{day}", algorithm="sha256").hexdigest()[:16],
        )
        for wish in wishes
    ]
