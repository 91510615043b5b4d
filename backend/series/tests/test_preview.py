"""What a series would come to, date by date."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bookings.models import Booking
from bookings.services.booking import book_desk
from plans.services.closing_days import set_closing_day
from series.models import BookingSeries
from series.tests.conftest import december
from spaces.policies.closed_places import ClosedPlaceWanted
from spaces.services.closures import close_place
from tests.factories.hall import city_time

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture
def preview(as_person):
    def asked(body, who="agatsuma"):
        answer = as_person(who).post("/api/v1/booking-series/preview/", body)
        assert answer.status_code == 200, answer.json()
        return answer.json()

    return asked


def outcomes(answer):
    return [(one["day"], one["outcome"], one["refusal"]["code"] if one["refusal"] else None) for one in answer["dates"]]


def test_every_date_of_an_empty_hall_will_be_booked_and_nothing_is_saved(preview, wants):
    answer = preview(wants())
    assert outcomes(answer) == [
        ("2026-12-01", "will_book", None),
        ("2026-12-08", "will_book", None),
        ("2026-12-15", "will_book", None),
        ("2026-12-22", "will_book", None),
    ]
    assert answer["will_book"] == 4
    assert (Booking.objects.count(), BookingSeries.objects.count()) == (0, 0)


def test_a_date_that_somebody_else_has_names_the_rival_and_the_nearest_free_desks(hall, preview, wants, between):
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-001"), during=between("8:30", "17:15"))
    first = preview(wants())["dates"][0]
    assert (first["outcome"], first["refusal"]["code"]) == ("refused", "desk_taken")
    assert first["refusal"]["conflicts_with"]["desk_code"] == "06A-001"
    assert [one["desk_code"] for one in first["alternatives"]] == ["06A-003", "06A-002", "06A-004"]


def test_a_closing_day_is_skipped_and_named(preview, wants):
    set_closing_day(day=december(8), name="創立記念日", name_en="Founding day")
    second = preview(wants())["dates"][1]
    assert (second["day"], second["outcome"]) == ("2026-12-08", "skipped")
    assert (second["refusal"]["code"], second["refusal"]["reason"]) == ("not_a_working_day", "創立記念日")


def test_a_closing_day_goes_to_the_next_working_day_where_the_person_chose_that(preview, wants):
    set_closing_day(day=december(8), name="創立記念日")
    second = preview(wants(when_closed="next_working_day"))["dates"][1]
    assert (second["pattern_day"], second["day"], second["outcome"]) == ("2026-12-08", "2026-12-09", "will_book")


def closed_on(hall, day):
    place = ClosedPlaceWanted(area_id=hall.areas["06A"].pk)
    close_place(place=place, during=day, reason="床の工事")


def test_a_closed_place_is_skipped_and_another_desk_brings_the_date_back(hall, preview, wants, between):
    closed_on(hall, between("8:00", "20:00", day=december(8)))
    second = preview(wants())["dates"][1]
    assert (second["outcome"], second["refusal"]["conflicts_with"]["reason"]) == ("skipped", "床の工事")
    other = second["alternatives"][0]
    assert other["desk_code"] == "06B-002"
    again = preview(wants(dates=[{"day": "2026-12-08", "desk": other["desk"]}]))["dates"][1]
    assert (again["outcome"], again["desk_code"]) == ("will_book", "06B-002")


def test_a_closed_place_goes_to_the_next_working_day_too(hall, preview, wants, between):
    closed_on(hall, between("8:00", "20:00", day=december(8)))
    second = preview(wants(when_closed="next_working_day"))["dates"][1]
    assert (second["day"], second["outcome"]) == ("2026-12-09", "will_book")


def test_a_series_reaches_beyond_the_window_of_single_bookings_and_ends_with_its_own(preview, wants, rule_says):
    rule_says(window_working_days=3, series_window_days=14)
    answer = preview(wants())
    assert [code for _, _, code in outcomes(answer)] == [None, None, "beyond_series_window", "beyond_series_window"]
    refusal = answer["dates"][2]["refusal"]
    assert (refusal["rule"]["value"], refusal["rule"]["owner"], refusal["allowed_until"]) == (
        14,
        "庁舎管理課",
        "2026-12-14",
    )


def test_the_dates_before_count_against_the_allowance_of_series(preview, wants, rule_says):
    rule_says(max_series_dates=2, max_live_bookings=1)
    codes = [code for _, _, code in outcomes(preview(wants()))]
    assert codes == [None, None, "series_dates_reached", "series_dates_reached"]


def test_a_day_on_which_the_person_sits_elsewhere_already_says_so(hall, preview, wants, between):
    mine = book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-002"), during=between("8:30", "12:00"))
    first = preview(wants())["dates"][0]
    assert (first["refusal"]["code"], first["refusal"]["conflicts_with"]["id"]) == ("already_booked", mine.pk)


def test_a_preview_for_another_asks_what_holds_for_that_person(hall, preview, wants):
    answer = preview(wants(desk=hall.desk("06B-001"), person=hall.person("agatsuma")), who="yamada")
    assert {code for _, _, code in outcomes(answer)} == {"own_area_has_room"}


def test_nobody_previews_for_whom_they_may_not_book(hall, as_person, wants):
    answer = as_person("kudo").post("/api/v1/booking-series/preview/", wants(person=hall.person("sasaki")))
    assert (answer.status_code, answer.json()["code"]) == (403, "not_yours_to_book")


def test_a_year_costs_as_many_queries_as_a_month(hall, as_person, wants, rule_says):
    rule_says(series_window_days=400, max_series_dates=100)
    client = as_person("agatsuma")

    def queries(until):
        with CaptureQueriesContext(
            connection,
        ) as found:
            answer = client.post("/api/v1/booking-series/preview/", wants(until=until))
        return len(answer.json()["dates"]), len(found)

    queries("2026-12-22")
    (few, queries_for_few), (many, queries_for_many) = queries("2026-12-22"), queries("2027-12-01")
    assert (few, many) == (4, 53)
    assert queries_for_few == queries_for_many <= 20


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"until": "2028-01-01"}, "until"),
        ({"until": "2026-11-30"}, "until"),
        ({"from": "2026-11-29"}, "from"),
        ({"weekdays": []}, "weekdays"),
        ({"weekdays": [7]}, "weekdays.0"),
        ({"weekdays": [1, 1]}, "weekdays"),
        ({"weekdays": [6], "until": "2026-12-05"}, "weekdays"),
        ({"every_weeks": 0}, "every_weeks"),
        ({"start": "8:30"}, "start"),
        ({"start": "09:00"}, "end"),
        ({"start": "09:00", "end": "08:00"}, "end"),
        ({"part": "am", "start": "09:00", "end": "10:00"}, "part"),
        ({"when_closed": "never"}, "when_closed"),
    ],
)
def test_what_is_wrong_is_named(as_person, wants, change, field):
    answer = as_person("agatsuma").post("/api/v1/booking-series/preview/", wants(**change))
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])


def test_a_part_has_the_hours_of_the_building(preview, wants):
    first = preview(wants(part="pm"))["dates"][0]
    assert [first["start"], first["end"]] == ["2026-12-01T13:00:00+09:00", "2026-12-01T17:15:00+09:00"]


def test_a_desk_that_stands_nowhere_is_told_on_every_date(preview, wants):
    assert {code for _, _, code in outcomes(preview(wants(desk=987654)))} == {"desk_not_in_layout"}


def test_the_hours_of_today_are_cut_at_now(hall, preview, wants, monday_morning):
    monday_morning.move_to(city_time(date(2026, 11, 30), "10:07"))
    first = preview(wants(**{"from": "2026-11-30"}, weekdays=[0]))["dates"][0]
    assert first["outcome"] == "will_book"
