"""Personal detail goes after its time, and the facts stay."""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.apps import apps
from django.db import connection
from rest_framework.test import APIClient

from audit.models import Event
from bookings.models import Booking, RefusedAttempt
from bookings.services.booking import book_desk
from bookings.services.presence import check_in
from core.interval import Interval
from core.refused import Refused
from gates.models import GatePassage
from occupancy.models import DeskDay, FloorCount, OccupancyDay, PlaceDay, SensorSlot
from occupancy.policies.periods import Period as ReportPeriod
from occupancy.policies.refusals import OccupancyRefusal
from occupancy.policies.retention import kept_from
from occupancy.policies.sources import PlaceKind, Source
from occupancy.selectors.desk_report import desks_report
from occupancy.selectors.heat_map import heat_map
from occupancy.selectors.place_reports import areas_report
from occupancy.selectors.reported import Reported, place_of
from occupancy.selectors.summary import summary
from occupancy.services.building import build_day, build_days
from occupancy.services.retention import days_to_forget, forget_some
from occupancy.services.writing import FACTS
from occupancy.tests.days import booked, passed
from people.models import Person
from people.policies.standing_in import Period
from people.selectors.finding import people_found
from people.services.forgetting import FORGOTTEN_NAME
from people.services.visitors import expect_visitor
from plans.models import AttendancePlan, OwnPlan
from spaces.models import Area
from tests.factories.hall import Hall, city_time
from waitlists.models import Wait

pytestmark = pytest.mark.django_db

THEN = dt.date(2024, 11, 29)
"""A Friday, long enough ago for the database, whose clock no test moves."""
LATER = "2025-12-10T09:00:00+09:00"


def facts() -> list[list[str]]:
    return [sorted(repr(row[1:]) for row in model._default_manager.values_list()) for model in FACTS]


@pytest.fixture
def long_ago(hall: Hall) -> Iterator[time_machine.Traveller]:
    """A Friday of which everything is told: bookings, passages, waits, own words, a visitor, a walk, refused wishes."""
    with time_machine.travel("2024-11-28T09:00:00+09:00", tick=False) as moment:
        mine = book_desk(
            person_id=hall.person("agatsuma"),
            desk_id=hall.desk("06A-001"),
            during=Interval(city_time(THEN, "8:30"), city_time(THEN, "17:15")),
        )
        visitor = expect_visitor(
            name="来田 客",
            kana="ライダ キャク",
            organisation="隣の市",
            host_id=hall.person("yamada"),
            period=Period(THEN, THEN),
        )
        booked(hall, "kudo", "06A-002", day=THEN, booked_by=hall.people["yamada"])
        OwnPlan.objects.create(
            person=hall.people["sasaki"],
            day=THEN,
            during=Interval(city_time(THEN, "13:00"), city_time(THEN, "17:15")).as_range(),
            place="trip",
            note="県庁",
            said_at=city_time(THEN, "8:00"),
        )
        for kind, name in (("own", "sasaki"), ("telework", "hoshi")):
            AttendancePlan.objects.create(
                person=hall.people[name],
                day=THEN,
                during=Interval(city_time(THEN, "13:00"), city_time(THEN, "17:15")).as_range(),
                place="trip" if kind == "own" else "home",
                holder_kind=kind,
                holder_id=1,
            )
        Wait.objects.create(
            person=hall.people["sasaki"],
            day=THEN,
            during=Interval(city_time(THEN, "8:30"), city_time(THEN, "12:00")).as_range(),
            area_ids=[],
            state="ended",
            joined_at=city_time(THEN, "8:00"),
        )
        RefusedAttempt.objects.create(
            at=city_time(THEN, "8:00"), day=THEN, area=hall.areas["06A"], code="desk_taken", whose="abc"
        )
        FloorCount.objects.create(
            day=THEN,
            at=city_time(THEN, "10:00"),
            floor=hall.floors["6"],
            area=Area.objects.get(code="06A"),
            in_use=2,
            in_service=5,
            counted_by=hall.people["kudo"],
        )
        passed(hall, "kudo", "in", "8:20", day=THEN)
        passed(hall, "kudo", "out", "0:40", day=THEN + dt.timedelta(days=1))
        moment.move_to(city_time(THEN, "8:40"))
        check_in(booking_id=mine.pk)
        assert visitor.kind == "visitor"
        moment.move_to(LATER)
        yield moment


def test_whole_months_are_kept() -> None:
    assert kept_from(dt.date(2027, 11, 30), 12) == dt.date(2026, 11, 1)
    assert kept_from(dt.date(2027, 1, 1), 1) == dt.date(2026, 12, 1)
    assert kept_from(dt.date(2027, 1, 1), 0) is None


@pytest.mark.usefixtures("long_ago")
def test_facts_are_the_same_afterwards_and_nobody_is_named(hall: Hall) -> None:
    list(build_days(THEN, THEN + dt.timedelta(days=2)))
    before, digests = facts(), list(OccupancyDay.objects.order_by("day").values_list("day", "digest"))
    booking = Booking.objects.get(desk=hall.desks["06A-001"])
    while forget_some():
        continue
    assert facts() == before
    assert (
        list(OccupancyDay.objects.filter(day__lte=digests[-1][0]).order_by("day").values_list("day", "digest"))
        == digests
    )
    after = Booking.objects.get(pk=booking.pk)
    assert (after.person.name, after.desk_id, after.during, after.checked_in_at) == (
        FORGOTTEN_NAME,
        booking.desk_id,
        booking.during,
        booking.checked_in_at,
    )
    assert Booking.objects.filter(booked_by__isnull=False).count() == GatePassage.objects.count() == 0
    assert (RefusedAttempt.objects.get().whose, FloorCount.objects.get().counted_by) == ("", None)
    assert set(AttendancePlan.objects.values_list("holder_kind", flat=True)) == {"telework"}
    assert not OwnPlan.objects.exists()
    assert not Person.objects.filter(name__contains="来田").exists()
    for name in ("agatsuma", "kudo", "sasaki"):
        assert named_in(hall.person(name)) <= {"people_account", "people_post"}
    told = Event.objects.filter(kind__startswith="booking.")
    assert told.count() == 2
    assert {(one.actor_name, one.actor_id, one.before, one.after) for one in told} == {("", None, None, None)}


def named_in(person_id: int) -> set[str]:
    """The tables with a row that points at this person."""
    found = set()
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if field.related_model is Person and model._default_manager.filter(**{field.attname: person_id}).exists():
                found.add(model._meta.db_table)
    return found


def test_when_somebodys_own_desk_was_in_use_is_forgotten_and_no_report_changes(
    hall: Hall, long_ago: time_machine.Traveller
) -> None:
    booked(hall, "yamada", "06A-006", came="8:30", day=THEN)
    for desk in ("06A-001", "06A-006"):
        SensorSlot.objects.create(
            day=THEN,
            slot=20,
            desk=hall.desks[desk],
            occupied=1,
            read_at=city_time(THEN, "10:00"),
            source="test",
        )
    build_day(THEN)
    own, shared = (DeskDay.objects.filter(day=THEN, desk=hall.desks[code]) for code in ("06A-006", "06A-001"))
    assert (own.get().checked_in_slots, own.get().sensed_slots) == (18, 1)
    said = reports(hall)
    while forget_some():
        continue
    own_desk = own.get()
    assert (own_desk.service_slots, own_desk.booked, own_desk.booked_slots) == (18, 0, 0)
    assert (own_desk.checked_in, own_desk.checked_in_slots, own_desk.sensed, own_desk.occupied_slots) == (0, 0, 0, 0)
    few = PlaceDay.objects.filter(day=THEN, held="withheld")
    assert few.exists()
    assert {(max(row.in_service), max(row.booked), max(row.checked_in), max(row.occupied)) for row in few} == {
        (1, 0, 0, 0)
    }
    assert (shared.get().booked_slots, shared.get().sensed_slots) == (18, 1)
    assert list(SensorSlot.objects.values_list("desk__code", flat=True)) == ["06A-001"]
    assert reports(hall) == said


def reports(hall: Hall) -> list[dict[str, object]]:
    """What is told of the day by the sources that know desks."""
    found: list[dict[str, object]] = []
    for source in (Source.BOOKING, Source.SENSOR):
        for kind, number in ((PlaceKind.ALL, None), (PlaceKind.FLOOR, hall.floors["6"].pk)):
            place = place_of(kind, number)
            assert place is not None
            asked = Reported(ReportPeriod(THEN, THEN), place, source)
            found += [summary(asked)["figures"], heat_map(asked)["rows"], areas_report(asked)["rows"]]
        found += desks_report(asked, slot=None, never_used=False)["rows"]
    return found


@pytest.mark.usefixtures("long_ago")
def test_days_without_facts_are_built_before_they_are_sealed(hall: Hall) -> None:
    days = list(days_to_forget())
    assert (days[0], days[-1]) == (THEN, dt.date(2024, 11, 30))
    assert not forget_some()
    sealed = OccupancyDay.objects.filter(sealed=True).order_by("day").values_list("day", "forgotten_at")
    assert [(day.isoformat(), forgotten_at is None) for day, forgotten_at in sealed] == [
        ("2024-11-29", False),
        ("2024-11-30", False),
        ("2024-12-01", True),
    ]
    assert OccupancyDay.objects.get(day=THEN).coverage["gate_passages"] == 1
    with pytest.raises(Refused) as refused:
        build_day(THEN)
    assert refused.value.code is OccupancyRefusal.DAY_SEALED
    assert list(days_to_forget()) == []


@pytest.mark.usefixtures("long_ago")
def test_it_goes_on_where_it_was_broken_off(hall: Hall) -> None:
    assert forget_some(at_most=1)
    assert list(days_to_forget()) == [dt.date(2024, 11, 30)]
    assert not forget_some(at_most=1)


@pytest.mark.usefixtures("long_ago")
def test_nothing_is_forgotten_where_the_city_says_so(hall: Hall, settings: object) -> None:
    settings.OCCUPANCY = {"core_window": (dt.time(8, 30), dt.time(17, 15)), "retention_months": 0}  # type: ignore[attr-defined]  # pytest-django's settings take any name
    assert list(days_to_forget()) == []


def test_past_bookings_are_shown_as_before_to_everybody_else(
    hall: Hall, long_ago: time_machine.Traveller, as_person: Callable[[str], APIClient]
) -> None:
    while forget_some():
        continue
    client = as_person("agatsuma")
    past = client.get("/api/v1/bookings/?from=2024-11-01&to=2024-12-31")
    assert (past.status_code, past.json()["results"]) == (200, [])
    assert client.get(f"/api/v1/attendance/me/?from={THEN}&to={THEN}").status_code == 200
    for floor in hall.floors.values():
        assert client.get(f"/api/v1/floors/{floor.pk}/availability/?day={THEN}").status_code in (200, 400)
    assert list(people_found("記録", day=dt.date(2025, 12, 10), people_revision=1).fetch(None, False, 5)) == []


def test_the_connection_is_not_left_open_for_forgetting(hall: Hall, long_ago: time_machine.Traveller) -> None:
    forget_some()
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('kyoseki.forgets', true)")
        assert cursor.fetchone() in [("off",), ("",)]
