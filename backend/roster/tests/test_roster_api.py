"""The roster over HTTP: opened, seen, and by whom."""

from datetime import timedelta

import pytest
from psycopg.types.range import TimestamptzRange

from audit.models import Event
from bookings.models import Booking
from bookings.services.presence import check_out
from people.models import Person
from people.policies.roles import Role
from people.services.roles import grant_role
from roster.selectors.roster import roster_now
from tests.fixtures.cast import TUESDAY, at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roster_folder")]


def lines(answer):
    return {one["name"]: (one["standing"], one["source"], one["desk"]) for one in answer.json()["people"]}


def test_the_roster_says_who_is_there_on_whose_word(hall, monday_morning, crisis, sits, passes):
    sits("agatsuma", "06A-001")
    sits("sasaki", "06B-001", check_in=False)
    passes("kudo", "G06-1", "in", "8:20")
    passes("yamada", "G06-1", "out", "8:25")
    monday_morning.move_to(at("9:00"))
    answer = crisis.get("/api/v1/roster/")
    assert lines(answer) == {
        "我妻 美咲": ("seen", "check_in", "06A-001"),
        "佐々木 隆": ("expected", "plan", "06B-001"),
        "工藤 真理子": ("seen", "gate_in", ""),
        "山田 葵": ("left", "gate_out", ""),
    }
    told = answer.json()
    assert [(floor["name"], floor["seen"], floor["expected"], floor["left"]) for floor in told["floors"]] == [
        ("7階", 0, 0, 0),
        ("6階", 2, 1, 1),
    ]
    assert [(one["name"], one["seen"], one["expected"], one["left"]) for one in told["departments"]] == [
        ("広聴課", 2, 0, 1),
        ("税制課", 0, 1, 0),
    ]
    assert (told["reason"], told["from_copy"], told["may_lead"]) == ("drill", False, True)


def test_midnight_takes_nobody_from_the_building_and_brings_nobody_back(hall, monday_morning, sits, passes):
    sits("agatsuma", "06A-001")
    left = sits("kudo", "06A-002")
    passes("kudo", "G06-1", "in", "8:25")
    until_ten = TimestamptzRange(at("8:30"), at("22:00"))
    Booking.objects.update(during=until_ten)
    monday_morning.move_to(at("21:00"))
    check_out(booking_id=left["id"])

    def believed(now):
        monday_morning.move_to(now)
        return {one.name: one.standing for one in roster_now().people}

    late = believed(at("23:50"))
    assert late == {"我妻 美咲": "seen", "工藤 真理子": "left"}
    assert believed(at("0:20", TUESDAY)) == late
    assert believed(at("8:00", TUESDAY)) == {}


def test_who_hides_elsewhere_is_on_the_roster(monday_morning, crisis, sits, hall):
    sits("agatsuma", "06A-001")
    Person.objects.filter(pk=hall.person("agatsuma")).update(visibility="manager")
    monday_morning.move_to(at("9:00"))
    assert "我妻 美咲" in lines(crisis.get("/api/v1/roster/"))


def test_the_roster_is_told_to_nobody_who_has_not_opened_it(hall, monday_morning, as_person):
    grant_role(account=hall.account("hoshi"), role=Role.CRISIS)
    client = as_person("hoshi")
    refused = client.get("/api/v1/roster/")
    assert (refused.status_code, refused.json()["code"]) == (409, "roster_not_opened")
    client.post("/api/v1/roster/openings/", {"reason": "real"})
    assert client.get("/api/v1/roster/").json()["reason"] == "real"


def test_opening_is_recorded_with_its_reason(hall, monday_morning, crisis):
    event = Event.objects.get(kind="roster.opened")
    assert event.after is not None
    assert (event.actor_name, event.after["reason"], event.after["sections"]) == ("星 翔太", "drill", None)
    assert event.at == at("8:00")


def test_an_opening_ends_with_the_pass(monday_morning, crisis):
    monday_morning.shift(timedelta(hours=12))
    assert crisis.get("/api/v1/roster/").status_code == 409


def test_a_manager_sees_the_own_section_alone(hall, monday_morning, as_person, sits):
    sits("agatsuma", "06A-001")
    sits("sasaki", "06B-001")
    monday_morning.move_to(at("9:00"))
    yamada = as_person("yamada")
    yamada.post("/api/v1/roster/openings/", {"reason": "drill"})
    answer = yamada.get("/api/v1/roster/")
    assert list(lines(answer)) == ["我妻 美咲"]
    assert [one["name"] for one in answer.json()["departments"]] == ["広聴課"]
    assert not answer.json()["may_lead"]
    opened = Event.objects.get(kind="roster.opened").after or {}
    assert opened["sections"] == [hall.departments["030202"].pk]


@pytest.mark.parametrize("role", [None, Role.FACILITIES, Role.IT, Role.HR])
def test_nobody_else_opens_it(hall, monday_morning, as_person, role):
    if role:
        grant_role(account=hall.account("agatsuma"), role=role)
    client = as_person("agatsuma")
    assert client.post("/api/v1/roster/openings/", {"reason": "drill"}).status_code == 403
    assert client.get("/api/v1/roster/").status_code == 403


def test_it_is_answered_by_304_until_somebody_comes(monday_morning, crisis, sits, passes):
    etag = crisis.get("/api/v1/roster/").headers["ETag"]
    monday_morning.shift(timedelta(minutes=3))
    assert crisis.get("/api/v1/roster/", HTTP_IF_NONE_MATCH=etag).status_code == 304
    passes("kudo", "G06-1", "in", "8:01")
    assert crisis.get("/api/v1/roster/", HTTP_IF_NONE_MATCH=etag).status_code == 200


def test_its_cost_does_not_grow_with_the_people(monday_morning, crisis, sits, django_assert_max_num_queries):
    crisis.get("/api/v1/roster/")
    sits("agatsuma", "06A-001")
    with django_assert_max_num_queries(8):
        crisis.get("/api/v1/roster/")
    sits("kudo", "06A-002")
    sits("sasaki", "06B-001")
    with django_assert_max_num_queries(8):
        crisis.get("/api/v1/roster/")
