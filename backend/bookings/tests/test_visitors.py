"""Visitors: entered by facilities, seated like anybody else, and not named to everyone."""

import pytest

from audit.models import Event
from bookings.models import Booking
from bookings.services.visits import give_up_after_visit
from people.models import Person
from people.selectors.finding import people_found
from tests.fixtures.cast import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

VISITORS = "/api/v1/visitors/"


@pytest.fixture
def facilities(hall, client_of):
    account = hall.account("hoshi")
    account.roles = ["facilities"]
    account.save()
    return client_of(account)


@pytest.fixture
def expected(hall, facilities):
    """客 一郎 of 県庁, whom 工藤 receives from Tuesday to Thursday."""
    body = {
        "name": "客 一郎",
        "kana": "キャク イチロウ",
        "organisation": "県庁",
        "host": hall.person("kudo"),
        "first_day": "2026-12-01",
        "last_day": "2026-12-03",
    }
    answer = facilities.post(VISITORS, body, format="json")
    assert answer.status_code == 201, answer.json()
    return answer.json()


@pytest.fixture
def seat(hall, facilities, expected):
    def book(desk="06C-001", day="2026-12-01"):
        body = {"desk": hall.desk(desk), "day": day, "part": "full", "person": expected["id"]}
        return facilities.post("/api/v1/bookings/", body, format="json")

    return book


def row_of(client, hall, desk):
    rows = client.get(f"/api/v1/floors/{hall.floors['6'].pk}/availability/?day=2026-12-01").json()["desks"]
    return next(row for row in rows if row["desk"] == hall.desk(desk))


def test_a_visitor_is_entered_listed_and_recorded(facilities, expected, hall):
    assert facilities.get(VISITORS).json() == [expected]
    assert (expected["here"], expected["host"]["name"]) == (False, "工藤 真理子")
    after = Event.objects.get(kind="visitor.expected").after
    assert after is not None
    assert after["person"] == hall.person("kudo")


def test_only_facilities_knows_visitors(as_person, expected):
    for who in ("yamada", "kudo", "agatsuma"):
        assert as_person(who).get(VISITORS).status_code == 403
        assert as_person(who).post(f"{VISITORS}{expected['id']}/end/").status_code == 403


def test_a_visitor_is_on_no_roll_and_in_no_section(as_person, expected, hall):
    assert people_found("客", day=MONDAY, people_revision=0).fetch(None, False, 5) == []
    assert as_person("kudo").get("/api/v1/people/?q=客").json()["results"] == []
    section = f"/api/v1/attendance/departments/{hall.departments['030202'].pk}/?from=2026-12-01&to=2026-12-01"
    assert "客" not in as_person("yamada").get(section).content.decode()
    assert as_person("kudo").get(f"/api/v1/people/{expected['id']}/").status_code == 404


def test_a_visitors_desk_says_visitor_and_no_name_but_to_host_and_facilities(
    seat, as_person, facilities, hall, expected
):
    assert seat().json()["person"] == expected["id"]
    for outsider in ("agatsuma", "yamada", "sasaki"):
        row = row_of(as_person(outsider), hall, "06C-001")
        assert row == {"desk": hall.desk("06C-001"), "state": "taken", "holder": None, "visitor": True}
    named = {"id": expected["id"], "name": "客 一郎", "family_name": "客 一郎", "department": "県庁"}
    for knows in (facilities, as_person("kudo")):
        assert row_of(knows, hall, "06C-001")["holder"] == named
    day = f"/api/v1/desks/{hall.desk('06C-001')}/day/?day=2026-12-01"
    (held,) = as_person("sasaki").get(day).json()["held"]
    assert (held["holder"], held["visitor"]) == (None, True)
    where = f"/api/v1/people/{expected['id']}/whereabouts/?day=2026-12-01"
    assert as_person("sasaki").get(where).status_code == 404
    assert as_person("kudo").get(where).json()["visible"] is True


def test_a_visitor_sits_where_the_host_may_and_on_the_days_of_the_visit(seat):
    assert seat("06A-001").status_code == 201
    refused = seat("06C-001", day="2026-12-04").json()
    assert (refused["code"], refused["allowed_until"]) == ("not_during_visit", "2026-12-03")
    assert seat("07A-001", day="2026-12-02").json()["code"] == "area_not_yours"
    assert Booking.objects.get().department_id is None


def test_a_visit_that_ends_early_gives_back_the_desks_after_it(
    seat, facilities, expected, monday_morning, hall, as_person
):
    for day in ("2026-12-01", "2026-12-02", "2026-12-03"):
        assert seat(day=day).status_code == 201
    monday_morning.shift(86400)
    ended = facilities.post(f"{VISITORS}{expected['id']}/end/").json()
    assert (ended["last_day"], ended["here"]) == ("2026-12-01", True)
    give_up_after_visit(Event.objects.get(kind="visitor.ended"))
    give_up_after_visit(Event.objects.get(kind="visitor.ended"))
    states = dict(Booking.objects.values_list("day", "state"))
    assert [states[day] for day in sorted(states)] == ["booked", "cancelled", "cancelled"]
    assert facilities.post(f"{VISITORS}{expected['id']}/end/").json()["code"] == "visit_ends_today"


def test_a_visit_to_come_is_called_off(seat, facilities, expected):
    seat()
    assert facilities.post(f"{VISITORS}{expected['id']}/end/").status_code == 200
    give_up_after_visit(Event.objects.get(kind="visitor.ended"))
    assert Booking.objects.get().state == "cancelled"
    assert facilities.get(VISITORS).json() == []
    assert seat("06C-002").status_code == 403
    assert facilities.post(f"{VISITORS}{expected['id']}/end/").json()["code"] == "visit_is_over"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"first_day": "2026-11-29"}, "period_is_past"),
        ({"last_day": "2027-11-30"}, "period_too_long"),
        ({"host": 10**9}, "not_on_the_roll"),
    ],
)
def test_what_is_refused(facilities, hall, more, code):
    body = {"name": "客", "host": hall.person("kudo"), "first_day": "2026-12-01", "last_day": "2026-12-03", **more}
    assert facilities.post(VISITORS, body, format="json").json()["code"] == code
    assert not Person.objects.filter(kind="visitor").exists()


def test_nobody_is_ended_who_is_no_visitor(facilities, hall):
    assert facilities.post(f"{VISITORS}{hall.person('kudo')}/end/").status_code == 404
    assert facilities.post(f"{VISITORS}{2**80}/end/").status_code == 404
