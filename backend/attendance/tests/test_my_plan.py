import pytest

from bookings.services.presence import check_in
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

PLAN = "/api/v1/attendance/me/"


def test_my_days_name_the_place_the_desk_and_the_holidays(hall, as_person, book, plan):
    booking = book("agatsuma", "06A-001", "8:30", "12:00")
    plan("agatsuma", "home", "13:00", "17:15")
    days = as_person("agatsuma").get(PLAN, {"from": "2026-11-29", "to": "2026-12-01"}).json()["days"]
    morning = {
        "start": "2026-12-01T08:30:00+09:00",
        "end": "2026-12-01T12:00:00+09:00",
        "place": "office",
        "source": "booking",
        "request": None,
        "note": "",
        "working": None,
        "desk": {
            "id": hall.desk("06A-001"),
            "code": "06A-001",
            "area": hall.areas["06A"].pk,
            "area_name": "6階Aエリア",
            "floor": hall.floors["6"].pk,
            "floor_name": "6階",
        },
        "booking": booking.pk,
        "present": False,
    }
    afternoon = {
        "start": "2026-12-01T13:00:00+09:00",
        "end": "2026-12-01T17:15:00+09:00",
        "place": "home",
        "source": "own",
        "request": None,
        "note": "",
        "working": None,
        "desk": None,
        "booking": None,
        "present": False,
    }
    rest: dict[str, object] = {"shift": "0830", "pending": [], "team_day": None, "visible": True}
    presumed = {**afternoon, "place": "office", "source": "default"}
    presumed_morning = {
        **presumed,
        "start": "2026-11-30T08:30:00+09:00",
        "end": "2026-11-30T12:00:00+09:00",
    }
    presumed_afternoon = {
        **presumed,
        "start": "2026-11-30T13:00:00+09:00",
        "end": "2026-11-30T17:15:00+09:00",
    }
    assert days == [
        {"day": "2026-11-29", "working_day": False, "holiday": None, "am": None, "pm": None, "stretches": [], **rest},
        {
            "day": "2026-11-30",
            "working_day": True,
            "holiday": None,
            "am": presumed_morning,
            "pm": presumed_afternoon,
            "stretches": [],
            **rest,
        },
        {
            "day": "2026-12-01",
            "working_day": True,
            "holiday": None,
            "am": morning,
            "pm": afternoon,
            "stretches": [morning, afternoon],
            **rest,
        },
    ]


@pytest.mark.parametrize(("language", "name"), [("ja", "勤労感謝の日"), ("en", "Labor Thanksgiving Day")])
def test_a_holiday_has_its_name_in_the_readers_language(hall, as_person, language, name):
    me = as_person("agatsuma")
    me.patch("/api/v1/me/", {"language": language})
    days = me.get(PLAN, {"from": "2026-11-23", "to": "2026-11-23"}).json()["days"]
    assert [(day["working_day"], day["holiday"]) for day in days] == [(False, name)]


def test_checked_in_is_present(hall, as_person, book, monday_morning):
    booking = book("agatsuma", "06A-001", "9:00", "12:00", day=MONDAY)
    monday_morning.shift(3600)
    check_in(booking_id=booking.pk)
    (day,) = as_person("agatsuma").get(PLAN, {"from": MONDAY, "to": MONDAY}).json()["days"]
    assert day["am"]["present"] is True


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({}, "from"),
        ({"from": "2026-12-01"}, "to"),
        ({"from": "2026-12-02", "to": "2026-12-01"}, "to"),
        ({"from": "2026-12-01", "to": "2027-02-01"}, "to"),
        ({"from": "2016-12-01", "to": "2026-12-01"}, "to"),
        ({"from": "1999-12-01", "to": "2026-12-01"}, "from"),
        ({"from": "2026-02-31", "to": "2026-12-01"}, "from"),
        ({"from": "2026-12-01\0", "to": "2026-12-01"}, "from"),
    ],
)
def test_a_period_that_is_none_is_named(hall, as_person, query, field):
    answer = as_person("agatsuma").get(PLAN, query)
    assert answer.status_code == 400
    assert field in answer.json()["fields"]


def test_62_days_are_answered(hall, as_person):
    answer = as_person("agatsuma").get(PLAN, {"from": "2026-12-01", "to": "2027-01-31"})
    assert len(answer.json()["days"]) == 62


def test_the_number_of_queries_is_that_of_one_day(hall, as_person, book, django_assert_num_queries):
    me = as_person("agatsuma")
    days = {"from": "2026-12-01", "to": "2026-12-04"}
    book("agatsuma", "06A-001", day=TUESDAY)
    me.get(PLAN, days)
    # Session, revisions; what is held, usual weeks and shifts; the lineage of my departments, their team days.
    with django_assert_num_queries(6):
        me.get(PLAN, days)
    for number in (2, 3):
        book("agatsuma", "06A-001", day=TUESDAY.replace(day=number))
    with django_assert_num_queries(6):
        me.get(PLAN, days)
