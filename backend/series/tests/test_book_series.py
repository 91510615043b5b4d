"""Booking a series: all of its dates, or those chosen, or none."""

from datetime import timedelta

import pytest

from audit.models import Event
from bookings.models import Booking, RefusedAttempt
from bookings.services.booking import book_desk
from plans.services.closing_days import set_closing_day
from series.models import BookingSeries
from series.tests.conftest import december

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture
def book(as_person):
    def asked(body, who="agatsuma", **headers):
        return as_person(who).post("/api/v1/booking-series/", body, **headers)

    return asked


def held(hall, name="agatsuma"):
    rows = Booking.objects.of(hall.person(name)).live().order_by("day").values_list("day", "desk__code", "repeated")
    return list(rows)


def test_every_date_is_booked_at_once(hall, book, wants):
    answer = book(wants())
    assert answer.status_code == 201
    assert held(hall) == [(december(day), "06A-001", True) for day in (1, 8, 15, 22)]
    body = answer.json()
    assert [one["booking"]["day"] for one in body["dates"]] == [
        "2026-12-01",
        "2026-12-08",
        "2026-12-15",
        "2026-12-22",
    ]
    assert {
        name: body[name] for name in ("weekdays", "every_weeks", "first_day", "last_day", "part", "when_closed")
    } == {
        "weekdays": [1],
        "every_weeks": 1,
        "first_day": "2026-12-01",
        "last_day": "2026-12-22",
        "part": "full",
        "when_closed": "skip",
    }


def test_one_date_that_cannot_be_had_is_named_and_nothing_is_booked(hall, book, wants, between):
    taken = between("8:30", "17:15", day=december(8))
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-001"), during=taken)
    answer = book(wants())
    assert (answer.status_code, answer.json()["code"]) == (409, "series_dates_refused")
    assert [(one["day"], one["refusal"]["code"]) for one in answer.json()["dates"]] == [("2026-12-08", "desk_taken")]
    assert held(hall) == []
    assert not BookingSeries.objects.exists()


def test_every_refused_date_is_remembered_as_demand(hall, book, wants, rule_says, between):
    rule_says(window_working_days=3, series_window_days=15)
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-001"), during=between("8:30", "17:15"))
    assert book(wants()).status_code == 409
    rows = RefusedAttempt.objects.order_by("pk").values_list("day", "area__code", "department__name", "code")
    assert list(rows) == [
        (december(1), "06A", "広聴課", "desk_taken"),
        (december(22), "06A", "広聴課", "beyond_series_window"),
    ]


def test_the_chosen_dates_are_booked_each_at_its_desk(hall, book, wants):
    dates = [{"day": "2026-12-08", "desk": hall.desk("06A-002")}, {"day": "2026-12-22"}]
    assert book(wants(dates=dates)).status_code == 201
    assert held(hall) == [(december(8), "06A-002", True), (december(22), "06A-001", True)]


def test_skipped_dates_are_left_out(hall, book, wants):
    set_closing_day(day=december(8), name="創立記念日")
    assert book(wants()).status_code == 201
    assert [day for day, _, _ in held(hall)] == [december(1), december(15), december(22)]


def test_a_skipped_date_that_is_asked_for_all_the_same_is_refused(hall, book, wants):
    set_closing_day(day=december(8), name="創立記念日")
    answer = book(wants(dates=[{"day": "2026-12-08"}]))
    assert [one["refusal"]["code"] for one in answer.json()["dates"]] == ["not_a_working_day"]


def test_a_date_moved_to_the_next_working_day_remembers_its_own(hall, book, wants):
    set_closing_day(day=december(8), name="創立記念日")
    answer = book(wants(when_closed="next_working_day", until="2026-12-08")).json()
    assert [(one["pattern_day"], one["booking"]["day"]) for one in answer["dates"]] == [
        ("2026-12-01", "2026-12-01"),
        ("2026-12-08", "2026-12-09"),
    ]


def test_a_chosen_date_that_lies_elsewhere_meanwhile_is_named_and_nothing_is_booked(hall, book, wants):
    set_closing_day(day=december(8), name="創立記念日")
    seen_before = [{"day": "2026-12-01"}, {"day": "2026-12-08"}]
    answer = book(wants(when_closed="next_working_day", dates=seen_before))
    assert answer.status_code == 409
    assert [(one["day"], one["refusal"]["code"]) for one in answer.json()["dates"]] == [
        ("2026-12-08", "series_date_moved")
    ]
    assert held(hall) == []


def test_nothing_to_book_is_a_refusal(book, wants):
    set_closing_day(day=december(1), name="創立記念日")
    assert book(wants(until="2026-12-01")).json()["code"] == "series_has_no_dates"
    assert book(wants(dates=[])).json()["code"] == "series_has_no_dates"
    assert book(wants(dates=[{"day": "2026-12-02"}])).json()["code"] == "series_has_no_dates"


def test_series_and_single_bookings_have_an_allowance_each(hall, book, wants, rule_says, between):
    rule_says(max_live_bookings=1, max_series_dates=4)
    assert book(wants()).status_code == 201
    wednesday = between("8:30", "17:15", day=december(2))
    book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=wednesday)
    answer = book(wants(weekdays=[3], until="2026-12-03"))
    assert [one["refusal"]["code"] for one in answer.json()["dates"]] == ["series_dates_reached"]


def test_a_manager_books_a_series_for_somebody_and_the_log_says_both(hall, book, wants):
    answer = book(wants(person=hall.person("agatsuma"), until="2026-12-01"), who="yamada")
    assert answer.status_code == 201
    assert held(hall) == [(december(1), "06A-001", True)]
    event = Event.objects.get(kind="series.booked")
    assert event.after is not None
    assert (event.actor_name, event.on_behalf_of_id, event.after["person"], event.after["days"]) == (
        "山田 葵",
        hall.person("agatsuma"),
        hall.person("agatsuma"),
        ["2026-12-01"],
    )


def test_the_same_key_books_once(hall, book, wants):
    first = book(wants(), headers={"Idempotency-Key": "tuesdays"})
    again = book(wants(), headers={"Idempotency-Key": "tuesdays"})
    assert (first.json(), BookingSeries.objects.count()) == (again.json(), 1)


def test_a_desk_that_stands_nowhere_is_refused(book, wants):
    assert book(wants(desk=987654)).json()["code"] == "desk_not_in_layout"


def test_a_list_has_ones_own_series_with_dates_to_come(hall, as_person, book, wants, monday_morning):
    book(wants())
    assert [len(one["dates"]) for one in as_person("agatsuma").get("/api/v1/booking-series/").json()["results"]] == [4]
    assert as_person("kudo").get("/api/v1/booking-series/").json()["results"] == []
    monday_morning.shift(timedelta(days=10))
    assert [len(one["dates"]) for one in as_person("agatsuma").get("/api/v1/booking-series/").json()["results"]] == [2]
    monday_morning.shift(timedelta(days=30))
    assert as_person("agatsuma").get("/api/v1/booking-series/").json()["results"] == []
    past = as_person("agatsuma").get("/api/v1/booking-series/?past=true").json()["results"]
    assert [len(one["dates"]) for one in past] == [0]


def test_another_persons_series_does_not_exist(as_person, book, wants):
    number = book(wants()).json()["id"]
    assert as_person("agatsuma").get(f"/api/v1/booking-series/{number}/").status_code == 200
    assert as_person("sasaki").get(f"/api/v1/booking-series/{number}/").status_code == 404
    assert (
        as_person("sasaki").post(f"/api/v1/booking-series/{number}/cancel/", {"from": "2026-12-01"}).status_code == 404
    )
