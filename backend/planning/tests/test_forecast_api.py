"""The forecast over HTTP, and what is known of people's days as it is counted for it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from occupancy.models import FloorPresence, OccupancyDay
from planning.selectors.known_away import known_away
from plans.models import AttendancePlan, OwnPlan, WeeklyPattern
from tests.factories.department_days import occupancy_day, weekdays_from
from tests.factories.hall import city_time

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

ADDRESS = "/api/v1/planning/forecast/"
DAYS = [
    day
    for day in weekdays_from(date(2026, 9, 28), 45)
    if day not in (date(2026, 10, 12), date(2026, 11, 3), date(2026, 11, 23))
]
TUESDAY, FRIDAY = date(2026, 12, 1), date(2026, 12, 4)


@pytest.fixture
def gate_weeks(hall):
    """On the sixth floor 3 people at most, on Fridays 2; on the seventh one."""
    for day in DAYS:
        occupancy_day(day)
        for code, people in (("6", 2 if day.weekday() == 4 else 3), ("7", 1)):
            present = [people if 17 <= slot < 35 else 0 for slot in range(48)]
            FloorPresence.objects.create(
                day=day,
                building=hall.building,
                floor=hall.floors[code],
                present=present,
                people=people,
                estimated=0,
            )
    return hall


def test_ten_working_days_of_floors_with_naive_and_both_errors(planner, gate_weeks):
    found = planner.get(ADDRESS).json()
    assert (found["source"], found["counts"], found["why_not"], found["history_days"]) == ("gate", "people", None, 40)
    assert [row["day"] for row in found["days"]][:4] == ["2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04"]
    assert len(found["days"]) == 10
    sixth = [row["floors"][1] for row in found["days"]]
    assert [(row["expected"], row["naive"]) for row in sixth] == [(3, 3)] * 3 + [(2, 2)] + [(3, 3)] * 4 + [
        (2, 2),
        (3, 3),
    ]
    assert sixth[0] == {
        "floor": {"id": gate_weeks.floors["6"].pk, "code": "6", "name": "6階"},
        "expected": 3,
        "low": 3,
        "high": 3,
        "in_service": 11,
        "naive": 3,
        "booked": 0,
    }
    error = found["error"]
    assert (error["held_back_weeks"], error["better"], error["naive"]) == (4, "same", {"mae": 0.0, "wape": 0.0})


def test_the_same_is_not_worked_out_twice(planner, gate_weeks):
    first = planner.get(ADDRESS)
    with CaptureQueriesContext(connection) as captured:
        again = planner.get(ADDRESS, HTTP_IF_NONE_MATCH=first.headers["ETag"])
    assert (again.status_code, len(captured) < 6) == (304, True)
    OccupancyDay.objects.filter(day=DAYS[-1]).update(version=9)
    assert planner.get(ADDRESS, HTTP_IF_NONE_MATCH=first.headers["ETag"]).status_code == 200


def test_without_facts_or_with_few_it_says_why_not(planner, hall):
    assert planner.get(ADDRESS).json()["why_not"] == "no_facts"
    for day in DAYS[-5:]:
        occupancy_day(day, version=2)
    found = planner.get(ADDRESS).json()
    assert (found["why_not"], found["days"], found["history_days"]) == ("too_few_days", [], 5)


def test_an_unknown_building_is_named(planner, hall):
    answer = planner.get(ADDRESS, {"building": 987})
    assert (answer.status_code, answer.json()["fields"]) == (400, {"building": ["unknown"]})
    assert planner.get(ADDRESS, {"building": hall.building.pk}).status_code == 200


def own_plan(hall, name, day, place, *, hours=("8:30", "17:15"), said="2026-11-20"):
    during = (city_time(day, hours[0]), city_time(day, hours[1]))
    said_at = datetime.fromisoformat(f"{said}T03:00:00+00:00")
    plan = OwnPlan.objects.create(person_id=hall.person(name), day=day, during=during, place=place, said_at=said_at)
    kind = "own_office" if place == "office" else "own"
    return AttendancePlan.objects.create(
        person_id=hall.person(name), day=day, during=during, place=place, holder_kind=kind, holder_id=plan.pk
    )


def usual_week(hall, name, places):
    WeeklyPattern.objects.create(
        person_id=hall.person(name),
        active_from=date(2026, 11, 1),
        am=[*places, "", ""],
        pm=[*places, "", ""],
        shifts=[""] * 7,
        set_at=datetime(2026, 10, 20, tzinfo=UTC),
    )


def known(hall, day, as_of):
    sections = {hall.departments["030202"].pk: 0, hall.departments["040301"].pk: 1}
    return known_away(sections, 2, TUESDAY - timedelta(days=7), FRIDAY)(day, as_of).tolist()


def test_whole_and_half_days_elsewhere_count_from_the_day_they_were_said(hall):
    own_plan(hall, "agatsuma", TUESDAY, "trip", said="2026-11-20")
    own_plan(hall, "kudo", TUESDAY, "leave", hours=("8:30", "12:00"), said="2026-11-25")
    own_plan(hall, "sasaki", TUESDAY, "office", said="2026-11-20")
    assert known(hall, TUESDAY, date(2026, 11, 20)) == [0, 0]
    assert known(hall, TUESDAY, date(2026, 11, 21)) == [1, 0]
    assert known(hall, TUESDAY, date(2026, 11, 26)) == [1.5, 0]


def test_a_word_taken_back_counts_until_then(hall):
    plan = own_plan(hall, "agatsuma", TUESDAY, "trip", said="2026-11-20")
    plan.withdrawn_at = datetime(2026, 11, 25, 3, tzinfo=UTC)
    plan.save()
    assert known(hall, TUESDAY, date(2026, 11, 25)) == [1, 0]
    assert known(hall, TUESDAY, date(2026, 11, 26)) == [0, 0]


def test_a_usual_week_counts_where_the_day_holds_nothing_else(hall):
    usual_week(hall, "agatsuma", ["office", "home", "home", "office", ""])
    usual_week(hall, "sasaki", ["home"] * 5)
    own_plan(hall, "sasaki", TUESDAY, "office", said="2026-11-25")
    assert known(hall, TUESDAY, date(2026, 11, 25)) == [1, 1]
    assert known(hall, TUESDAY, date(2026, 11, 26)) == [1, 0]
    assert known(hall, FRIDAY, date(2026, 11, 26)) == [0, 1]
