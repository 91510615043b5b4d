"""A week said again: desks where free, words of one's own; what stands there stays, and a preview changes nothing."""

from datetime import date, time, timedelta

import pytest

from bookings.models import Booking
from core import clock
from core.interval import Interval
from plans.models import DayShift, OwnPlan
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

COPY = "/api/v1/attendance/me/copy-week/"
NEXT_TUESDAY = TUESDAY + timedelta(days=7)


@pytest.fixture
def copy(as_person):
    def copied(person="agatsuma", **more):
        body = {"from_week": str(MONDAY), "to_week": str(MONDAY + timedelta(days=7)), **more}
        return as_person(person).post(COPY, body, format="json")

    return copied


@pytest.fixture
def week(hall, as_person, book):
    """我妻 has a desk on Tuesday, and goes on a trip on Wednesday morning."""
    book("agatsuma", "06A-001")
    as_person("agatsuma").put(
        "/api/v1/attendance/me/2026-12-02/", {"am": {"place": "trip", "note": "本町支所"}}, format="json"
    )


def told(answer):
    return [
        (one["day"], one["half"], one["place"], one["outcome"], one["problem"] and one["problem"]["code"])
        for one in answer.json()["days"]
    ]


@pytest.mark.usefixtures("week")
def test_desks_and_words_are_had_again(hall, copy):
    expected = [
        ("2026-12-08", "am", "office", "done", None),
        ("2026-12-08", "pm", "office", "done", None),
        ("2026-12-09", "am", "trip", "done", None),
    ]
    assert told(copy(preview=True)) == expected
    assert Booking.objects.count() == 1
    assert told(copy()) == expected
    booking = Booking.objects.get(day=NEXT_TUESDAY)
    assert booking.desk_id == hall.desk("06A-001")
    assert OwnPlan.objects.get(day=date(2026, 12, 9)).note == "本町支所"


@pytest.mark.usefixtures("week")
def test_what_stands_there_is_kept_and_what_cannot_be_had_is_refused_by_itself(hall, copy, book, as_person):
    book("kudo", "06A-001", "13:00", "17:15", day=NEXT_TUESDAY)
    as_person("agatsuma").put(f"/api/v1/attendance/me/{NEXT_TUESDAY}/", {"am": {"place": "leave"}}, format="json")
    assert told(copy()) == [
        ("2026-12-08", "am", "office", "kept", None),
        ("2026-12-08", "pm", "office", "refused", "desk_taken"),
        ("2026-12-09", "am", "trip", "done", None),
    ]


@pytest.mark.usefixtures("week")
def test_each_day_is_refused_as_if_it_had_been_asked_for_alone(copy):
    outcomes = told(copy(to_week="2026-12-28"))
    assert [one[3:] for one in outcomes] == [
        ("refused", "beyond_window"),
        ("refused", "beyond_window"),
        ("done", None),
    ]
    assert told(copy(to_week="2026-11-23"))[0][3:] == ("refused", "plan_day_over")


def gives_shift(me, day, shift):
    assert me.put(f"/api/v1/attendance/me/{day}/", {"shift": shift}, format="json").status_code == 200


def shifts_told(answer):
    return [(one["day"], one["shift"], one["outcome"]) for one in answer.json()["shifts"]]


@pytest.mark.usefixtures("week")
def test_shift_classes_come_along_and_the_halves_follow_them(hall, copy, as_person):
    me = as_person("agatsuma")
    gives_shift(me, "2026-12-02", "0730")
    expected = [("2026-12-09", "0730", "done")]
    assert shifts_told(copy(preview=True)) == expected
    assert DayShift.objects.count() == 1
    assert shifts_told(copy()) == expected
    there = DayShift.objects.get(day=date(2026, 12, 9))
    assert (there.person_id, there.shift) == (hall.person("agatsuma"), "0730")
    trip = OwnPlan.objects.get(day=date(2026, 12, 9))
    assert clock.in_city(Interval.of_range(trip.during)).start.time() == time(7, 30)
    assert shifts_told(copy()) == []


def test_a_shift_that_was_chosen_there_is_kept_and_one_put_back_to_usual_is_not(hall, copy, as_person):
    me = as_person("agatsuma")
    for day in ("2026-12-02", "2026-12-03", "2026-12-04"):
        gives_shift(me, day, "0730")
    gives_shift(me, "2026-12-09", "0930")
    gives_shift(me, "2026-12-10", "0730")
    gives_shift(me, "2026-12-11", "0830")
    assert shifts_told(copy()) == [("2026-12-09", "0730", "kept"), ("2026-12-11", "0730", "done")]


def test_a_shift_is_refused_on_a_day_that_is_over(hall, copy, as_person):
    gives_shift(as_person("agatsuma"), "2026-12-02", "0730")
    [one] = copy(to_week="2026-11-23").json()["shifts"]
    assert (one["outcome"], one["problem"]["code"]) == ("refused", "plan_day_over")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "from_week"),
        ({"from_week": "2026-12-01", "to_week": "2026-12-07"}, "from_week"),
        ({"from_week": "2026-11-30", "to_week": "2026-11-30"}, "to_week"),
    ],
)
def test_weeks_that_are_none_are_named(hall, as_person, body, field):
    answer = as_person("agatsuma").post(COPY, body, format="json")
    assert (answer.status_code, next(iter(answer.json()["fields"]))) == (400, field)
