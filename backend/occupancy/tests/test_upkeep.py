"""Facts are brought up by themselves: at night, after downtime, and when something comes in late."""

import datetime as dt
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from procrastinate.contrib.django import app
from rest_framework.test import APIClient

from audit.models import Event
from audit.services import record
from audit.subscribers import subscribers_of
from bookings.models import BookingState
from bookings.services.booking import end_booking
from core import clock
from occupancy.models import FloorCount, OccupancyDay, SensorSlot
from occupancy.selectors.due_days import due_days, first_recorded_day, night_days
from occupancy.selectors.late_events import is_about_the_past
from occupancy.services import upkeep
from occupancy.services.building import build_day, build_days
from occupancy.services.marking import hear_of_days, hear_of_gate_log, mark_stale
from occupancy.services.upkeep import build_overdue, build_slice, build_today, build_tonight
from occupancy.tasks import building
from occupancy.tests.days import FRIDAY, booked
from tests.factories.hall import Hall, city_time

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

MONDAY = dt.date(2026, 11, 30)
WEEK = [FRIDAY + dt.timedelta(days=number) for number in (-4, -3, -2, -1, 0, 1, 2)]


def test_the_night_builds_yesterday_and_the_days_before_it_once(hall: Hall, monday_morning: Any) -> None:
    booked(hall, "agatsuma", "06A-001", day=WEEK[0])
    monday_morning.move_to(city_time(MONDAY, "2:00"))
    assert night_days(clock.now()) == []
    monday_morning.move_to(city_time(MONDAY, "2:10"))
    assert build_tonight() == 4
    assert list(OccupancyDay.objects.order_by("day").values_list("day", flat=True)) == WEEK[3:]
    assert build_tonight() == 0


def test_what_is_built_by_hand_at_night_keeps_the_days_before_it_from_nothing(hall: Hall, monday_morning: Any) -> None:
    booked(hall, "agatsuma", "06A-001", day=WEEK[0])
    monday_morning.move_to(city_time(MONDAY, "2:12"))
    build_day(WEEK[-1])
    assert night_days(clock.now()) == WEEK[3:-1]
    assert build_tonight() == 3


def test_a_day_that_cannot_be_built_keeps_no_other_from_it(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(day: dt.date) -> Any:
        if day == WEEK[-1]:
            raise ValueError("a bad day")
        return build_day(day)

    monkeypatch.setattr(upkeep, "build_day", failing)
    booked(hall, "agatsuma", "06A-001", day=WEEK[0])
    with pytest.raises(ExceptionGroup) as raised:
        build_overdue(at_most=5)
    assert [(str(one), one.__notes__) for one in raised.value.exceptions] == [
        ("a bad day", ["while the facts of 2026-11-29 were built"])
    ]
    assert due_days(MONDAY) == [*WEEK[:2], WEEK[-1]]


def test_the_clock_goes_on_to_the_night_where_today_fails(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    done = []
    monkeypatch.setattr(building, "build_today", lambda: 1 / 0)
    monkeypatch.setattr(building, "build_tonight", lambda: done.append("night"))
    monkeypatch.setattr(building, "build_overdue_soon", lambda: done.append("overdue"))
    with pytest.raises(ZeroDivisionError):
        building.keep_up(timestamp=0)
    assert done == ["night", "overdue"]


def test_counts_and_readings_alone_are_records_of_days_too(hall: Hall) -> None:
    SensorSlot.objects.create(
        desk=hall.desks["06B-001"], occupied=1, day=WEEK[4], slot=20, read_at=city_time(WEEK[4], "10:00"), source="test"
    )
    assert first_recorded_day() == WEEK[4]
    FloorCount.objects.create(
        day=WEEK[2],
        at=city_time(WEEK[2], "10:00"),
        floor=hall.floors["6"],
        area=hall.areas["06A"],
        in_use=2,
        in_service=5,
        counted_by=None,
    )
    assert due_days(MONDAY) == WEEK[2:]


@pytest.mark.parametrize("kind", ["telework.approved", "telework.not_performed", "telework.revoked"])
def test_telework_of_a_day_that_is_over_makes_its_facts_stale(hall: Hall, kind: str) -> None:
    build_day(FRIDAY)
    for day in (MONDAY, FRIDAY):
        event = record(kind=kind, subject_kind="telework_request", subject_id=1, after={"day": day.isoformat()})
        wanted = [one for one in subscribers_of(kind) if one.name == "occupancy.telework" and one.wants_to_hear(event)]
        assert len(wanted) == (day == FRIDAY)
    wanted[0].hear(event)
    assert OccupancyDay.objects.get(day=FRIDAY).stale


def test_passages_of_a_clock_that_was_wrong_by_decades_mark_no_day_of_then(hall: Hall) -> None:
    build_day(FRIDAY)
    event = record(
        kind="gate_log.imported",
        subject_kind="gate_log",
        subject_id=1,
        after={"new": 2, "first_day": "2000-01-01", "last_day": FRIDAY.isoformat()},
    )
    hear_of_gate_log(event)
    assert OccupancyDay.objects.get(day=FRIDAY).stale
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")
        assert cursor.fetchone()[0] < 2_000


def test_days_missed_while_nothing_ran_are_made_up_for_some_at_a_time(hall: Hall) -> None:
    assert due_days(MONDAY) == []
    booked(hall, "agatsuma", "06A-001", day=WEEK[0])
    assert due_days(MONDAY) == WEEK
    assert build_overdue(at_most=5)
    assert due_days(MONDAY) == WEEK[:2]
    assert not build_overdue(at_most=5)
    assert due_days(MONDAY) == []


def test_a_day_built_before_it_was_over_is_due_afterwards(hall: Hall, monday_morning: Any) -> None:
    assert not build_today()
    booked(hall, "agatsuma", "06A-001", day=MONDAY)
    assert build_today()
    assert OccupancyDay.objects.get().provisional
    monday_morning.move_to(city_time(MONDAY + dt.timedelta(days=1), "0:30"))
    assert due_days(clock.today()) == [MONDAY]


def test_a_booking_changed_after_its_day_makes_the_day_due_again(hall: Hall) -> None:
    booking = booked(hall, "agatsuma", "06A-001", day=FRIDAY)
    build_day(FRIDAY)
    with transaction.atomic():
        end_booking(booking, BookingState.CANCELLED, because="displaced")
    (event,) = Event.objects.filter(kind="booking.cancelled")
    assert is_about_the_past(event)
    hear_of_days(event)
    assert OccupancyDay.objects.get(day=FRIDAY).stale
    assert FRIDAY in due_days(MONDAY)
    assert build_day(FRIDAY).changed
    assert not OccupancyDay.objects.get(day=FRIDAY).stale


def test_late_passages_make_their_days_due_and_those_beside_them(hall: Hall) -> None:
    list(build_days(WEEK[0], WEEK[-1]))
    event = record(
        kind="gate_log.imported",
        subject_kind="gate_log",
        subject_id=1,
        after={"new": 3, "first_day": WEEK[3].isoformat(), "last_day": WEEK[4].isoformat()},
    )
    hear_of_gate_log(event)
    stale = OccupancyDay.objects.filter(stale=True).order_by("day").values_list("day", flat=True)
    assert list(stale) == WEEK[2:6]


def test_sealed_days_are_never_marked(hall: Hall) -> None:
    build_day(FRIDAY)
    OccupancyDay.objects.update(sealed=True)
    assert mark_stale(days=[FRIDAY]) == 0


def test_a_long_period_is_built_in_slices(hall: Hall) -> None:
    first = MONDAY - dt.timedelta(days=25)
    assert build_slice(first=first, last=MONDAY) == first + dt.timedelta(days=20)
    assert OccupancyDay.objects.count() == 20
    assert build_slice(first=first + dt.timedelta(days=20), last=MONDAY) is None
    assert OccupancyDay.objects.count() == 26


def test_the_command_builds_a_period(hall: Hall) -> None:
    out = StringIO()
    call_command("build_occupancy", "--from", "2026-11-26", "--to", "2026-11-27", stdout=out)
    assert out.getvalue() == "2 days built, 2 of them changed.\n"
    with pytest.raises(CommandError, match="not after today"):
        call_command("build_occupancy", "--from", "2026-11-26", "--to", "2026-12-01")


@pytest.fixture
def facilities(hall: Hall, client_of: Callable[..., APIClient]) -> APIClient:
    account = hall.account("kudo")
    account.roles = ["facilities"]
    account.save()
    return client_of(account)


def test_facilities_ask_how_it_stands_with_days_and_build_one(hall: Hall, facilities: APIClient) -> None:
    booked(hall, "agatsuma", "06A-001", day=FRIDAY)
    asked = "/api/v1/occupancy/days/?from=2026-11-26&to=2026-11-28"
    waiting = facilities.get(asked)
    assert [(row["day"], row["built_at"]) for row in waiting.json()] == [("2026-11-27", None), ("2026-11-28", None)]
    assert facilities.get(asked, headers={"If-None-Match": waiting["ETag"]}).status_code == 304
    built = facilities.post("/api/v1/occupancy/days/build/", {"from": "2026-11-27", "to": "2026-11-27"}, format="json")
    assert built.status_code == 200
    assert built.json() | {"built_at": None} == {
        "day": "2026-11-27",
        "working_day": True,
        "closed_as": "",
        "built_at": None,
        "provisional": False,
        "stale": False,
        "sealed": False,
        "sources": {"gate": False, "booking": True, "count": False, "sensor": False},
        "cleaning": {},
    }
    assert facilities.get(asked, headers={"If-None-Match": waiting["ETag"]}).status_code == 200


def test_several_days_are_left_to_the_worker_and_what_cannot_be_built_is_refused(
    hall: Hall, facilities: APIClient
) -> None:
    def build(first: str, last: str) -> Any:
        return facilities.post("/api/v1/occupancy/days/build/", {"from": first, "to": last}, format="json")

    booked(hall, "agatsuma", "06A-001", day=FRIDAY)
    several = build("2026-11-01", "2026-11-28")
    assert (several.status_code, several.json()) == (202, {"days": 2})
    assert build("2026-11-27", "2026-12-01").json()["code"] == "day_to_come"
    assert build("2026-11-28", "2026-11-27").status_code == 400
    build_day(FRIDAY)
    OccupancyDay.objects.update(sealed=True)
    refused = build("2026-11-27", "2026-11-27")
    assert (refused.status_code, refused.json()["code"]) == (409, "day_sealed")


def test_only_facilities_may(hall: Hall, as_person: Callable[[str], APIClient]) -> None:
    assert as_person("yamada").get("/api/v1/occupancy/days/?from=2026-11-26&to=2026-11-28").status_code == 403


def test_the_jobs_wait_in_the_queue_of_long_ones() -> None:
    for name in ("occupancy.keep_up", "occupancy.build_overdue", "occupancy.build_period"):
        assert app.tasks[name].queue == "heavy"
