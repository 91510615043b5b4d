"""Requests that stand where a test begins, without the way there."""

from datetime import date, datetime
from typing import Any

from core import clock
from core.interval import Interval
from plans.models import Place
from plans.services.ledger import Holder, claim
from telework.models import TeleworkRequest
from tests.factories.hall import Hall, city_time
from tests.fixtures.cast import MONDAY

HOURS = {"full": ("8:30", "17:15"), "am": ("8:30", "12:00"), "pm": ("13:00", "17:15")}


def approved(hall: Hall, name: str = "agatsuma", *, day: date = MONDAY, unit: str = "full", **more: Any) -> int:
    """The id of an approved request that holds its stretch in the ledger."""
    start, end = more.pop("hours", None) or HOURS[unit]
    during = Interval(city_time(day, start), city_time(day, end))
    person = hall.people[name]
    values: dict[str, Any] = {
        "state": "approved",
        "form": "home",
        "origin": "request",
        "created_at": city_time(date(2026, 11, 20), "9:00"),
        "decided_at": city_time(date(2026, 11, 20), "10:00"),
        **more,
    }
    request = TeleworkRequest.objects.create(
        person=person, department=person.department, day=day, during=during.as_range(), unit=unit, **values
    )
    claim(person_id=person.pk, during=during, place=Place.HOME, holder=Holder("telework", request.pk))
    return request.pk


def instant(clock_time: str, day: date = MONDAY) -> datetime:
    """An instant by the city's clocks."""
    return city_time(day, clock_time).astimezone(clock.now().tzinfo)
