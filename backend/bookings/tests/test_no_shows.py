"""Repeated no-shows: told to the person, and followed by a shorter window only where a rule says so."""

from datetime import date, timedelta

import pytest

from bookings.models import BookingRule
from bookings.services.booking import book_desk
from bookings.services.release import release_no_shows, restore_booking
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow, bump
from tests.factories.hall import city_time

pytestmark = [pytest.mark.django_db]


def rule(**values):
    BookingRule.objects.update_or_create(
        area=None,
        desk_mode="",
        department=None,
        defaults={
            "name": "来なかった予約",
            "owner": "庁舎管理課",
            "release_after_minutes": 30,
            "no_show_days": 5,
            **values,
        },
    )
    bump(Slow.RULES)


@pytest.fixture
def misses(hall, monday_morning):
    """`misses(30, 1)` has 我妻 stay away on 30 November and 1 December; afterwards it is the evening of the last."""

    def stay_away(*days):
        bookings = []
        for number in days:
            day = date(2026, 11, number) if number > 20 else date(2026, 12, number)
            monday_morning.move_to(city_time(day, "8:00"))
            during = Interval(city_time(day, "8:30"), city_time(day, "17:15"))
            bookings.append(book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=during))
            monday_morning.move_to(city_time(day, "9:05"))
            release_no_shows()
        return bookings

    return stay_away


def told(as_person):
    answer = as_person("agatsuma").get("/api/v1/bookings/no-shows/").json()
    return [one["day"] for one in answer["bookings"]], answer["limited_until"]


def book(hall, day):
    during = Interval(city_time(day, "8:30"), city_time(day, "17:15"))
    return book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-002"), during=during)


def test_who_came_is_told_of_nothing(as_person, monday_morning):
    assert told(as_person) == ([], None)


def test_no_shows_are_told_with_their_dates_and_nothing_follows_by_default(hall, as_person, misses):
    rule()
    misses(30, 1, 2)
    assert told(as_person) == (["2026-12-02", "2026-12-01", "2026-11-30"], None)
    book(hall, date(2026, 12, 15))


def test_at_the_limit_the_window_is_shorter_until_one_is_long_enough_ago(hall, as_person, misses, monday_morning):
    rule(no_show_limit=2, no_show_window_days=2)
    misses(30, 1)
    assert told(as_person) == (["2026-12-01", "2026-11-30"], "2026-12-07")
    book(hall, date(2026, 12, 3))
    with pytest.raises(Refused) as refused:
        book(hall, date(2026, 12, 4))
    facts = refused.value.facts
    assert (refused.value.code, facts["rule"].value, facts["rule"].owner["ja"]) == (
        "no_show_limited",
        2,
        "庁舎管理課",
    )
    assert (facts["allowed_until"], facts["limited_until"]) == (date(2026, 12, 3), date(2026, 12, 7))
    monday_morning.move_to(city_time(date(2026, 12, 8), "8:00"))
    book(hall, date(2026, 12, 15))


def test_one_day_counts_once_however_many_bookings_it_had(hall, as_person, monday_morning):
    rule(no_show_limit=2, no_show_window_days=0)
    day = date(2026, 11, 30)
    for start, end in (("8:30", "10:00"), ("13:00", "17:15")):
        during = Interval(city_time(day, start), city_time(day, end))
        book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=during)
    monday_morning.move_to(city_time(day, "13:40"))
    release_no_shows()
    assert told(as_person) == (["2026-11-30", "2026-11-30"], None)


def test_a_release_that_was_undone_does_not_count(as_person, misses):
    rule(no_show_limit=1)
    (missed,) = misses(30)
    restore_booking(booking_id=missed.pk)
    assert told(as_person) == ([], None)


def test_the_limit_holds_for_series_too(hall, as_person, misses):
    rule(no_show_limit=1, no_show_window_days=3)
    misses(30)
    body = {"desk": hall.desk("06A-002"), "weekdays": [1], "from": "2026-12-01", "until": "2026-12-08"}
    answer = as_person("agatsuma").post("/api/v1/booking-series/preview/", body).json()
    assert [one["refusal"] and one["refusal"]["code"] for one in answer["dates"]] == [None, "no_show_limited"]


def test_others_are_not_limited(hall, misses):
    rule(no_show_limit=1, no_show_window_days=0)
    misses(30)
    day = date(2026, 12, 10)
    during = Interval(city_time(day, "8:30"), city_time(day, "17:15"))
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-002"), during=during)


def test_a_no_show_long_ago_is_not_told(as_person, misses, monday_morning):
    rule()
    misses(30)
    monday_morning.shift(timedelta(days=8))
    assert told(as_person) == ([], None)
