"""Readings of sensors: what stands in a slot, what cannot be, and that nothing is taken by halves or twice."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from hypothesis import given
from hypothesis import strategies as st
from rest_framework.test import APIClient

from access.policies.scopes import Scope
from access.services.tokens import create_token
from audit.models import Event
from core.clock import city_zone
from occupancy.models import OccupancyDay, SensorSlot
from occupancy.policies.readings import Reading, slots_of, standing
from people.models import Account
from tests.fixtures.cast import MONDAY, TUESDAY, at

READINGS = "/api/v1/occupancy/readings/"


@pytest.fixture
def program(hall, monday_morning):
    """A program with a token of the scope `sensors`; `program(Scope.READ)` with another."""
    cache.clear()
    monday_morning.move_to(at("10:00"))
    account = hall.account("yamada")
    Account.objects.filter(pk=account.pk).update(roles=["facilities"])

    def client(*scopes):
        token = create_token(account=account, name="センサー6階", scopes=scopes or [Scope.SENSORS], days=30)
        client = APIClient()
        client.credentials(HTTP_AUTHORIZATION=f"Bearer {token.token}")
        return client

    return client


@pytest.fixture
def tell(program):
    """`tell(("06A-001", "9:00", 1), …)` posts readings; what has no number behind it is an area."""
    client = program()

    def post(*readings, day=MONDAY):
        return client.post(READINGS, [told(*reading, day=day) for reading in readings])

    return post


def told(code, clock_time, occupied, *, day=MONDAY):
    return {"desk" if "-" in code else "area": code, "at": at(clock_time, day).isoformat(), "occupied": occupied}


def slots():
    """What stands, as `{(slot, code): taken}`."""
    rows = SensorSlot.objects.values_list("slot", "desk__code", "area__code", "occupied")
    return {(slot, desk or area): occupied for slot, desk, area, occupied in rows}


def test_a_reading_stands_in_the_slots_of_the_next_half_hour(tell):
    answer = tell(("06A-001", "8:50", 1), ("06A-002", "9:00", 1), ("06B", "9:01", 2))
    assert (answer.status_code, answer.json()) == (200, {"taken": 3, "known": 0})
    assert slots() == {
        (18, "06A-001"): 1,
        (18, "06A-002"): 1,
        (19, "06A-002"): 1,
        (19, "06B"): 2,
    }
    row = SensorSlot.objects.get(slot=19, area__isnull=False)
    assert (row.day, row.read_at, row.source) == (MONDAY, at("9:01"), "センサー6階")


def test_of_several_readings_the_last_before_the_slot_stands_in_whatever_order_they_come(tell):
    tell(("06A-001", "8:45", 0), ("06A-001", "8:59", 1), ("06A-001", "8:31", 1))
    assert slots() == {(18, "06A-001"): 1}
    late = tell(("06A-001", "8:50", 0)).json()
    assert (late, slots()) == ({"taken": 0, "known": 1}, {(18, "06A-001"): 1})
    newer = tell(("06A-001", "9:00", 0)).json()
    assert (newer, slots()) == ({"taken": 1, "known": 0}, {(18, "06A-001"): 0, (19, "06A-001"): 0})


def test_the_same_readings_again_change_nothing(tell):
    readings = [("06A-001", "9:00", 1), ("06B", "9:20", 3)]
    tell(*readings)
    before = slots()
    again = tell(*readings, readings[0])
    assert (again.json(), slots()) == ({"taken": 0, "known": 3}, before)
    assert Event.objects.filter(kind="sensor_readings.taken").count() == 1


@pytest.mark.parametrize(
    ("wrong", "field", "why"),
    [
        (("06A-999", "9:00", 1), "desk", "unknown_desk"),
        (("09Z", "9:00", 1), "area", "unknown_area"),
        (("06A-001", "9:00", 2), "occupied", "more_than_desks"),
        (("06B", "9:00", 4), "occupied", "more_than_desks"),
        (("06A-001", "10:06", 1), "at", "future"),
        (("06A-002", "9:30", 0), "occupied", "twice"),
    ],
)
def test_one_reading_that_cannot_be_is_named_by_its_place_and_none_is_taken(tell, wrong, field, why):
    answer = tell(("06A-002", "9:30", 1), ("06A-001", "9:40", 1), wrong)
    assert (answer.status_code, answer.json()["fields"]) == (400, {f"2.{field}": [why]})
    assert not SensorSlot.objects.exists()


def test_readings_of_more_than_a_week_ago_are_too_old(tell):
    last_week = MONDAY - timedelta(days=7)
    assert tell(("06A-001", "10:00", 1), day=last_week).status_code == 200
    assert tell(("06A-001", "9:59", 1), day=last_week).json()["fields"] == {"0.at": ["too_old"]}


@pytest.mark.parametrize(
    ("reading", "field"),
    [
        ({"occupied": -1}, "1.occupied"),
        ({"occupied": "one"}, "1.occupied"),
        ({"at": "2026-11-30T09:00:00"}, "1.at"),
        ({"at": "9:00"}, "1.at"),
        ({"area": "06A"}, "1.desk"),
        ({"desk": ""}, "1.desk"),
        ({"desk": None}, "1.desk"),
    ],
)
def test_what_is_no_reading_is_named_by_its_place_and_member(program, reading, field):
    good = told("06A-001", "9:00", 1)
    answer = program().post(READINGS, [good, {**good, **reading}])
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])
    assert not SensorSlot.objects.exists()


def test_neither_nothing_nor_too_many_are_taken(program):
    client, good = program(), told("06A-001", "9:00", 1)
    assert [client.post(READINGS, body).status_code for body in ([], good, [good] * 1_001)] == [400, 400, 400]
    assert client.post(READINGS, [good] * 1_000).json() == {"taken": 1, "known": 999}


def test_an_area_in_two_buildings_needs_the_building(tell, program, hall):
    answer = program().post(READINGS, [{**told("06B", "9:00", 1), "building": "HALL"}])
    assert answer.json() == {"taken": 1, "known": 0}
    other = program().post(READINGS, [{**told("06B", "9:00", 1), "building": "ANNEX"}])
    assert other.json()["fields"] == {"0.area": ["unknown_area"]}


def test_readings_of_a_day_that_is_over_make_its_facts_stale_when_they_say_something_new(tell):
    sunday = MONDAY - timedelta(days=1)
    for day in (sunday, MONDAY):
        OccupancyDay.objects.create(
            day=day, working_day=True, core_first=17, core_end=35, on_roll=5, digest="", version=1, built_at=at("2:10")
        )
    tell(("06A-001", "9:00", 1))
    assert not OccupancyDay.objects.filter(stale=True).exists()
    for expected in (1, 0):
        tell(("06A-001", "9:00", 1), day=sunday)
        assert OccupancyDay.objects.filter(stale=True, day=sunday).update(stale=False) == expected


def test_a_reading_before_midnight_stands_in_the_first_slot_of_the_next_day(tell, monday_morning):
    monday_morning.move_to(at("0:10", TUESDAY))
    tell(("06A-001", "23:45", 1))
    assert [(row.day, row.slot) for row in SensorSlot.objects.all()] == [(TUESDAY, 0)]


def test_only_a_token_for_sensors_tells_and_tells_nothing_else(program, hall):
    reading = [told("06A-001", "9:00", 1)]
    assert program(Scope.READ, Scope.PLACES).post(READINGS, reading).json()["code"] == "token_out_of_scope"
    assert program().get("/api/v1/floors/").json()["code"] == "token_out_of_scope"
    Account.objects.filter(person=hall.people["yamada"]).update(roles=[])
    assert program().post(READINGS, reading).json()["code"] == "forbidden"


readings_of_two = st.lists(
    st.builds(
        lambda desk, minute, occupied: Reading(desk, None, at("8:00") + timedelta(minutes=minute), occupied),
        st.sampled_from([1, 2]),
        st.integers(0, 120),
        st.integers(0, 1),
    ),
    max_size=12,
)


@given(readings_of_two, st.randoms(use_true_random=False))
def test_the_order_in_which_readings_arrive_does_not_matter(readings, random):
    shuffled = readings[:]
    random.shuffle(shuffled)
    one, other = (standing(either, city_zone()) for either in (readings, shuffled))
    assert {key: reading for key, (_, reading) in one.items()} == {key: reading for key, (_, reading) in other.items()}


@given(st.integers(0, 24 * 60 * 60 - 1))
def test_a_reading_stands_in_one_slot_or_exactly_on_two(second):
    moment = at("0:00") + timedelta(seconds=second)
    assert len(list(slots_of(moment, city_zone()))) == (2 if second % 1800 == 0 else 1)
