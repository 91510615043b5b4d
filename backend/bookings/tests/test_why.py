"""Why not: everything in the way, each with its rule, its owner, until when, and a way out."""

import pytest

from bookings.models import BookingRule
from bookings.policies.refusals import BookingRefusal
from bookings.policies.way_out import WAY_OUT
from bookings.services.booking import book_desk
from core.revision import Slow, bump
from spaces.policies.closed_places import ClosedPlaceWanted
from spaces.services.closures import close_place

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture
def why(hall, as_person):
    def asked(desk, who="agatsuma", **query):
        query = {"desk": hall.desk(desk), "day": "2026-12-01", "part": "full", **query}
        answer = as_person(who).get("/api/v1/bookings/why/", query)
        assert answer.status_code == 200, answer.json()
        return answer.json()

    return asked


def told(answer):
    return [(one["problem"]["code"], one["until"], one["way_out"]) for one in answer["reasons"]]


def rule(**values):
    BookingRule.objects.create(name="標準", owner="庁舎管理課", **values)
    bump(Slow.RULES)


def test_nothing_is_in_the_way_of_a_free_desk(why):
    assert why("06A-001") == {"allowed": True, "reasons": []}


def test_everything_in_the_way_is_told_and_not_only_the_first(hall, why, between):
    rule(max_live_bookings=1, longest_minutes=60)
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-001"), during=between("9:00", "10:00"))
    book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-002"), during=between("9:00", "10:00"))
    place = ClosedPlaceWanted(area_id=hall.areas["06A"].pk)
    close_place(place=place, during=between("15:00", "16:00"), reason="床の工事")
    assert told(why("06A-001")) == [
        ("too_long", None, "shorter"),
        ("quota_reached", "2026-12-01T10:00:00+09:00", "give_up_one"),
        ("closed", "2026-12-01T16:00:00+09:00", "another_desk"),
        ("desk_taken", "2026-12-01T10:00:00+09:00", "another_desk"),
        ("already_booked", "2026-12-01T10:00:00+09:00", "change_that_booking"),
    ]


def test_a_rule_is_named_with_its_owner_scope_and_value(why):
    rule(longest_minutes=60)
    assert why("06A-001")["reasons"][0]["problem"]["rule"] == {
        "name": "標準",
        "owner": "庁舎管理課",
        "scope": "すべて",
        "value": 60,
    }


def test_a_day_beyond_the_window_says_from_when_it_can_be_booked(why):
    rule(window_working_days=3)
    answer = why("06A-001", day="2026-12-08")
    assert told(answer) == [("beyond_window", "2026-12-03", "later")]


def test_a_day_off_says_the_next_working_day(why):
    assert told(why("06A-001", day="2026-12-05")) == [("not_a_working_day", "2026-12-07", "another_day")]


def test_another_section_s_area_points_to_the_nearer_one(why):
    assert told(why("06B-001")) == [("own_area_has_room", None, "nearer_area")]


def test_a_manager_asks_for_somebody(hall, why):
    assert told(why("06B-001", who="yamada", person=hall.person("agatsuma"))) == [
        ("own_area_has_room", None, "nearer_area")
    ]


def test_nobody_asks_about_those_for_whom_they_may_not_book(hall, as_person):
    query = {"desk": hall.desk("06A-001"), "day": "2026-12-01", "person": hall.person("sasaki")}
    assert as_person("kudo").get("/api/v1/bookings/why/", query).status_code == 403


def test_a_stretch_outside_the_hours_is_the_only_thing_told(why):
    answer = why("06A-001", part=[], start="05:00", end="06:00")
    assert told(answer) == [("outside_hours", None, "another_time")]


OF_BOOKINGS_THAT_STAND = {
    "too_early_to_check_in",
    "already_checked_in",
    "not_checked_in",
    "booking_over",
    "already_ended",
    "undo_over",
    "started_already",
}
OF_OTHER_THINGS = {
    "only_offered",
    "offer_over",
    "not_assigned_to_you",
    "already_lent",
    "loan_in_use",
    "loan_withdrawn",
    "rule_scope_taken",
    "account_without_person",
}


def test_every_refusal_of_a_desk_has_a_way_out():
    ways = set(map(str, WAY_OUT)) - {"already_booked", "in_another_place"}
    assert set(map(str, BookingRefusal)) - ways - OF_BOOKINGS_THAT_STAND - OF_OTHER_THINGS == set()
