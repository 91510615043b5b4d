"""Let the fictional staff pass the gates, today and last night."""

import datetime as dt

from django.db import transaction

from bookings.models import Booking
from core import clock
from demonstration.policies.passing import DrawnPassage, Stay, passages_around, stays_without_a_desk
from gates.services.keeping import PassageSeen, gate_floors, keep_passages
from people.models import Person
from plans.selectors.working_days import city_calendar
from spaces.models import Floor

SOURCE = "demonstration"
LATEST_EXIT = dt.timedelta(minutes=45)


@transaction.atomic
def pass_gates(today: dt.date) -> int:
    """Keep what the gates have seen until now of yesterday and today; answers how many passages were new.

    People who have checked in came through a gate of their floor, and who checked out left through it. The same
    passages come out every time, so that asking again adds only what has happened since.
    """
    now = clock.now()
    drawn = [one for day in (today - dt.timedelta(days=1), today) for one in _of_day(day) if one.at <= now]
    seen = [
        PassageSeen(one.person_id, one.gate, one.direction, one.at, line) for line, one in enumerate(drawn, start=2)
    ]
    return keep_passages(source=SOURCE, passages=seen, floors=gate_floors()) if seen else 0


def _of_day(day: dt.date) -> list[DrawnPassage]:
    noon = clock.at(day, dt.time(12))
    floor_codes = dict(Floor.objects.order_by("level").values_list("pk", "code"))
    if not floor_codes:
        return []
    stays = [_stay(booking, floor_codes) for booking in Booking.objects.on(day).filter(checked_in_at__isnull=False)]
    booked = set(Booking.objects.on(day).values_list("person_id", flat=True))
    others = Person.objects.filter(department__isnull=False, active_to__isnull=True).exclude(pk__in=booked)
    working_day = city_calendar().is_working_day(day)
    candidates = list(others.order_by("number").values_list("pk", flat=True))
    stays += stays_without_a_desk(candidates, list(floor_codes.values()), noon=noon, working_day=working_day)
    return [one for stay in stays for one in passages_around(stay, noon=noon)]


def _stay(booking: Booking, floor_codes: dict[int, str]) -> Stay:
    came_at = booking.checked_in_at or booking.start
    left_at = booking.checked_out_at
    if left_at is None and booking.end + LATEST_EXIT < clock.now():
        left_at = booking.end + LATEST_EXIT  # forgot to check out, and went home all the same
    return Stay(booking.person_id, floor_codes[booking.floor_id], came_at, left_at)
