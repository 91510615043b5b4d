"""What facilities and IT set: rules, closures, closing days; and that it holds at once."""

import pytest

from audit.models import Event
from bookings.models import Booking
from people.models import Account
from tests.factories.hall import city_time
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture
def facilities(hall, client_of):
    """工藤 works for facilities."""
    Account.objects.filter(person=hall.person("kudo")).update(roles=["facilities"])
    return client_of(hall.account("kudo"))


@pytest.fixture
def me(as_person):
    return as_person("agatsuma")


def book(client, hall, desk="06A-001", **more):
    return client.post("/api/v1/bookings/", {"desk": hall.desk(desk), "day": TUESDAY.isoformat(), **more})


def test_a_rule_holds_from_the_moment_it_is_set_until_it_is_taken_away(hall, me, facilities):
    made = facilities.post(
        "/api/v1/booking-rules/",
        {"name": "窓口の席", "owner": "庁舎管理課", "area": hall.areas["06A"].pk, "longest_minutes": 60},
    )
    refused = book(me, hall)
    facilities.patch(f"/api/v1/booking-rules/{made.json()['id']}/", {"longest_minutes": 0})
    allowed = book(me, hall)

    assert (made.status_code, refused.json()["code"], allowed.status_code) == (201, "too_long", 201)
    assert refused.json()["rule"] == {"name": "窓口の席", "owner": "庁舎管理課", "scope": "06A", "value": 60}
    assert facilities.delete(f"/api/v1/booking-rules/{made.json()['id']}/").status_code == 204
    assert me.get("/api/v1/booking-rules/").json() == []
    assert list(Event.objects.filter(subject_kind="booking_rule").values_list("kind", flat=True)) == [
        "booking_rule.set",
        "booking_rule.set",
        "booking_rule.removed",
    ]


def test_two_rules_of_one_scope_are_refused(hall, facilities):
    rule = {"name": "規則", "owner": "庁舎管理課", "desk_mode": "bookable"}
    facilities.post("/api/v1/booking-rules/", rule)
    again = facilities.post("/api/v1/booking-rules/", rule)
    assert (again.status_code, again.json()["code"]) == (409, "rule_scope_taken")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"longest_minutes": 1441}, "longest_minutes"),
        ({"max_live_bookings": -1}, "max_live_bookings"),
        ({"who_may_book": "friends"}, "who_may_book"),
        ({"desk_mode": "sofa"}, "desk_mode"),
        ({"area": 999_999}, "area"),
        ({"name": ""}, "name"),
    ],
)
def test_a_rule_that_says_nothing_sensible_is_told_where(hall, facilities, wrong, field):
    answer = facilities.post("/api/v1/booking-rules/", {"name": "規則", "owner": "庁舎管理課", **wrong})
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])


def closure(hall, start="2026-12-01T10:00:00+09:00", end="2026-12-01T12:00:00+09:00", **more):
    return {"floor": hall.floors["6"].pk, "start": start, "end": end, "reason": "停電", **more}


def test_a_closure_says_before_whom_it_displaces_and_changes_nothing(hall, me, facilities):
    mine = book(me, hall).json()

    preview = facilities.post("/api/v1/closures/", closure(hall, dry_run=True))

    assert preview.status_code == 200
    assert [(row["booking"], row["person"]["name"], row["desk_code"]) for row in preview.json()["displaced"]] == [
        (mine["id"], "我妻 美咲", "06A-001")
    ]
    assert facilities.get("/api/v1/closures/").json() == []
    assert Booking.objects.get().state == "booked"


def test_a_booking_that_begins_before_the_closure_keeps_what_lies_before_it(hall, me, facilities):
    mine = book(me, hall).json()
    facilities.post("/api/v1/closures/", closure(hall))
    kept = me.get(f"/api/v1/bookings/{mine['id']}/").json()
    assert (kept["state"], kept["end"]) == ("booked", "2026-12-01T10:00:00+09:00")


def test_a_booking_inside_the_closure_is_cancelled_and_says_why(hall, me, facilities):
    mine = book(me, hall, start="10:30", end="15:00").json()
    facilities.post("/api/v1/closures/", closure(hall))
    gone = me.get(f"/api/v1/bookings/{mine['id']}/").json()
    assert (gone["state"], gone["ended_because"]) == ("cancelled", "closure")


def test_who_sits_there_as_the_closure_begins_is_checked_out(hall, me, facilities, monday_morning):
    mine = book(me, hall, day=MONDAY.isoformat()).json()
    me.post(f"/api/v1/bookings/{mine['id']}/check-in/")
    monday_morning.move_to(city_time(MONDAY, "9:00"))
    facilities.post(
        "/api/v1/closures/",
        closure(hall, start="2026-11-30T08:45:00+09:00", end="2026-11-30T17:15:00+09:00"),
    )
    out = me.get(f"/api/v1/bookings/{mine['id']}/").json()
    assert (out["state"], out["end"]) == ("checked_out", "2026-11-30T09:00:00+09:00")


def test_a_closed_floor_is_refused_and_an_opened_one_booked(hall, me, facilities):
    closed = facilities.post("/api/v1/closures/", closure(hall)).json()["closure"]
    refused = book(me, hall, part="am")
    facilities.post(f"/api/v1/closures/{closed['id']}/lift/")
    assert (refused.json()["code"], refused.json()["conflicts_with"]["reason"]) == ("closed", "停電")
    assert book(me, hall, part="am").status_code == 201


def test_closures_that_are_over_are_listed_with_what_the_place_was_called(hall, facilities, monday_morning):
    for place in ({"area": hall.areas["06A"].pk}, {"desk": hall.desk("06A-001")}, {"floor": hall.floors["6"].pk}):
        shape = {key: value for key, value in closure(hall).items() if key != "floor"}
        facilities.post("/api/v1/closures/", {**shape, **place})
    area, desk, floor = (row["id"] for row in facilities.get("/api/v1/closures/").json())
    facilities.post(f"/api/v1/closures/{desk}/lift/")
    before = facilities.get("/api/v1/closures/past/").json()
    monday_morning.move_to(city_time(TUESDAY, "12:00"))
    after = facilities.get("/api/v1/closures/past/?page_size=2").json()
    rest = facilities.get("/api/v1/closures/past/", {"cursor": after["next"]}).json()

    assert [(row["place_name"], row["lifted"]) for row in before["results"]] == [("06A-001", True)]
    assert [(row["id"], row["place_name"], row["lifted"]) for row in after["results"] + rest["results"]] == [
        (floor, "6階", False),
        (desk, "06A-001", True),
        (area, "6階Aエリア", False),
    ]
    assert facilities.get("/api/v1/closures/").json() == []


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"desk": 1}, "building"),
        ({"end": "2026-12-01T10:00:00+09:00"}, "end"),
        ({"start": "2020-01-06T08:00:00+09:00", "end": "2020-01-06T09:00:00+09:00"}, "end"),
        ({"start": "2026-11-29T23:59:00+09:00"}, "start"),
        ({"floor": 999_999}, "floor"),
        ({"reason": ""}, "reason"),
        ({"start": "tomorrow"}, "start"),
    ],
)
def test_a_closure_that_makes_no_sense_is_told_where(hall, facilities, wrong, field):
    answer = facilities.post("/api/v1/closures/", closure(hall, **wrong))
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])


def test_a_closing_day_is_no_working_day_from_the_moment_it_is_set(hall, me, facilities):
    made = facilities.post("/api/v1/closing-days/", {"day": "2026-12-01", "name": "停電", "name_en": "Power cut"})
    again = facilities.post("/api/v1/closing-days/", {"day": "2026-12-01", "name": "停電"})
    refused = book(me, hall)
    facilities.delete(f"/api/v1/closing-days/{made.json()['id']}/")

    assert (made.status_code, again.json()["code"], refused.json()["code"]) == (
        201,
        "closing_day_exists",
        "not_a_working_day",
    )
    assert refused.json()["reason"] == "停電"
    assert book(me, hall).status_code == 201
