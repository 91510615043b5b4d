"""Cancelling, restoring and changing dates of a series."""

from datetime import timedelta

import pytest

from audit.models import Event
from bookings.models import Booking
from bookings.services.booking import book_desk
from series.tests.conftest import december

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture
def series(as_person, wants):
    """The id of 我妻's series: 06A-001 on four Tuesdays."""
    return as_person("agatsuma").post("/api/v1/booking-series/", wants()).json()["id"]


@pytest.fixture
def act(as_person, series):
    def asked(what, body):
        return as_person("agatsuma").post(f"/api/v1/booking-series/{series}/{what}/", body)

    return asked


@pytest.fixture
def dates(as_person, series):
    """What stands: day of December, desk, whether it is an exception."""

    def standing():
        answer = as_person("agatsuma").get(f"/api/v1/booking-series/{series}/").json()
        return [
            (int(one["booking"]["day"][-2:]), one["booking"]["desk"]["code"], one["exception"])
            for one in answer["dates"]
            if one["booking"]["state"] == "booked"
        ]

    return standing


A1, A2 = "06A-001", "06A-002"


@pytest.mark.parametrize(
    ("stretch", "left"),
    [
        ({"from": "2026-12-08", "to": "2026-12-08"}, [1, 15, 22]),
        ({"from": "2026-12-08", "to": "2026-12-15"}, [1, 22]),
        ({"from": "2026-12-08"}, [1]),
        ({"from": "2026-12-01"}, []),
    ],
)
def test_one_a_stretch_or_the_rest_is_given_up(act, dates, stretch, left):
    answer = act("cancel", stretch)
    assert answer.status_code == 200
    assert len(answer.json()["cancelled"]) == 4 - len(left)
    assert [day for day, _, _ in dates()] == left


def test_nothing_to_give_up_is_a_refusal(act):
    assert act("cancel", {"from": "2026-12-23"}).json()["code"] == "series_nothing_left"


def test_what_was_given_up_comes_back_at_once(act, dates):
    cancelled = act("cancel", {"from": "2026-12-08"}).json()["cancelled"]
    answer = act("restore", {"bookings": [one["id"] for one in cancelled]})
    assert (answer.status_code, [day for day, _, _ in dates()]) == (200, [1, 8, 15, 22])


def test_a_date_taken_meanwhile_keeps_all_of_them_from_coming_back(hall, act, dates, between):
    cancelled = act("cancel", {"from": "2026-12-08"}).json()["cancelled"]
    taken = between("8:30", "17:15", day=december(15))
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk(A1), during=taken)
    answer = act("restore", {"bookings": [one["id"] for one in cancelled]})
    assert [(one["day"], one["refusal"]["code"]) for one in answer.json()["dates"]] == [("2026-12-15", "desk_taken")]
    assert [day for day, _, _ in dates()] == [1]


def test_after_the_undo_time_nothing_comes_back(act, monday_morning):
    cancelled = act("cancel", {"from": "2026-12-22"}).json()["cancelled"]
    monday_morning.shift(timedelta(minutes=16))
    answer = act("restore", {"bookings": [one["id"] for one in cancelled]})
    assert [one["refusal"]["code"] for one in answer.json()["dates"]] == ["undo_over"]


def test_only_bookings_of_the_series_that_were_given_up_are_restored(act):
    assert act("restore", {"bookings": [987654]}).json()["code"] == "series_nothing_left"


def test_the_rest_moves_to_another_desk(hall, act, dates):
    assert act("change", {"from": "2026-12-08", "desk": hall.desk(A2)}).status_code == 200
    assert dates() == [(1, A1, False), (8, A2, False), (15, A2, False), (22, A2, False)]


def test_a_date_changed_alone_is_an_exception_that_the_rest_leaves_as_it_is(hall, act, dates):
    act("change", {"from": "2026-12-15", "to": "2026-12-15", "desk": hall.desk("06A-003")})
    act("change", {"from": "2026-12-01", "desk": hall.desk(A2)})
    assert dates() == [(1, A2, False), (8, A2, False), (15, "06A-003", True), (22, A2, False)]


def test_an_exception_follows_where_that_is_wanted(hall, act, dates):
    act("change", {"from": "2026-12-15", "to": "2026-12-15", "desk": hall.desk("06A-003")})
    act("change", {"from": "2026-12-01", "desk": hall.desk(A2), "exceptions_too": True})
    assert dates() == [(day, A2, False) for day in (1, 8, 15, 22)]


def test_a_date_changed_on_another_screen_is_an_exception_too(hall, as_person, act, dates):
    booking = Booking.objects.get(day=december(8))
    as_person("agatsuma").patch(f"/api/v1/bookings/{booking.pk}/", {"part": "am"})
    act("change", {"from": "2026-12-01", "desk": hall.desk(A2)})
    assert dates() == [(1, A2, False), (8, A1, True), (15, A2, False), (22, A2, False)]


def test_other_hours_for_a_stretch(act, dates):
    assert act("change", {"from": "2026-12-08", "to": "2026-12-15", "part": "am"}).status_code == 200
    ends = Booking.objects.order_by("day").values_list("booked_during", flat=True)
    assert [during.upper.hour for during in ends] == [8, 3, 3, 8]  # 17:15 and 12:00 in Tokyo, in UTC


def test_where_one_date_cannot_be_moved_none_is(hall, act, dates, between):
    taken = between("13:00", "17:15", day=december(15))
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk(A2), during=taken)
    answer = act("change", {"from": "2026-12-08", "desk": hall.desk(A2)})
    assert [(one["day"], one["refusal"]["code"]) for one in answer.json()["dates"]] == [("2026-12-15", "desk_taken")]
    assert dates() == [(day, A1, False) for day in (1, 8, 15, 22)]


def test_a_change_is_previewed_with_other_desks_and_one_of_them_mends_it(hall, act, dates, between):
    taken = between("13:00", "17:15", day=december(15))
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk(A2), during=taken)
    act("change", {"from": "2026-12-22", "to": "2026-12-22", "desk": hall.desk("06A-003")})
    body = {"from": "2026-12-01", "desk": hall.desk(A2)}
    preview = act("change/preview", body).json()
    assert [(one["day"][-2:], one["outcome"]) for one in preview["dates"]] == [
        ("01", "will_change"),
        ("08", "will_change"),
        ("15", "refused"),
        ("22", "exception"),
    ]
    other = preview["dates"][2]["alternatives"][0]
    act("change", {**body, "dates": [{"day": "2026-12-15", "desk": other["desk"]}]})
    assert dates() == [(1, A2, False), (8, A2, False), (15, other["desk_code"], False), (22, "06A-003", True)]


def test_a_change_does_not_count_the_dates_that_it_replaces(hall, as_person, act, series, rule_says):
    rule_says(max_series_dates=4)
    body = {"from": "2026-12-01", "desk": hall.desk(A2)}
    shown = as_person("agatsuma").post(f"/api/v1/booking-series/{series}/change/preview/", body).json()
    assert [one["outcome"] for one in shown["dates"]] == ["will_change"] * 4
    assert act("change", body).status_code == 200


def test_a_change_that_changes_nothing_is_a_refusal(hall, act):
    assert act("change", {"from": "2026-12-01", "desk": hall.desk(A1)}).json()["code"] == "series_nothing_left"


def test_a_change_without_anything_to_change_is_bad_input(act):
    assert act("change", {"from": "2026-12-01"}).json()["fields"] == {"desk": ["nothing to change"]}


def test_the_change_of_a_date_far_ahead_asks_the_window_of_series(hall, as_person, act, rule_says):
    rule_says(window_working_days=3)
    booking = Booking.objects.get(day=december(22))
    answer = as_person("agatsuma").patch(f"/api/v1/bookings/{booking.pk}/", {"desk": hall.desk(A2)})
    assert answer.status_code == 200


def test_events_of_a_series_say_whom_and_which_days(hall, act):
    act("cancel", {"from": "2026-12-15"})
    event = Event.objects.get(kind="series.cancelled")
    assert event.after == {
        "person": hall.person("agatsuma"),
        "desk": hall.desk(A1),
        "desk_code": A1,
        "weekdays": [1],
        "every_weeks": 1,
        "days": ["2026-12-15", "2026-12-22"],
    }
