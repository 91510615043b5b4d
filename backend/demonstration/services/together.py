"""A team day and a group in the section that one signs in to first, so that both are seen where they belong."""

import datetime as dt
from contextlib import nullcontext

from bookings.selectors.asked import part_of_day
from demonstration.services.playing import as_person
from people.models import Department, Person
from plans.models import TeamDay
from plans.selectors.working_days import city_calendar
from plans.services.team_days import set_team_day
from seating.models import GroupBooking
from seating.policies.discretion import Discretion
from seating.selectors.together import group_preview
from seating.services.grouping import book_group
from spaces.selectors import buildings

SECTION = "030202"
TEAM_DAY_AHEAD, GROUP_AHEAD = 6, 8
TITLE, GROUP_OF = "係長", 4


def plan_together(today: dt.date) -> None:
    """Call a team day and book a group, unless the section has one to come of each."""
    section = Department.objects.filter(code=SECTION).first()
    if section is None or not buildings():
        return
    days = city_calendar().working_days_from(today, GROUP_AHEAD + 1)
    if not TeamDay.objects.filter(department=section, day__gte=today).exists():
        manager = section.posts.filter(manages=True).select_related("person").order_by("person__number").first()
        with as_person(manager.person) if manager else nullcontext():
            set_team_day(
                department=section,
                day=days[TEAM_DAY_AHEAD],
                note="課内打合せ 10時から",
                set_by=manager.person_id if manager else None,
            )
    if not GroupBooking.objects.filter(day__gte=today).exists():
        _book_group(section, days[GROUP_AHEAD])


def _book_group(section: Department, day: dt.date) -> None:
    people = list(Person.objects.filter(department=section, active_to__isnull=True).order_by("number"))
    maker = next((person for person in people if person.title == TITLE), None)
    if maker is None:
        return
    others = [person for person in people if person.title not in ("課長", "主事", TITLE)][: GROUP_OF - 1]
    asked = part_of_day(buildings()[0], day, "full")
    preview = group_preview([maker, *others], asked, Discretion(maker.pk))
    if not preview.proposals:
        return
    with as_person(maker):
        seats = {person.pk: place.desk.id for person, place in preview.proposals[0].seats}
        book_group(made_by=maker.pk, seats=seats, asked=asked, note="定例打合せ")
