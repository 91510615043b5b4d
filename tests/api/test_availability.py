"""Who has which desk: a floor's availability, free counts, and one desk's day, as far as the viewer may know."""

import pytest

from core.revision import Slow, bump
from people.models import Person
from tests.fixtures.cast import TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture
def me(as_person):
    return as_person("agatsuma")


def wish(hall, desk="06A-001", **more):
    return {"desk": hall.desk(desk), "day": TUESDAY.isoformat(), "part": "full", **more}


def test_floor_availability_says_mine_taken_and_free(hall, me, as_person):
    mine = me.post("/api/v1/bookings/", wish(hall)).json()
    as_person("kudo").post("/api/v1/bookings/", wish(hall, "06A-002", part="am"))

    answer = me.get(f"/api/v1/floors/{hall.floors['6'].pk}/availability/?day=2026-12-01")

    states = {row["desk"]: row for row in answer.json()["desks"]}
    kudo = {"id": hall.person("kudo"), "name": "工藤 真理子", "family_name": "工藤", "department": "広聴課"}
    assert states[hall.desk("06A-001")]["state"] == "mine"
    assert states[hall.desk("06A-001")]["booking"] == mine["id"]
    assert states[hall.desk("06A-002")] == {
        "desk": hall.desk("06A-002"),
        "state": "taken",
        "holder": kudo,
        "partly": True,
    }
    assert states[hall.desk("06A-003")] == {"desk": hall.desk("06A-003"), "state": "free"}
    assert states[hall.desk("06A-005")]["state"] == "drop_in"
    assert states[hall.desk("06A-006")]["state"] == "assigned"


@pytest.mark.parametrize(
    ("visibility", "seen_by"),
    [
        ("everyone", {"yamada", "agatsuma", "hoshi"}),
        ("section", {"yamada", "agatsuma"}),
        ("manager", {"yamada"}),
    ],
)
def test_a_holder_is_named_to_those_only_whom_the_holder_lets_see(hall, as_person, visibility, seen_by):
    as_person("kudo").post("/api/v1/bookings/", wish(hall))
    Person.objects.filter(pk=hall.person("kudo")).update(visibility=visibility)
    bump(Slow.PEOPLE)

    named = set()
    for viewer in ("yamada", "agatsuma", "hoshi"):
        rows = as_person(viewer).get(f"/api/v1/floors/{hall.floors['6'].pk}/availability/?day=2026-12-01").json()
        (taken,) = [row for row in rows["desks"] if row["state"] == "taken"]
        if taken["holder"] is not None:
            named.add(viewer)

    assert named == seen_by


def test_a_poll_is_answered_304_until_somebody_books(hall, me, as_person):
    address = f"/api/v1/floors/{hall.floors['6'].pk}/availability/?day=2026-12-01"
    etag = me.get(address)["ETag"]

    again = me.get(address, headers={"If-None-Match": etag})
    as_person("kudo").post("/api/v1/bookings/", wish(hall))
    changed = me.get(address, headers={"If-None-Match": etag})

    assert (again.status_code, again.content, changed.status_code) == (304, b"", 200)


def test_one_persons_etag_is_not_anothers(hall, me, as_person):
    address = f"/api/v1/floors/{hall.floors['6'].pk}/availability/?day=2026-12-01"
    assert me.get(address)["ETag"] != as_person("kudo").get(address)["ETag"]


def test_availability_costs_at_most_four_queries(hall, me, as_person, django_assert_max_num_queries):
    address = f"/api/v1/floors/{hall.floors['6'].pk}/availability/?day=2026-12-01"
    me.get(address)
    with django_assert_max_num_queries(4):
        me.get(address)
    for name, desk in (("kudo", "06A-001"), ("yamada", "06A-002"), ("agatsuma", "06A-003")):
        as_person(name).post("/api/v1/bookings/", wish(hall, desk))
    with django_assert_max_num_queries(4):
        me.get(address)


def test_free_counts_of_all_floors_come_top_floor_first(hall, me):
    me.post("/api/v1/bookings/", wish(hall))

    floors = me.get("/api/v1/availability/?day=2026-12-01").json()

    assert [(floor["floor"], floor["in_service"], floor["free"], floor["drop_in"]) for floor in floors] == [
        (hall.floors["7"].pk, 2, 2, 0),
        (hall.floors["6"].pk, 11, 8, 1),
    ]


def test_free_counts_cost_the_same_queries_with_one_booking_and_with_three(
    hall, me, as_person, django_assert_num_queries
):
    me.post("/api/v1/bookings/", wish(hall))
    me.get("/api/v1/availability/?day=2026-12-01")
    with django_assert_num_queries(3):
        me.get("/api/v1/availability/?day=2026-12-01")
    as_person("kudo").post("/api/v1/bookings/", wish(hall, "06A-002"))
    as_person("yamada").post("/api/v1/bookings/", wish(hall, "06A-003"))
    with django_assert_num_queries(3):
        me.get("/api/v1/availability/?day=2026-12-01")


def test_a_desks_day_says_who_has_it_who_sits_beside_and_whether_i_may(hall, me, as_person):
    as_person("kudo").post("/api/v1/bookings/", wish(hall, "06A-002", part="am"))
    as_person("yamada").post("/api/v1/bookings/", wish(hall, "06A-001", part="pm"))

    day = me.get(f"/api/v1/desks/{hall.desk('06A-001')}/day/?day=2026-12-01&part=am").json()

    assert (day["state"], day["answer"], day["check_in"]) == ("free", {"allowed": True, "refusal": None}, "none")
    assert [(row["kind"], row["holder"]["family_name"], row["mine"]) for row in day["held"]] == [
        ("booking", "山田", False)
    ]
    assert [person["family_name"] for person in day["neighbours"]] == ["工藤"]


def test_a_desks_day_tells_the_contradiction_before_and_not_after(hall, me):
    mine = me.post("/api/v1/bookings/", wish(hall)).json()

    day = me.get(f"/api/v1/desks/{hall.desk('06A-002')}/day/?day=2026-12-01").json()

    assert day["my_booking"]["id"] == mine["id"]
    assert day["answer"]["refusal"]["code"] == "already_booked"
