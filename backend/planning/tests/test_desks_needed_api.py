"""`POST /occupancy/desks-needed/` in both forms."""

from datetime import date

import pytest

from occupancy.models import PlaceDay
from occupancy.models.places import Held
from people.models import Department
from spaces.models import Building
from tests.factories.department_days import Told, department_days, history, occupancy_day, weekdays_from

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

ADDRESS = "/api/v1/occupancy/desks-needed/"
PUBLISHED = [(12, 0.8), (4, 0.7), (8, 0.6), (4, 0.5), (8, 0.4), (2, 0.2)]
DAYS = weekdays_from(date(2026, 9, 28), 40)
PERIOD = {"from": "2026-09-28", "to": "2026-11-20", "source": "gate"}
# The hall has no closing days of its own: 2026年度 has 244 working days.
# 祝日 of the period: 12 October, 3 November. 38 of the 40 weekdays are working days.


@pytest.fixture
def eight_weeks(hall):
    """広聴課 and 税制課 with their bureaus: one more person there each weekday, Monday to Friday."""
    sections = {"030202": 10, "040301": 20, "100101": 5}
    told = {}
    for code, least in sections.items():
        present = [least + day.weekday() for day in DAYS]
        told[hall.departments[code]] = told[hall.departments[code[:2]]] = present
    history(DAYS, told, on_roll=30)
    return hall


def ask(client, **body):
    return client.post(ADDRESS, body, format="json")


def test_the_published_example_comes_out_over_the_api(planner):
    groups = [{"people": people, "rate": rate} for people, rate in PUBLISHED]
    found = ask(planner, rates=groups, desks=30, percentiles=[0.9, 0.95, 0.99]).json()
    assert found["mean"] == 22.8
    assert found["needed"] == {"0.9": 26, "0.95": 27, "0.99": 29}
    assert found["short"]["desks"] == 30
    assert round(found["short"]["probability"], 7) == 0.0021960
    assert (found["method"], found["interval"], found["basis"]["coverage"]["says"]) == (
        "poisson_binomial",
        None,
        "stated",
    )


def test_by_history_departments_are_counted_together(planner, eight_weeks):
    found = ask(planner, **PERIOD, desks=40).json()
    # On Fridays 14 + 24 + 9 are there at once; of 38 working days 8 are Fridays, and the 95th percentile is one.
    assert found["needed"] == {"0.9": 47, "0.95": 47, "0.99": 47}
    assert found["interval"]["0.95"] == [47, 47]
    assert [(row["weekday"], row["days"], row["needed"]) for row in found["by_weekday"]] == [
        (0, 7, 35),
        (1, 7, 38),
        (2, 8, 41),
        (3, 8, 44),
        (4, 8, 47),
    ]
    assert found["short"]["probability"] == pytest.approx(24 / 38)
    assert found["short"]["people"] == pytest.approx((1 + 4 + 7) * 8 / 38)
    assert found["short"]["days_a_year"] == pytest.approx(24 / 38 * 244)
    assert [(row["department"]["code"], row["needed"]) for row in found["by_department"]] == [
        ("030202", 14),
        ("040301", 24),
        ("100101", 9),
    ]
    basis = found["basis"]
    assert (basis["days"], basis["missing_days"], basis["coverage"]) == (
        38,
        0,
        {"share": 1.0, "says": "days", "part": 38, "whole": 38},
    )
    assert (basis["people"], basis["working_days_a_year"], basis["withheld"]) == (90.0, 244, 0)


def test_one_department_answers_for_itself_and_desks_come_from_the_building(planner, eight_weeks):
    found = ask(planner, **PERIOD, departments=[eight_weeks.departments["030202"].pk]).json()
    assert (found["needed"]["0.95"], found["desks"], found["basis"]["desks_source"]) == (14, 13, "building")


def test_a_department_in_another_chosen_one_is_counted_once(planner, eight_weeks):
    bureau, section = (eight_weeks.departments[code].pk for code in ("03", "030202"))
    found = ask(planner, **PERIOD, departments=[bureau, section]).json()
    assert found["needed"]["0.95"] == 14


def test_growth_and_growth_of_one_department(planner, eight_weeks):
    whole = ask(planner, **PERIOD, growth=0.5).json()
    assert whole["needed"]["0.95"] == 71
    section = eight_weeks.departments["040301"].pk
    one = ask(planner, **PERIOD, growth_by_department={str(section): 0.5}).json()
    assert one["needed"]["0.95"] == 59
    assert [row["needed"] for row in one["by_department"]] == [14, 36, 9]


def test_a_target_of_short_days_and_the_return_from_telework(planner, eight_weeks):
    found = ask(planner, **PERIOD, days_short_target=0, floor_people=80, desks=60).json()
    assert found["target"] == {"days_a_year": 0, "needed": 80}
    assert (found["needed"]["0.9"], found["short"]["when_telework_is_off"]) == (80, 20)


def test_days_that_are_missing_silent_or_not_over_are_left_out_and_told(planner, hall):
    section = hall.departments["030202"]
    told = {section: Told(10), hall.departments["03"]: Told(10)}
    for number, day in enumerate(DAYS[:30]):
        if number == 3:
            continue
        occupancy_day(day, source=number != 4, provisional=number == 6)
        department_days(day, told)
    found = ask(planner, **{**PERIOD, "to": str(DAYS[29])}).json()
    basis = found["basis"]
    # 12 October and 3 November are 祝日.
    assert (basis["days"], basis["missing_days"], basis["days_without_source"]) == (25, 2, 1)
    assert {"days_missing", "days_without_source"} <= set(basis["notes"])


def test_a_weekday_without_history_has_no_number_and_the_answer_says_so(planner, hall):
    days = [day for day in DAYS if day.weekday() != 4]
    history(days, {hall.departments["03"]: 10, hall.departments["030202"]: 10})
    found = ask(planner, **PERIOD).json()
    assert found["by_weekday"][4] == {"weekday": 4, "days": 0, "needed": None}
    assert "weekdays_missing" in found["basis"]["notes"]


def test_no_facts_are_refused(planner):
    answer = ask(planner, **PERIOD)
    assert (answer.status_code, answer.json()["code"]) == (409, "planning_no_facts")


def test_too_few_days_are_refused_with_how_many_there_are(planner, hall):
    history(DAYS[:8], {hall.departments["03"]: 10})
    problem = ask(planner, **PERIOD).json()
    assert (problem["code"], problem["days"], problem["least"]) == ("planning_too_few_days", 8, 10)


def test_a_department_that_is_withheld_is_refused_by_name(planner, hall):
    section, bureau = hall.departments["030202"], hall.departments["03"]
    for day in DAYS:
        occupancy_day(day)
        department_days(day, {section: Told(3, published=False), bureau: Told(9)})
    refused = ask(planner, **PERIOD, departments=[section.pk])
    assert (refused.status_code, refused.json()["code"], refused.json()["reason"]) == (
        409,
        "department_withheld",
        "広聴課",
    )
    grown = ask(planner, **PERIOD, growth_by_department={str(section.pk): 0.1})
    assert grown.json()["code"] == "department_withheld"
    whole = ask(planner, **PERIOD).json()
    assert (whole["needed"]["0.95"], whole["by_department"], whole["basis"]["withheld"]) == (9, [], 1)
    assert "some_departments_withheld" in whole["basis"]["notes"]


def test_only_days_on_which_a_department_may_be_shown_count_for_it(planner, hall):
    section, bureau = hall.departments["030202"], hall.departments["03"]
    for number, day in enumerate(DAYS):
        occupancy_day(day)
        told = Told(3, published=False) if number < 10 else Told(6)
        department_days(day, {section: told, bureau: Told(9)})
    found = ask(planner, **PERIOD, departments=[section.pk]).json()
    assert (found["basis"]["days"], found["basis"]["days_withheld"], found["needed"]["0.95"]) == (28, 10, 6)


@pytest.mark.parametrize(("booked", "cut_off"), [(48, False), (49, True)])
def test_where_nearly_all_desks_were_booked_wishes_left_no_trace(planner, eight_weeks, booked, cut_off):
    """98 of 100 desks in two buildings, in one core slot of one day: whatever is supposed of the days to come."""
    by_building = {"in_service": [50] * 48, "checked_in": [0] * 48, "sensed": [0] * 48, "occupied": [0] * 48}
    for number in (1, 2):
        building = Building.objects.create(code=f"x{number}", name="x")
        held = [50] * 17 + [booked] + [0] * 30  # before the core window every desk is held
        PlaceDay.objects.create(day=DAYS[5], building=building, held=Held.SHARED, desks=50, booked=held, **by_building)
    for asked in ({"desks": 20}, {"desks": 9_000, "attendance": -0.5, "growth": -0.5}):
        found = ask(planner, **{**PERIOD, "source": "booking"}, **asked).json()
        assert ("demand_cut_off" in found["basis"]["notes"]) is cut_off
    assert "demand_cut_off" not in ask(planner, **PERIOD).json()["basis"]["notes"]


def test_core_slots_of_the_day_count_and_no_others(planner, hall):
    for day in DAYS:
        occupancy_day(day)
        department_days(day, {hall.departments["03"]: Told(9, slots={16: 99, 17: 4, 34: 6, 35: 99})})
    assert ask(planner, **PERIOD).json()["needed"]["0.95"] == 6


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "rates"),
        ({"rates": [{"people": 1, "rate": 0.5}], **PERIOD}, "rates"),
        ({"from": "2026-09-28"}, "to"),
        ({"from": "2026-09-28", "to": "2026-09-01"}, "to"),
        ({"from": "2020-09-28", "to": "2026-09-01"}, "to"),
        ({"rates": []}, "rates"),
        ({"rates": [{"people": 0, "rate": 0.5}]}, "rates.0.people"),
        ({"rates": [{"people": 1, "rate": 1.5}]}, "rates.0.rate"),
        ({"rates": [{"people": 99_999, "rate": 0.5}] * 2}, "groups"),
        ({"rates": [{"people": 1, "rate": 0.5}] * 201, "correlation": 0.1}, "groups"),
        ({"rates": [{"people": 1, "rate": 0.5}], "departments": [1]}, "departments"),
        ({**PERIOD, "percentiles": [95]}, "percentiles.0"),
        ({**PERIOD, "percentile": True}, "percentile"),
        ({**PERIOD, "growth": 7}, "growth"),
        ({**PERIOD, "growth_by_department": {"x": 0.1}}, "growth_by_department"),
        ({**PERIOD, "growth_by_department": {"987": 0.1}}, "growth_by_department"),
        ({**PERIOD, "departments": [987]}, "departments"),
        ({**PERIOD, "source": "count"}, "source"),
        ({**PERIOD, "draws": 1_000_000}, "draws"),
        ({**PERIOD, "cannot_share": {"departments": {"1": -1}}}, "cannot_share.departments.1"),
    ],
)
def test_what_makes_no_sense_is_named_by_field(planner, body, field):
    answer = ask(planner, **body)
    assert (answer.status_code, field in answer.json().get("fields", {})) == (400, True), answer.json()


def test_growth_of_a_department_that_was_not_chosen_is_named(planner, eight_weeks):
    one, other = (eight_weeks.departments[code].pk for code in ("03", "040301"))
    answer = ask(planner, **PERIOD, departments=[one], growth_by_department={str(other): 0.1})
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["growth_by_department"])


def test_years_of_many_departments_are_read_some_days_at_a_time(planner, hall, monkeypatch):
    monkeypatch.setattr("planning.selectors.history.DAYS_AT_ONCE", 7)
    history(DAYS, dict.fromkeys(Department.objects.all(), 12))
    assert ask(planner, **PERIOD).json()["needed"]["0.95"] == 36
