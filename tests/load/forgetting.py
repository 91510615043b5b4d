"""A month of a city becomes older than it may be: its people are forgotten while others book."""

import datetime as dt
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext, override_settings

from core import clock
from occupancy.models import OccupancyDay
from occupancy.policies.retention import MONTHS_A_YEAR
from occupancy.selectors.due_days import first_recorded_day
from occupancy.services.retention import days_to_forget, forget_day
from plans.selectors.working_days import city_calendar
from tests.load.booking import bookings_of_everyone
from tests.load.figures import Figures
from tests.load.hall import Hall
from tests.load.http_client import Outcome, run
from tests.load.occupancy_build import passages_of, write_passages
from tests.load.occupancy_facts import write_facts
from tests.load.stack import served

BOOKINGS = 1_000
CLIENTS = 2
_LEFT = """
SELECT (SELECT count(*) FROM bookings_booking JOIN people_person p ON p.id = person_id
         WHERE day BETWEEN %(first)s AND %(last)s AND p.kind <> 'nobody'),
       (SELECT count(*) FROM plans_attendanceplan
         WHERE day BETWEEN %(first)s AND %(last)s AND holder_kind <> 'telework'),
       (SELECT count(*) FROM gates_gatepassage WHERE at < %(until)s),
       (SELECT count(*) FROM audit_event
         WHERE at >= %(from)s AND at < %(until)s AND kind = 'booking.booked' AND actor_name <> '')
"""
_HISTORY = ("bookings_booking", "plans_attendanceplan", "audit_event", "occupancy_occupancyday", "occupancy_deskday")
STATEMENT_LETTERS = 60


def measure_forgetting(hall: Hall, folder: Path, figures: Figures) -> None:
    """The oldest whole month with what is before it, with all the years that the size has behind it, and their facts.

    It is gone afterwards: this part comes last.
    """
    write_facts(hall, city_calendar(), clock.today() - dt.timedelta(days=1))
    with override_settings(OCCUPANCY={**settings.OCCUPANCY, "retention_months": _months()}):
        days = list(days_to_forget())
        _prepare(hall, days)
        calendar = city_calendar()
        ahead = calendar.working_days_from(clock.today(), 15)[-1].isoformat()
        wanted = bookings_of_everyone(hall, ahead)
        with served(folder) as product, ThreadPoolExecutor(1) as beside:
            alone = run(product.port, wanted[:BOOKINGS], clients=CLIENTS)
            meanwhile = beside.submit(run, product.port, wanted[BOOKINGS : 2 * BOOKINGS], clients=CLIENTS)
            with CaptureQueriesContext(connection) as statements:
                took = [_seconds(day) for day in days]
            together = meanwhile.result()
    working = sum(1 for day in days if calendar.is_working_day(day))
    figures.told("forgetting, working days / passages of each", f"{working} / {passages_of(hall):,}")
    figures.told("forgetting, bookings / plans / events / days of facts / of desks", " / ".join(map(_rows, _HISTORY)))
    figures.most("a month of a city forgotten", sum(took) / working * 21, 300, " s")
    figures.told("one day of it, mean / longest", f"{sum(took) / len(took):.1f} / {max(took):.1f} s")
    slowest = max(statements.captured_queries, key=lambda one: float(one["time"]))
    figures.told("its slowest statement", f"{slowest['time']} s: {slowest['sql'].strip()[:STATEMENT_LETTERS]} …")
    for name, outcome in (("alone", alone), ("meanwhile", together)):
        figures.told(f"bookings {name}, p50 / p95 / longest", _latencies(outcome))
    left = _left(days)
    figures.told("names left in bookings, plans, passages, events", str(left), "all 0", not any(left))


def _months() -> int:
    """So many months that the oldest whole month of the data, and what is before it, is old enough."""
    first, today = first_recorded_day(), clock.today()
    assert first is not None
    done = OccupancyDay.objects.filter(forgotten_at__isnull=False).order_by("-day").first()
    if done is not None:
        first = max(first, done.day + dt.timedelta(days=1))
    return (today.year - first.year) * MONTHS_A_YEAR + today.month - first.month - (1 if first.day == 1 else 2)


def _prepare(hall: Hall, days: list[dt.date]) -> None:
    """The gate log of the days, and facts as a year of nights has left them: nothing has to be built."""
    for day in days:
        if city_calendar().is_working_day(day):
            write_passages(hall, day, passages_of(hall))
    about: dict[str, Any] = {"core_first": 17, "core_end": 35, "on_roll": hall.size.people, "built_at": clock.now()}
    OccupancyDay.objects.bulk_create(
        [
            OccupancyDay(day=day, working_day=True, coverage={}, cleaning={}, version=1, provisional=False, **about)
            for day in (*days, days[-1] + dt.timedelta(days=1))
        ],
        ignore_conflicts=True,
    )
    OccupancyDay.objects.filter(day__in=days).update(stale=False, provisional=False)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE gates_gatepassage")


def _seconds(day: dt.date) -> float:
    began = time.perf_counter()
    forget_day(day)
    return time.perf_counter() - began


def _rows(table: str) -> str:
    """About how many rows a table has, as it was counted last."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = %s::regclass", [table])
        (rows,) = cursor.fetchone()
    return f"{rows:,.0f}"


def _latencies(outcome: Outcome) -> str:
    return " / ".join(f"{outcome.milliseconds(share):.0f}" for share in (0.5, 0.95, 1.0)) + " ms"


def _left(days: list[dt.date]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            _LEFT,
            {
                "first": days[0],
                "last": days[-1],
                "from": clock.day_start(days[0]),
                "until": clock.day_end(days[-1]),
            },
        )
        return list(cursor.fetchone())
