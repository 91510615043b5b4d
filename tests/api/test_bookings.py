"""The main job over HTTP: look, book, change, check in, leave."""

from datetime import date, timedelta

import pytest

from bookings.models import Booking, BookingRule
from core.interval import Interval
from core.revision import Slow, bump
from people.models import Account, Person
from tests.factories.hall import city_time
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture
def me(as_person):
    return as_person("agatsuma")


def wish(hall, desk="06A-001", **more):
    return {"desk": hall.desk(desk), "day": TUESDAY.isoformat(), "part": "full", **more}


def test_a_booking_is_answered_with_everything_its_screen_says(hall, me):
    answer = me.post("/api/v1/bookings/", wish(hall))

    booking = Booking.objects.get()
    assert answer.status_code == 201
    assert answer.json() == {
        "id": booking.pk,
        "person": hall.person("agatsuma"),
        "booked_by": None,
        "desk": {
            "id": hall.desk("06A-001"),
            "code": "06A-001",
            "area": hall.areas["06A"].pk,
            "area_name": "6階Aエリア",
            "floor": hall.floors["6"].pk,
            "floor_name": "6階",
        },
        "day": "2026-12-01",
        "part": "full",
        "start": "2026-12-01T08:30:00+09:00",
        "end": "2026-12-01T17:15:00+09:00",
        "state": "booked",
        "walk_up": False,
        "spilled_over": False,
        "checked_in_at": None,
        "checked_out_at": None,
        "check_in_from": "2026-12-01T07:30:00+09:00",
        "check_in_until": None,
        "undo_until": None,
        "rule": None,
        "may": ["cancel", "change"],
        "moved_from": None,
        "ended_because": "",
    }


@pytest.mark.parametrize(
    ("language", "name", "owner"), [("ja", "解放ルール", "庁舎管理課"), ("en", "Release rule", "Facilities Section")]
)
def test_a_booking_that_will_be_released_names_the_rule_in_the_readers_language(hall, me, language, name, owner):
    Person.objects.filter(pk=hall.person("agatsuma")).update(language=language)
    BookingRule.objects.create(
        name="解放ルール",
        name_en="Release rule",
        owner="庁舎管理課",
        owner_en="Facilities Section",
        area=hall.areas["06A"],
        release_after_minutes=45,
    )
    bump(Slow.RULES)

    answer = me.post("/api/v1/bookings/", wish(hall)).json()

    assert answer["check_in_until"] == "2026-12-01T09:15:00+09:00"
    assert answer["rule"] == {"name": name, "owner": owner, "scope": "06A", "value": 45}


@pytest.mark.parametrize(
    ("asked", "start", "end", "part"),
    [
        ({"part": "am"}, "08:30", "12:00", "am"),
        ({"part": "pm"}, "13:00", "17:15", "pm"),
        ({}, "08:30", "17:15", "full"),
        ({"start": "09:15", "end": "10:45"}, "09:15", "10:45", None),
        ({"start": "2026-12-01T00:15:00Z", "end": "2026-12-01T10:45:00+09:00"}, "09:15", "10:45", None),
    ],
)
def test_a_stretch_is_asked_for_as_a_part_or_as_times(hall, me, asked, start, end, part):
    body = {"desk": hall.desk("06A-001"), "day": TUESDAY.isoformat(), **asked}
    answer = me.post("/api/v1/bookings/", body).json()
    assert (answer["start"], answer["end"], answer["part"]) == (
        f"2026-12-01T{start}:00+09:00",
        f"2026-12-01T{end}:00+09:00",
        part,
    )


def test_instants_need_no_day(hall, me):
    body = {
        "desk": hall.desk("06A-001"),
        "start": "2026-12-01T09:00:00+09:00",
        "end": "2026-12-01T10:00:00+09:00",
    }
    assert me.post("/api/v1/bookings/", body).status_code == 201


def test_a_refusal_is_a_problem_with_its_code_in_the_readers_language(hall, me, as_person):
    me.post("/api/v1/bookings/", wish(hall))
    Person.objects.filter(pk=hall.person("kudo")).update(language="en")

    refused = as_person("kudo").post("/api/v1/bookings/", wish(hall, part="am"))

    assert (refused.status_code, refused["Content-Type"]) == (409, "application/problem+json")
    assert refused.json() == {
        "type": "urn:kyoseki:problem:desk_taken",
        "title": "This desk is taken at that time.",
        "status": 409,
        "detail": "This desk is taken at that time.",
        "code": "desk_taken",
        "conflicts_with": {
            "kind": "booking",
            "start": "2026-12-01T08:30:00+09:00",
            "end": "2026-12-01T17:15:00+09:00",
            "desk": hall.desk("06A-001"),
            "desk_code": "06A-001",
        },
        "instead": [
            {
                "desk": hall.desk(code),
                "desk_code": code,
                "area_name": "6階Aエリア",
                "floor": hall.floors["6"].pk,
            }
            for code in ("06A-003", "06A-002", "06A-004")
        ],
    }


def test_a_booking_is_moved_and_given_another_part(hall, me):
    mine = me.post("/api/v1/bookings/", wish(hall)).json()

    moved = me.patch(f"/api/v1/bookings/{mine['id']}/", {"desk": hall.desk("06A-002"), "part": "pm"}).json()

    assert (moved["id"], moved["desk"]["code"], moved["part"]) == (mine["id"], "06A-002", "pm")


def test_a_booking_goes_to_another_day_with_its_hours(hall, me):
    mine = me.post("/api/v1/bookings/", wish(hall, part="am")).json()
    moved = me.patch(f"/api/v1/bookings/{mine['id']}/", {"day": "2026-12-02"}).json()
    assert (moved["day"], moved["part"]) == ("2026-12-02", "am")


def test_the_life_of_a_booking_over_http(hall, me, monday_morning):
    mine = me.post("/api/v1/bookings/", wish(hall, day=MONDAY.isoformat())).json()
    address = f"/api/v1/bookings/{mine['id']}/"

    cancelled = me.post(f"{address}cancel/").json()
    restored = me.post(f"{address}restore/").json()
    checked_in = me.post(f"{address}check-in/").json()
    monday_morning.move_to(city_time(MONDAY, "15:00"))
    left = me.post(f"{address}check-out/").json()

    assert [step["state"] for step in (cancelled, restored, checked_in, left)] == [
        "cancelled",
        "booked",
        "checked_in",
        "checked_out",
    ]
    assert (cancelled["may"], left["may"]) == (["restore"], [])


def test_the_desks_own_page_checks_in_by_one_call(hall, me):
    seated = me.post(f"/api/v1/desks/{hall.desk('06A-005')}/check-in/").json()
    assert (seated["state"], seated["walk_up"], seated["desk"]["code"]) == ("checked_in", True, "06A-005")


def test_anothers_booking_does_not_exist_for_me(hall, me, as_person):
    theirs = as_person("kudo").post("/api/v1/bookings/", wish(hall)).json()
    for call in (
        me.get(f"/api/v1/bookings/{theirs['id']}/"),
        me.patch(f"/api/v1/bookings/{theirs['id']}/", {"part": "am"}),
        me.post(f"/api/v1/bookings/{theirs['id']}/cancel/"),
        me.post(f"/api/v1/bookings/{theirs['id']}/check-in/"),
    ):
        assert (call.status_code, call.json()["code"]) == (404, "not_found")
    assert Booking.objects.get().state == "booked"


def test_my_bookings_come_page_by_page_and_back_again(hall, me):
    for day in range(1, 5):
        for part in ("am", "pm"):
            me.post("/api/v1/bookings/", wish(hall, day=f"2026-12-0{day}", part=part))

    def page(cursor=None):
        return me.get("/api/v1/bookings/", {"page_size": 3, **({"cursor": cursor} if cursor else {})}).json()

    first = page()
    second = page(first["next"])
    third = page(second["next"])
    back = page(third["previous"])

    days = [[(row["day"][-1], row["part"]) for row in part["results"]] for part in (first, second, third)]
    assert days == [
        [("1", "am"), ("1", "pm"), ("2", "am")],
        [("2", "pm"), ("3", "am"), ("3", "pm")],
        [("4", "am"), ("4", "pm")],
    ]
    assert (first["previous"], third["next"]) == (None, None)
    assert back["results"] == second["results"]


def test_my_bookings_are_filtered_by_day_and_state_and_turned_round(hall, me):
    for day in (1, 2, 3):
        me.post("/api/v1/bookings/", wish(hall, day=f"2026-12-0{day}"))
    second = me.get("/api/v1/bookings/?from=2026-12-02&to=2026-12-02").json()["results"]
    me.post(f"/api/v1/bookings/{second[0]['id']}/cancel/")

    booked = me.get("/api/v1/bookings/?state=booked&order=desc").json()["results"]

    assert [row["day"] for row in booked] == ["2026-12-03", "2026-12-01"]


def test_listing_costs_the_same_queries_with_one_booking_and_with_three(hall, me, django_assert_num_queries):
    me.post("/api/v1/bookings/", wish(hall, day="2026-12-01"))
    me.get("/api/v1/bookings/")
    with django_assert_num_queries(3):
        me.get("/api/v1/bookings/")
    me.post("/api/v1/bookings/", wish(hall, day="2026-12-02"))
    me.post("/api/v1/bookings/", wish(hall, day="2026-12-03"))
    with django_assert_num_queries(3):
        me.get("/api/v1/bookings/")


def test_an_assigned_desk_is_lent_listed_and_taken_back(hall, as_person):
    yamada = as_person("yamada")
    lent = yamada.post("/api/v1/desk-loans/", {"desk": hall.desk("06A-006"), "day": "2026-12-01"})

    assert (lent.status_code, lent.json()["desk"]["code"]) == (201, "06A-006")
    assert yamada.get("/api/v1/desk-loans/").json() == [lent.json()]
    assert yamada.post(f"/api/v1/desk-loans/{lent.json()['id']}/withdraw/").json()["withdrawn"] is True
    assert yamada.get("/api/v1/desk-loans/").json() == []


def test_an_account_without_a_person_looks_but_does_not_book(hall, client_of):
    breakglass = client_of(Account.objects.create(username="breakglass", password="!", roles=["it"]))
    assert breakglass.get(f"/api/v1/floors/{hall.floors['6'].pk}/availability/").status_code == 200
    refused = breakglass.post("/api/v1/bookings/", wish(hall))
    assert (refused.status_code, refused.json()["code"]) == (409, "account_without_person")


def test_ten_years_of_history_come_in_pages_that_say_that_more_follows(hall, me):
    days = [date(2016, 12, 1) + timedelta(weeks=week) for week in range(520)]
    Booking.objects.bulk_create(
        Booking(
            person_id=hall.person("agatsuma"),
            desk_id=hall.desk("06A-001"),
            floor=hall.floors["6"],
            area=hall.areas["06A"],
            day=day,
            during=Interval(city_time(day, "8:30"), city_time(day, "12:00")).as_range(),
            booked_during=Interval(city_time(day, "8:30"), city_time(day, "12:00")).as_range(),
            state="checked_out",
            created_at=city_time(day, "8:00"),
            revision=0,
        )
        for day in days
    )

    seen: list[str] = []
    sizes: list[int] = []
    cursor = None
    while cursor is not None or not seen:
        query = {"from": "2016-01-01", "to": "2026-12-31", "page_size": 200, **({"cursor": cursor} if cursor else {})}
        page = me.get("/api/v1/bookings/", query).json()
        seen += [row["day"] for row in page["results"]]
        sizes.append(len(page["results"]))
        cursor = page["next"]

    assert sizes == [200, 200, 120]
    assert seen == [day.isoformat() for day in days]
    assert len(me.get("/api/v1/bookings/?from=2016-01-01").json()["results"]) == 50
