"""What a rule would have refused: the bookings made in a period, asked again of the same policies."""

from datetime import date

import pytest

from bookings.models import BookingRule
from bookings.selectors.simulation import candidate_rows, simulate
from bookings.services.booking import book_desk, cancel_booking
from bookings.services.presence import check_in_at_desk
from core.interval import Interval
from core.revision import Slow, bump
from people.policies.roles import Role
from tests.factories.hall import add_person, city_time
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


def stretch(day, start="8:30", end="17:15"):
    return Interval(city_time(day, start), city_time(day, end))


@pytest.fixture
def book(hall):
    def one(name, desk, day=TUESDAY, **hours):
        return book_desk(person_id=hall.person(name), desk_id=hall.desk(desk), during=stretch(day, **hours))

    return one


def refused_by(replaces=None, **values):
    """The codes that the rule would have refused with, of the bookings made today."""
    present, wanted = candidate_rows(BookingRule(name="候補", owner="庁舎管理課", **values), replaces)
    found = simulate(present, wanted, first=MONDAY, last=MONDAY)
    return {code: count for (code, *_rule), count in found.by_rule.items()}


def test_a_rule_that_says_nothing_would_have_refused_nothing(book):
    book("agatsuma", "06A-001")
    assert refused_by() == {}


def test_a_shorter_window(book):
    book("agatsuma", "06A-001", date(2026, 12, 1))
    book("agatsuma", "06A-001", date(2026, 12, 9))
    assert refused_by(window_working_days=3) == {"beyond_window": 1}


def test_a_longest_length(book):
    book("agatsuma", "06A-001", end="12:00")
    book("kudo", "06A-002")
    assert refused_by(longest_minutes=240) == {"too_long": 1}


def test_an_allowance_counts_what_the_person_held_just_then(book, monday_morning):
    first = book("agatsuma", "06A-001", date(2026, 12, 1))
    book("agatsuma", "06A-001", date(2026, 12, 2))
    monday_morning.shift(60)
    cancel_booking(booking_id=first.pk)
    monday_morning.shift(60)
    book("agatsuma", "06A-001", date(2026, 12, 3))
    assert refused_by(max_live_bookings=1) == {"quota_reached": 2}
    assert refused_by(max_live_bookings=2) == {}


def test_what_was_given_up_before_does_not_count(book, monday_morning):
    first = book("agatsuma", "06A-001", date(2026, 12, 1))
    cancel_booking(booking_id=first.pk)
    monday_morning.shift(60)
    book("agatsuma", "06A-001", date(2026, 12, 2))
    assert refused_by(max_live_bookings=1) == {}


def test_an_own_area_first_rule_counts_the_desks_that_were_free_just_then(hall, book):
    BookingRule.objects.create(name="だれでも", owner="庁舎管理課", who_may_book="everyone")
    bump(Slow.RULES)
    book("agatsuma", "06B-001")
    assert refused_by(who_may_book="own_first") == {"own_area_has_room": 1}
    assert refused_by(who_may_book="own_only") == {"area_not_yours": 1}


def test_a_full_own_area_would_not_have_been_in_the_way(hall, book):
    for number, name in enumerate(["yamada", "kudo", "one", "two"], start=1):
        if name not in hall.people:
            add_person(hall, name, f"広聴 {name}", "030202")
        book(name, f"06A-{number:03}")
    book("agatsuma", "06B-001")
    assert refused_by(who_may_book="own_first") == {}


def test_a_rule_for_a_section_is_asked_of_that_section_only(hall, book):
    book("agatsuma", "06A-001")
    book("sasaki", "06B-001")
    section = hall.departments["040301"]
    assert refused_by(department=section, longest_minutes=60) == {"too_long": 1}


def test_a_change_takes_the_place_of_the_row_it_changes(book):
    rule = BookingRule.objects.create(name="短く", owner="庁舎管理課", longest_minutes=600)
    bump(Slow.RULES)
    book("agatsuma", "06A-001")
    assert refused_by(replaces=rule.pk, longest_minutes=240) == {"too_long": 1}


def test_a_walk_up_is_not_judged(hall, monday_morning):
    monday_morning.move_to(city_time(MONDAY, "9:00"))
    check_in_at_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-005"))
    present, wanted = candidate_rows(BookingRule(name="候補", owner="課", longest_minutes=60), None)
    found = simulate(present, wanted, first=MONDAY, last=MONDAY)
    assert (found.judged, found.not_judged, found.refused) == (0, 1, 0)


@pytest.fixture
def facilities(hall, client_of):
    account = hall.account("kudo")
    account.roles = [Role.FACILITIES]
    account.save()
    return client_of(account)


BODY = {"rule": {"name": "短く", "owner": "庁舎管理課", "longest_minutes": 240}}


def test_the_answer_counts_and_names_nobody_of_a_small_group(hall, book, facilities):
    for number, name in enumerate(["agatsuma", "kudo", "yamada"], start=1):
        book(name, f"06A-{number:03}")
    answer = facilities.post("/api/v1/booking-rules/simulate/", BODY)
    assert answer.status_code == 200, answer.json()
    told = answer.json()
    assert (told["from"], told["to"]) == ("2026-10-31", "2026-11-30")
    assert (told["judged"], told["refused"], told["by_weekday"]) == (3, 3, [0, 3, 0, 0, 0, 0, 0])
    assert [(one["code"], one["rule"]["owner"], one["rule"]["value"], one["count"]) for one in told["by_rule"]] == [
        ("too_long", "庁舎管理課", 240, 3)
    ]
    assert told["by_department"] == [{"department": None, "name": None, "count": 3, "judged": 3}]
    assert told["examples"][0] == {
        "day": "2026-12-01",
        "made_on": "2026-11-30",
        "area": "06A",
        "department": None,
        "start": "2026-12-01T08:30:00+09:00",
        "end": "2026-12-01T17:15:00+09:00",
        "code": "too_long",
    }


def test_five_people_of_a_section_are_told_by_its_name(hall, book, facilities):
    BookingRule.objects.create(name="だれでも", owner="課", who_may_book="everyone")
    bump(Slow.RULES)
    codes = ["06A-001", "06A-002", "06A-003", "06A-004", "06B-001"]
    for number, code in enumerate(codes):
        name = f"crowd{number}"
        add_person(hall, name, f"広聴 {name}", "030202")
        book(name, code)
    told = facilities.post("/api/v1/booking-rules/simulate/", BODY).json()
    section = hall.departments["030202"]
    assert told["by_department"] == [{"department": section.pk, "name": "広聴課", "count": 5, "judged": 5}]
    assert told["examples"][0]["department"] == "広聴課"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "rule"),
        ({"rule": {"name": "短く"}}, "rule.owner"),
        ({**BODY, "from": "2026-01-01", "to": "2026-11-30"}, "to"),
        ({**BODY, "from": "2026-12-01", "to": "2026-11-30"}, "to"),
        ({"rule": {**BODY["rule"], "longest_minutes": -1}}, "rule.longest_minutes"),
    ],
)
def test_what_is_wrong_is_named(facilities, body, field):
    answer = facilities.post("/api/v1/booking-rules/simulate/", body)
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])


def test_nothing_is_changed_by_trying(book, facilities):
    book("agatsuma", "06A-001")
    facilities.post("/api/v1/booking-rules/simulate/", BODY)
    assert not BookingRule.objects.exists()
