"""A desk every Tuesday, and somebody who waits for one: of colleagues in the section that one signs in to first."""

import datetime as dt
from collections.abc import Iterator, Sequence

from bookings.selectors.asked import part_of_day
from bookings.services.booking import book_desk
from core.refused import Refused
from demonstration.services.playing import as_person
from demonstration.services.together import SECTION
from people.models import Department, Person
from plans.selectors.working_days import city_calendar
from series.models import BookingSeries
from series.policies.pattern import Pattern, WhenClosed
from series.policies.wish import Hours, SeriesWish
from series.services.booking import book_series
from spaces.policies.floor_plan import FloorPlan, PlacedDesk
from spaces.selectors import floor_plans
from waitlists.models import Wait
from waitlists.selectors.joining import Wanted
from waitlists.services.joining import join_line

TITLE = "主任"
TUESDAY, WEEKS = 1, 5
WAITED_FOR = ("height_adjustable", "quiet")
"""Few desks have both."""
WAIT_AHEAD = 2


def repeat_weekly(today: dt.date) -> None:
    """A desk for a colleague every Tuesday of five weeks, once."""
    people, desks = _colleagues(), list(_desks(today))
    if not people or BookingSeries.objects.exists():
        return
    first = today + dt.timedelta(days=1)
    pattern = Pattern(frozenset({TUESDAY}), 1, first, first + dt.timedelta(weeks=WEEKS))
    with as_person(people[0]):
        for _plan, desk in reversed(desks):
            wish = SeriesWish(desk.id, pattern, Hours("full"), WhenClosed.SKIP)
            try:
                book_series(person_id=people[0].pk, wish=wish)
            except Refused:
                continue
            return


def wait_for_a_desk(today: dt.date) -> None:
    """A colleague waits for a desk that has everything; unless somebody waits already. Such desks are taken first."""
    people = _colleagues()
    day = city_calendar().working_days_from(today, WAIT_AHEAD + 1)[WAIT_AHEAD]
    if len(people) < 2 or Wait.objects.filter(day__gte=today).exists():
        return
    wanted = [(plan, desk) for plan, desk in _desks(day) if set(WAITED_FOR) <= set(desk.features)]
    waiter, *others = people[1:]
    for plan, desk in wanted:
        during = part_of_day(plan.building, day, "full")
        _taken_by_one_of(others, desk.id, plan, day)
        with as_person(waiter):
            try:
                join_line(person_id=waiter.pk, wanted=Wanted(day, during, desk.area_id, WAITED_FOR))
            except Refused:
                continue
        return


def _taken_by_one_of(people: Sequence[Person], desk_id: int, plan: FloorPlan, day: dt.date) -> None:
    """Somebody's, if it is free and one of them has no desk that day."""
    for person in people:
        with as_person(person):
            try:
                book_desk(person_id=person.pk, desk_id=desk_id, during=part_of_day(plan.building, day, "full"))
            except Refused:
                continue
        return


def _colleagues() -> list[Person]:
    """Of that title in the section, the greatest number first."""
    section = Department.objects.filter(code=SECTION).first()
    rows = Person.objects.filter(department=section, title=TITLE, active_to__isnull=True)
    return list(rows.order_by("-number")) if section else []


def _desks(day: dt.date) -> Iterator[tuple[FloorPlan, PlacedDesk]]:
    """The bookable desks of the section's areas, in order of their codes."""
    own = frozenset(Department.objects.filter(code=SECTION).values_list("pk", flat=True))
    for plan in floor_plans(day):
        for desk in plan.desks:
            if desk.mode == "bookable" and plan.area_by_id[desk.area_id].is_home_of(own, day.weekday()):
                yield plan, desk
