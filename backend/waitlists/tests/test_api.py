"""`/waitlists/` over HTTP."""

import pytest

from bookings.services.booking import book_desk, cancel_booking
from people.models import Account
from tests.factories.hall import add_person
from tests.fixtures.cast import TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

WISH = {"day": str(TUESDAY), "part": "full"}


@pytest.fixture
def join(hall, as_person):
    def post(who="kudo", **more):
        body = {**WISH, "area": hall.areas["06A"].pk, **more}
        return as_person(who).post("/api/v1/waitlists/", body, format="json")

    return post


def test_a_story_of_waiting(hall, full, join, as_person):
    joined = join()
    assert joined.status_code == 201, joined.json()
    wait = joined.json()
    assert {key: wait[key] for key in ("state", "position", "length", "part", "offer")} == {
        "state": "waiting",
        "position": 1,
        "length": 1,
        "part": "full",
        "offer": None,
    }
    assert wait["area"]["code"] == "06A"
    cancel_booking(booking_id=full["06A-003"].pk)

    (mine,) = as_person("kudo").get("/api/v1/waitlists/").json()
    assert (mine["state"], mine["offer"]["desk"]["code"]) == ("offered", "06A-003")
    assert mine["offer"]["until"] == "2026-11-30T08:45:00+09:00"
    floor = f"/api/v1/floors/{hall.floors['6'].pk}/availability/?day={TUESDAY}"
    line = {row["desk"]: row for row in as_person("kudo").get(floor).json()["desks"]}[hall.desk("06A-003")]
    assert line == {"desk": hall.desk("06A-003"), "state": "offered", "to_me": True, "holder": None} or line == {
        "desk": hall.desk("06A-003"),
        "state": "offered",
        "to_me": True,
    }
    other = {row["desk"]: row for row in as_person("yamada").get(floor).json()["desks"]}[hall.desk("06A-003")]
    assert other == {"desk": hall.desk("06A-003"), "state": "offered"}
    assert as_person("kudo").get("/api/v1/bookings/").json()["results"] == []

    taken = as_person("kudo").post(f"/api/v1/waitlists/{wait['id']}/accept/", {}, format="json")
    assert taken.status_code == 200
    assert taken.json()["booking"]["desk"]["code"] == "06A-003"
    assert taken.json()["wait"]["state"] == "accepted"


def test_an_offered_desk_names_nobody_on_its_page(hall, full, join, as_person):
    join()
    cancel_booking(booking_id=full["06A-003"].pk)
    for who in ("kudo", "agatsuma"):
        day = as_person(who).get(f"/api/v1/desks/{hall.desk('06A-003')}/day/?day={TUESDAY}").json()
        assert (day["state"], day["answer"]["refusal"]["code"]) == ("offered", "desk_taken")
        assert [(held["state"], held["holder"], held["mine"]) for held in day["held"]] == [("offered", None, False)]
        beside = as_person(who).get(f"/api/v1/desks/{hall.desk('06A-001')}/day/?day={TUESDAY}").json()
        assert "工藤 真理子" not in [person["name"] for person in beside["neighbours"]]


def test_an_offer_is_no_booking_to_act_on(full, join, as_person):
    join()
    cancel_booking(booking_id=full["06A-003"].pk)
    (mine,) = as_person("kudo").get("/api/v1/waitlists/").json()
    assert mine["offer"]["holds"] == []
    offered = full["06A-003"].pk + 10**6
    for step in ("cancel", "check-in", "restore"):
        assert as_person("kudo").post(f"/api/v1/bookings/{offered}/{step}/").status_code == 404


def test_the_offer_says_what_accepting_takes_the_place_of(hall, full, join, as_person, between):
    wait = join().json()
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06C-001"), during=between("8:30", "17:15"))
    cancel_booking(booking_id=full["06A-003"].pk)
    client = as_person("kudo")
    (mine,) = client.get("/api/v1/waitlists/").json()
    assert [held["desk_code"] for held in mine["offer"]["holds"]] == ["06C-001"]

    accept = f"/api/v1/waitlists/{wait['id']}/accept/"
    assert client.post(accept, {}, format="json").json()["code"] == "already_booked"
    assert client.post(accept, {"leave_other": True}, format="json").status_code == 200


def test_a_refusal_to_wait_names_the_way_out(hall, full, join):
    refused = join(area=hall.areas["06C"].pk)
    assert (refused.status_code, refused.json()["code"]) == (409, "desks_are_free")
    assert [one["desk_code"] for one in refused.json()["instead"]] == ["06C-001", "06C-002"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"area": 999999}, "area"),
        ({"features": ["sofa"]}, "features.0"),
        ({"day": "yesterday"}, "day"),
        ({"book_until": "12:00"}, "book_until"),
    ],
)
def test_nonsense_is_said_by_field(body, field, full, join):
    answer = join(**body)
    assert answer.status_code == 400
    assert field in answer.json()["fields"]


def test_booking_without_asking_ends_at_the_hour_named(full, join):
    assert join(book_automatically=True).json()["book_until"] == "2026-12-01T08:30:00+09:00"
    assert join("yamada", book_automatically=True, book_until="8:00").status_code == 400
    assert join("agatsuma", book_automatically=True, book_until="08:00").json()["book_until"][11:16] == "08:00"


def test_others_waits_do_not_exist(full, join, as_person):
    wait = join().json()
    for act in ("leave", "accept", "decline"):
        assert as_person("hoshi").post(f"/api/v1/waitlists/{wait['id']}/{act}/", {}, format="json").status_code == 404
    assert join("hoshi", person=wait["person"]).status_code == 403


def test_a_manager_waits_for_somebody_of_the_section(hall, full, join, as_person):
    wait = join("yamada", person=hall.person("kudo")).json()
    assert wait["person"] == hall.person("kudo")
    listed = as_person("yamada").get(f"/api/v1/waitlists/?person={hall.person('kudo')}").json()
    assert [one["id"] for one in listed] == [wait["id"]]
    assert as_person("yamada").post(f"/api/v1/waitlists/{wait['id']}/leave/").json()["state"] == "left"


def test_polling_an_unchanged_line_costs_a_304(full, join, as_person):
    join()
    client = as_person("kudo")
    etag = client.get("/api/v1/waitlists/")["ETag"]
    assert client.get("/api/v1/waitlists/", HTTP_IF_NONE_MATCH=etag).status_code == 304
    join("yamada")
    assert client.get("/api/v1/waitlists/", HTTP_IF_NONE_MATCH=etag).status_code == 200  # the line is longer


def test_demand_is_told_to_facilities_in_groups_of_five(hall, full, join, as_person, client_of):
    for number in range(5):
        add_person(hall, f"more{number}", f"待ち 人{number}", "030202")
        assert join(f"more{number}").status_code == 201
    assert join("kudo", part="am", area=None).status_code == 201
    account = hall.account("sasaki")
    Account.objects.filter(pk=account.pk).update(roles=["facilities"])
    period = f"/api/v1/waitlists/demand/?from={TUESDAY}&to={TUESDAY}"

    assert client_of(account).get(period).json() == [
        {"day": str(TUESDAY), "area": None, "waited": None, "seated": None},
        {"day": str(TUESDAY), "area": hall.areas["06A"].pk, "waited": 5, "seated": 0},
    ]
    assert as_person("kudo").get(period).status_code == 403
