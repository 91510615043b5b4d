"""Fill working days with made-up bookings around what people have booked themselves."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from bookings.models import Booking
from bookings.policies.rules import DEFAULTS
from bookings.selectors.asked import part_of_day
from bookings.services.holder import KIND
from core import clock
from core.copying import copy_rows
from core.locks import Locked, lock
from demonstration.models import FilledDay
from demonstration.policies.draw import DrawnBooking, draw_day
from demonstration.policies.outcome import outcome
from demonstration.services.areas import areas_to_fill
from demonstration.services.rules import RELEASE_AFTER_MINUTES, RELEASING_FLOOR
from people.models import Person
from plans.models import AttendancePlan, Place
from plans.selectors.working_days import city_calendar
from spaces.policies.floor_plan import FloorPlan
from spaces.selectors import floor_plans

WORKING_DAYS_BEFORE, WORKING_DAYS_AHEAD = 5, 10


def days_to_fill(today: dt.date) -> list[dt.date]:
    """The last five working days, today when it is one, and the next ten."""
    calendar = city_calendar()
    before: list[dt.date] = []
    day = today
    while len(before) < WORKING_DAYS_BEFORE:
        day -= dt.timedelta(days=1)
        if calendar.is_working_day(day):
            before.append(day)
    ahead = calendar.working_days_from(today, WORKING_DAYS_AHEAD + 1)
    return [*reversed(before), *(ahead if ahead[0] == today else ahead[:-1])]


def fill_days(today: dt.date) -> int:
    """Fill the days that are not filled yet, each in its own transaction; answers how many bookings were made."""
    filled = set(FilledDay.objects.values_list("day", flat=True))
    return sum(_fill(day) for day in days_to_fill(today) if day not in filled)


@transaction.atomic
def _fill(day: dt.date) -> int:
    lock((Locked.PLACES, 0))
    plans = floor_plans(day)
    drawn = draw_day(
        day,
        areas_to_fill(plans, day),
        staff_on(day),
        busy_people=_placed(day) | _nearly_at_the_limit(),
        busy_desks=set(Booking.objects.on(day).values_list("desk_id", flat=True)),
    )
    bookings = _bookings(day, drawn, plans)
    copy_rows(bookings)
    copy_rows(
        [
            AttendancePlan(
                person_id=booking.person_id,
                day=day,
                during=booking.during,
                place=Place.OFFICE.value,
                holder_kind=KIND,
                holder_id=booking.pk,
                withdrawn_at=booking.ended_at,
            )
            for booking in bookings
        ]
    )
    FilledDay.objects.create(
        day=day, booking_ids=[booking.pk for booking in bookings], settled=clock.day_end(day) <= clock.now()
    )
    return len(bookings)


def _placed(day: dt.date) -> set[int]:
    return set(AttendancePlan.objects.filter(day=day).values_list("person_id", flat=True))


def _nearly_at_the_limit() -> set[int]:
    """Who holds all live bookings but one: whoever signs in to try the demonstration has to be able to book."""
    held = Counter(Booking.objects.filter(state="booked").values_list("person_id", flat=True))
    return {person for person, count in held.items() if count >= DEFAULTS["max_live_bookings"] - 1}


def staff_on(day: dt.date) -> dict[int, list[int]]:
    """Person ids of those on the roll on `day` by the department of their main post."""
    staff: dict[int, list[int]] = {}
    rows = Person.objects.filter(department__isnull=False).exclude(active_from__gt=day).exclude(active_to__lt=day)
    for person_id, department_id in rows.order_by("number").values_list("pk", "department_id"):
        staff.setdefault(department_id or 0, []).append(person_id)
    return staff


def _bookings(day: dt.date, drawn: Sequence[DrawnBooking], plans: Sequence[FloorPlan]) -> list[Booking]:
    now = clock.now()
    plan_of = {plan.floor.id: plan for plan in plans}
    created_at = min(now, clock.day_start(day) - dt.timedelta(days=2))
    return [_booking(one, day, plan_of[one.floor_id], now, created_at) for one in drawn]


def _booking(drawn: DrawnBooking, day: dt.date, plan: FloorPlan, now: datetime, created_at: datetime) -> Booking:
    during = part_of_day(plan.building, day, drawn.part)
    release_at = None
    if plan.floor.code == RELEASING_FLOOR:
        release_at = during.start + dt.timedelta(minutes=RELEASE_AFTER_MINUTES)
    stands = outcome(
        person_id=drawn.person_id, during=during, release_at=release_at, now=now, may_be_cancelled=during.end <= now
    )
    return Booking(
        person_id=drawn.person_id,
        desk_id=drawn.desk_id,
        floor_id=drawn.floor_id,
        area_id=drawn.area_id,
        department_id=drawn.department_id,
        day=day,
        during=stands.during.as_range(),
        booked_during=during.as_range(),
        state=stands.state,
        release_at=release_at,
        created_at=created_at,
        checked_in_at=stands.checked_in_at,
        checked_out_at=stands.checked_out_at,
        ended_at=stands.ended_at,
        ended_because=stands.ended_because,
        revision=0,
    )
