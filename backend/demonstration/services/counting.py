"""Somebody of facilities walked some floors with the counting form on the last working day."""

import datetime as dt
from random import Random

from core import clock
from demonstration.policies.draw import SEED
from occupancy.models import FloorCount
from occupancy.policies.counts import TOLD_WITHIN
from occupancy.selectors.counts import desks_in_service
from occupancy.services.counts import count_area
from people.models import Account
from people.policies.roles import Role
from plans.selectors.working_days import city_calendar
from spaces.selectors import floor_plans

FLOORS = 3
WALKS = (dt.time(10, 0), dt.time(14, 0))
MINUTES_AN_AREA = 2
LEAST, MOST = 0.4, 0.75
"""How full areas are, as a share of the desks in service."""


def count_floors() -> int:
    """Count the areas of a few floors, once a day; answers how many counts were made. The same every time.

    After a long closure, as at the turn of the year, the last working day is too long ago to be told of.
    """
    day = _last_working_day(clock.today())
    if clock.today() - day >= TOLD_WITHIN or FloorCount.objects.filter(day=day).exists():
        return 0
    made = 0
    for walk in WALKS:
        at = clock.at(day, walk)
        for plan in floor_plans(day)[:FLOORS]:
            for area_id, desks in desks_in_service(plan, at).items():
                chance = Random(f"{SEED}/counts/{day}/{walk}/{area_id}")  # noqa: S311 - play, not secrets
                in_use = int(desks * (LEAST + (MOST - LEAST) * chance.random()))
                count_area(area_id=area_id, in_use=in_use, at=at, floor_id=plan.floor.id, counted_by=_caretaker())
                at += dt.timedelta(minutes=MINUTES_AN_AREA)
                made += 1
    return made


def _last_working_day(today: dt.date) -> dt.date:
    calendar, day = city_calendar(), today - dt.timedelta(days=1)
    while not calendar.is_working_day(day):
        day -= dt.timedelta(days=1)
    return day


def _caretaker() -> int | None:
    found = Account.objects.filter(roles__contains=[Role.FACILITIES], person__isnull=False).order_by("pk").first()
    return None if found is None else found.person_id
