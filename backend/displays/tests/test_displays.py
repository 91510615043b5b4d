"""Floors on wall screens: what they show, to whom, and until when."""

import logging
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from access.policies.throttle import ThrottlePolicy
from audit.models import Event
from bookings.services.booking import book_desk
from core import clock
from displays.models import DisplayLink
from displays.policies.moment import stretch_shown
from people.models import Person
from spaces.selectors import buildings
from spaces.services.closures import ClosedPlaceWanted, close_place
from tests.fixtures.cast import MONDAY, at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture
def facilities(hall, client_of):
    account = hall.account("hoshi")
    account.roles = ["facilities"]
    account.save()
    return client_of(account)


@pytest.fixture
def set_up(hall, facilities):
    def display(*, names=False):
        """A display of the sixth floor: its API address."""
        answer = facilities.post(
            "/api/v1/display-links/", {"floor": hall.floors["6"].pk, "name": "6階 EVホール", "names": names}
        )
        assert answer.status_code == 201
        return answer.json()["address"].replace("/display/", "/api/v1/displays/") + "/"

    return display


def test_a_display_shows_the_floor_to_whoever_has_its_address(hall, set_up, nobody, between):
    book_desk(
        person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "12:00", day=MONDAY)
    )
    close_place(
        place=ClosedPlaceWanted(desk_id=hall.desk("06C-001")),
        during=between("8:30", "17:15", day=MONDAY),
        reason="清掃",
    )
    answer = nobody.get(set_up())
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-cache")
    shown = answer.json()
    assert {name: shown[name] for name in ("floor_name", "name", "free", "drop_in", "in_service", "until")} == {
        "floor_name": "6階",
        "name": "6階 EVホール",
        "free": 7,
        "drop_in": 1,
        "in_service": 10,
        "until": "2026-11-30T12:00:00+09:00",
    }
    assert [(area["name"], area["free"], area["drop_in"]) for area in shown["areas"]] == [
        ("6階Aエリア", 3, 1),
        ("6階Bエリア", 3, 0),
        ("6階Cエリア", 1, 0),
    ]
    states = {desk["id"]: desk["state"] for desk in shown["desks"]}
    assert states[hall.desk("06A-001")] == "taken"
    assert states[hall.desk("06C-001")] == "closed"
    assert "我妻" not in answer.content.decode()


def test_names_are_shown_only_where_set_and_only_of_those_whom_everyone_may_see(hall, set_up, nobody, between):
    for name, desk in (("agatsuma", "06A-001"), ("kudo", "06A-002"), ("sasaki", "06B-001")):
        book_desk(person_id=hall.person(name), desk_id=hall.desk(desk), during=between("8:30", "17:15", day=MONDAY))
    Person.objects.filter(pk=hall.person("kudo")).update(visibility="section")
    Person.objects.filter(pk=hall.person("sasaki")).update(visibility="manager")
    shown = nobody.get(set_up(names=True)).json()
    assert [area["people"] for area in shown["areas"]] == [[{"name": "我妻", "desk_code": "06A-001"}], [], []]


def test_a_display_that_nothing_changed_for_costs_two_questions_and_no_body(set_up, nobody, monday_morning):
    address = set_up()
    tag = nobody.get(address)["ETag"]
    with CaptureQueriesContext(connection) as asked:
        assert nobody.get(address, HTTP_IF_NONE_MATCH=tag).status_code == 304
    assert len(asked) == 2
    monday_morning.shift(timedelta(minutes=1))
    with CaptureQueriesContext(connection) as asked:
        assert nobody.get(address, HTTP_IF_NONE_MATCH=tag).status_code == 200
    assert len(asked) == 3  # the display, the revisions, who holds what; however many desks there are


def test_the_drawing_comes_with_the_display_and_only_of_its_own_floor(hall, set_up, nobody):
    address = set_up()
    drawing = nobody.get(f"{address}plans/{hall.layouts['6'].pk}.svg")
    assert (drawing.status_code, drawing["Content-Type"]) == (200, "image/svg+xml; charset=utf-8")
    assert nobody.get(f"{address}plans/{hall.layouts['7'].pk}.svg").status_code == 404
    assert nobody.get(f"{address}plans/{2**70}.svg").status_code == 404


def test_a_revoked_display_is_answered_like_one_that_never_was(hall, set_up, facilities, nobody):
    address = set_up()
    link = DisplayLink.objects.get()
    assert (
        facilities.post(f"/api/v1/display-links/{link.pk}/revoke/").json()["revoked_at"]
        == clock.now().astimezone(clock.city_zone()).isoformat()
    )
    revoked, never = nobody.get(address), nobody.get("/api/v1/displays/never-was-one/")
    assert (revoked.status_code, revoked.content) == (404, never.content)
    assert nobody.get(f"{address}plans/{hall.layouts['6'].pk}.svg").status_code == 404
    assert facilities.post(f"/api/v1/display-links/{link.pk}/revoke/").status_code == 200
    assert list(Event.objects.filter(subject_kind="display").values_list("kind", flat=True)) == [
        "display.set_up",
        "display.revoked",
    ]


def test_whoever_guesses_addresses_has_to_wait_and_a_display_behind_the_same_address_does_not(set_up, nobody):
    address = set_up()
    for _ in range(ThrottlePolicy().address_failures):
        assert nobody.get("/api/v1/displays/guess/").status_code == 404
    answer = nobody.get("/api/v1/displays/guess/")
    assert (answer.status_code, answer.json()["code"]) == (429, "throttled")
    assert nobody.get(address).status_code == 200


def test_the_key_is_nowhere_but_in_the_one_answer(set_up, facilities, nobody, caplog):
    key = set_up().rstrip("/").rpartition("/")[2]
    (listed,) = facilities.get("/api/v1/display-links/").json()
    assert key not in str(listed)
    assert key not in str(DisplayLink.objects.values())
    assert key not in str(Event.objects.values())
    with caplog.at_level(logging.INFO, logger="kyoseki.request"):
        logging.getLogger("kyoseki").propagate = True
        nobody.get(f"/api/v1/displays/{key}/")
        nobody.get(f"/display/{key}")
    assert key not in caplog.text


def test_the_list_says_whether_a_display_is_still_there(set_up, facilities, nobody, monday_morning):
    address = set_up()
    (before,) = facilities.get("/api/v1/display-links/").json()
    nobody.get(address)
    monday_morning.shift(timedelta(minutes=4))
    nobody.get(address)
    (after,) = facilities.get("/api/v1/display-links/").json()
    assert (before["last_seen_at"], after["last_seen_at"]) == (None, "2026-11-30T08:00:00+09:00")
    monday_morning.shift(timedelta(minutes=2))
    nobody.get(address)
    assert DisplayLink.objects.get().last_seen_at == clock.now()


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "floor"),
        ({"floor": 1}, "floor"),
        ({"floor": 2**40, "name": "x"}, "floor"),
        ({"floor": 1, "name": ""}, "name"),
    ],
)
def test_a_display_needs_a_floor_and_a_name(hall, facilities, body, field):
    answer = facilities.post("/api/v1/display-links/", {**body, "floor": body.get("floor", hall.floors["6"].pk)})
    assert (answer.status_code, field in answer.json()["fields"] or field == "floor") == (400, True)


@pytest.mark.parametrize(
    ("now", "start", "end"),
    [
        ("6:00", "7:00", "12:00"),
        ("9:41", "9:41", "12:00"),
        ("12:00", "12:00", "17:15"),
        ("17:15", "17:15", "22:00"),
    ],
)
def test_a_desk_counts_as_free_until_the_part_of_the_day_ends(hall, now, start, end):
    (building,) = buildings()
    shown = stretch_shown(building, at(now))
    assert (shown.start, shown.end) == (at(start), at(end))


def test_at_night_there_still_is_something_to_show(hall):
    (building,) = buildings()
    shown = stretch_shown(building, at("23:59"))
    assert shown.start < shown.end
