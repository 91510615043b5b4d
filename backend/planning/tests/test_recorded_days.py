"""`GET /planning/recorded-days/`: the days a question can stand on."""

from datetime import date

import pytest

from occupancy.models import OccupancyDay
from tests.factories.department_days import occupancy_day, weekdays_from

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

ADDRESS = "/api/v1/planning/recorded-days/"


def found(client):
    return {one["source"]: one for one in client.get(ADDRESS).json()}


def test_each_source_has_its_own_days(planner):
    for day in weekdays_from(date(2026, 8, 3), 80):
        occupancy_day(day)
    OccupancyDay.objects.filter(day__gt=date(2026, 11, 6)).update(
        coverage={"gate_passages": 0, "confirmed_minutes": 9, "booked_minutes": 9}
    )
    OccupancyDay.objects.filter(day=date(2026, 11, 20)).update(provisional=True)
    days = found(planner)
    # 11 August, 21 to 23 September, 12 October and 3 November are 祝日.
    assert days["gate"] == {
        "source": "gate",
        "days": 70 - 6,
        "first": "2026-08-03",
        "last": "2026-11-06",
        "usual_first": "2026-09-12",
    }
    assert (days["check_in"]["last"], days["booking"]["usual_first"]) == ("2026-11-19", "2026-09-25")


def test_few_days_in_eight_weeks_are_made_more(planner):
    for day in [*weekdays_from(date(2026, 5, 11), 25), *weekdays_from(date(2026, 11, 16), 5)]:
        occupancy_day(day)
    days = found(planner)["gate"]
    assert (days["last"], days["usual_first"], days["days"]) == ("2026-11-20", "2026-05-25", 30)


def test_without_facts_there_are_no_days(planner):
    nothing = {"days": 0, "first": None, "last": None, "usual_first": None}
    assert planner.get(ADDRESS).json() == [{"source": source, **nothing} for source in ("gate", "check_in", "booking")]
