"""How quickly reports answer at the size of a city, with five years of facts behind them."""

import datetime as dt
import time
from statistics import median
from typing import Any

from django.test import Client

from core import clock
from core.revision import Slow, bump
from people.models import Account
from people.policies.roles import Role
from plans.selectors.working_days import city_calendar
from tests.load.figures import Figures
from tests.load.hall import Hall
from tests.load.occupancy_facts import write_facts
from tests.load.session_keys import session_key

TIMES = 5


def measure_occupancy_reports(hall: Hall, figures: Figures) -> None:
    """Each report over HTTP, read afresh every time; what is asked for is as in the aims."""
    first, last = write_facts(hall, city_calendar(), clock.today() - dt.timedelta(days=1))
    bump(Slow.PEOPLE)
    reader = hall.person_ids[0]
    Account.objects.filter(person_id=reader).update(roles=[Role.FACILITIES.value])
    client = Client(SERVER_NAME="127.0.0.1")
    client.cookies["kyoseki_session"] = session_key(reader)
    year = {"from": str(last - dt.timedelta(days=364)), "to": str(last)}
    month = {"from": str(last - dt.timedelta(days=30)), "to": str(last)}
    past_month = {"from": str(first), "to": str(first + dt.timedelta(days=30))}
    whole = {"from": str(first), "to": str(last)}
    floor, area = {"floor": hall.floor_ids[3]}, {"area": hall.area_ids[7]}
    aims: tuple[tuple[str, int, str, dict[str, Any]], ...] = (
        ("a floor's summary, a year", 300, "summary", {**year, **floor}),
        ("a floor's timeline, a year", 300, "timeline", {**year, **floor}),
        ("a floor's heat map, a year", 300, "heatmap", {**year, **floor}),
        ("a floor's desks, a year", 300, "desks", {**year, **floor}),
        ("an area's summary, a year", 300, "summary", {**year, **area}),
        ("the building's summary, a year", 1000, "summary", year),
        ("the building's summary by gates, a year", 1000, "summary", {**year, "source": "gate"}),
        ("floors, a year", 1000, "floors", year),
        ("areas, a year", 1000, "areas", year),
        ("departments, a year", 1000, "departments", year),
        ("desks never used, a year", 1000, "desks", {**year, "never_used": "1"}),
        ("features, a year", 1000, "features", year),
        ("the building's heat map, a year", 500, "heatmap", year),
        ("the building by month, five years", 2000, "timeline", {**whole, "by": "month"}),
        ("the building's summary, five years", 2000, "summary", whole),
        ("the building's summary, a month", 300, "summary", month),
        ("the same of a month five years ago", 300, "summary", past_month),
    )
    for name, aim, report, asked in aims:
        took = [_milliseconds(client, report, asked) for _ in range(TIMES)]
        figures.most(f"{name}, p50", median(took), aim, " ms")
        figures.told(f"{name}, at first", f"{took[0]:.0f} ms")
    answer = client.get("/api/v1/occupancy/summary/", year)
    began = time.perf_counter()
    again = client.get("/api/v1/occupancy/summary/", year, headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304, again.content
    figures.most("a report that is known already", (time.perf_counter() - began) * 1000, 50, " ms", digits=1)


def _milliseconds(client: Client, report: str, asked: dict[str, Any]) -> float:
    began = time.perf_counter()
    answer = client.get(f"/api/v1/occupancy/{report}/", asked)
    assert answer.status_code == 200, answer.content
    return (time.perf_counter() - began) * 1000
