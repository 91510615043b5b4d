"""Today in reports: it counts as far as it has come, and not before its core window begins."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.factories.hall import city_time
from tests.factories.occupancy import fact_day, place_day

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

FRIDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 30)
PERIOD = {"from": "2026-11-27", "to": "2026-11-30"}


def report(facilities, name, **asked):
    answer = facilities.get(f"/api/v1/occupancy/{name}/", {**PERIOD, **asked})
    assert answer.status_code == 200, answer.content
    return answer.json()


def today(hall, built_at, **counts):
    fact_day(FRIDAY)
    place_day(hall, FRIDAY, in_service=8, booked=4)
    fact_day(MONDAY, version=2, provisional=True, built_at=city_time(MONDAY, built_at))
    place_day(hall, MONDAY, **counts)


def test_today_does_not_count_before_anything_of_it_can_be_counted(facilities, hall):
    today(hall, "8:00", in_service=0, booked=0)
    figures, scope = (report(facilities, "summary")[part] for part in ("figures", "scope"))
    assert (scope["working_days"], scope["provisional_days"], scope["missing_days"]) == (1, 0, 0)
    assert figures["daily_peak"]["mean"] == 4.0
    assert [row["day"] for row in report(facilities, "timeline")["rows"]] == ["2026-11-27"]


def test_half_hours_to_come_are_no_empty_ones(facilities, hall):
    today(hall, "10:10", in_service={"8:30": 8, "9:00": 8, "9:30": 8, "10:00": 8}, booked={"9:00": 6})
    assert report(facilities, "summary")["scope"]["provisional_days"] == 1
    answer = report(facilities, "heatmap", **{"from": "2026-11-30"})
    assert (len(answer["slots"]), answer["slots"][-1]) == (18, "17:00")
    cells = answer["rows"][0]["cells"]
    assert [cell["in_use"] for cell in cells[:4]] == [0.0, 6.0, 0.0, 0.0]
    assert cells[4:] == [None] * 14


def test_a_day_that_is_over_and_was_left_before_it_began_is_missing(facilities, hall):
    day = FRIDAY - timedelta(days=1)
    fact_day(day, provisional=True, built_at=datetime(2026, 11, 25, 22, 0, tzinfo=UTC))
    scope = report(facilities, "summary", **{"from": str(day), "to": str(day)})["scope"]
    assert (scope["working_days"], scope["missing_days"]) == (0, 1)
