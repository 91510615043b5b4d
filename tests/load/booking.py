"""How many bookings a second go in, and that none is lost."""

from django.db import connection

from tests.load.figures import Figures
from tests.load.hall import Hall
from tests.load.http_client import Outcome, Wanted, run
from tests.load.sizes import DESKS_PER_AREA

DISTINCT_CLIENTS, DISTINCT_BOOKINGS = 16, 2_000
RUSH_CLIENTS, RUSH_PEOPLE = 64, 3_000
_HELD = "SELECT count(*) FROM bookings_booking WHERE day = %s AND state = 'booked'"
_CLAIMED = "SELECT count(*) FROM plans_attendanceplan WHERE day = %s AND withdrawn_at IS NULL"
_RECORDED = "SELECT count(*) FROM audit_event WHERE kind = 'booking.booked' AND after->>'day' = %s AND id > %s"


def measure_booking(port: int, hall: Hall, *, day: str, rush_day: str, figures: Figures) -> None:
    """Bookings by distinct people on an empty day, then a rush of people for their own desks on another."""
    before = _last_event()
    distinct = run(port, bookings_of_everyone(hall, day)[:DISTINCT_BOOKINGS], clients=DISTINCT_CLIENTS)
    figures.least("bookings by distinct people, c=16", distinct.rate, 250, " /s")
    figures.told(
        "bookings by distinct people, p50 / p95",
        f"{distinct.milliseconds(0.5):.0f} / {distinct.milliseconds(0.95):.0f} ms",
    )
    rush = run(port, bookings_of_everyone(hall, rush_day)[:RUSH_PEOPLE], clients=RUSH_CLIENTS)
    figures.least(f"rush of {len(rush.answers):,} people, c=64", rush.rate, 200, " /s")
    figures.told("rush, p50 / p95", f"{rush.milliseconds(0.5):.0f} / {rush.milliseconds(0.95):.0f} ms")
    for name, of_day, outcome in (("bookings by distinct people", day, distinct), ("rush", rush_day, rush)):
        _nothing_lost(name, of_day, outcome, before, figures)


def bookings_of_everyone(hall: Hall, day: str) -> list[Wanted]:
    """One booking a person, each of a desk of its own: in the person's own area in turn, then in the common areas."""
    size = hall.size
    own = [
        Wanted(
            hall.person_ids[area + size.home_areas * row],
            "POST",
            "/bookings/",
            {"desk": hall.desk_ids[area][row], "day": day, "part": "full"},
        )
        for row in range(min(DESKS_PER_AREA, size.people // size.home_areas))
        for area in range(size.home_areas)
    ]
    others = hall.person_ids[DESKS_PER_AREA * size.home_areas :]
    common = zip(others, hall.common_desks(), strict=False)
    return own + [Wanted(who, "POST", "/bookings/", {"desk": desk, "day": day, "part": "full"}) for who, desk in common]


def _nothing_lost(name: str, day: str, outcome: Outcome, before: int, figures: Figures) -> None:
    won = sum(answer.status == 201 for answer in outcome.answers)
    stored = [_count(_HELD, day), _count(_CLAIMED, day), _count(_RECORDED, day, before)]
    whole = won == len(outcome.answers) and stored == [won] * 3
    counted = ", ".join(f"{count} × {status}" for status, count in outcome.statuses().items())
    figures.told(
        f"{name}: answers; bookings, plans, events stored", f"{counted}; {stored}", "all 201, all stored", whole
    )


def _last_event() -> int:
    return _count("SELECT coalesce(max(id), 0) FROM audit_event")


def _count(statement: str, *values: str | int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        row = cursor.fetchone()
    return int(row[0]) if row else 0
