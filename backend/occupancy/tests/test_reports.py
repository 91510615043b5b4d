"""Reports over facts whose figures are worked out by hand here."""

from datetime import date

import pytest

from tests.factories.occupancy import demand_day, department_day, desk_day, fact_day, place_day, presence_day

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

THURSDAY, FRIDAY = date(2026, 11, 26), date(2026, 11, 27)
PERIOD = {"from": "2026-11-26", "to": "2026-11-27"}


@pytest.fixture
def facilities(hall, client_of):
    account = hall.account("kudo")
    account.roles = ["facilities"]
    account.save()
    return client_of(account)


@pytest.fixture
def two_days(hall):
    """Two working days of the sixth floor: 8 desks; on Friday the gates were read."""
    fact_day(THURSDAY, on_roll=10, coverage={"gate_passages": 0, "booked_minutes": 600, "confirmed_minutes": 300})
    fact_day(
        FRIDAY,
        version=2,
        on_roll=10,
        coverage={
            "gate_passages": 20,
            "booked_minutes": 400,
            "confirmed_minutes": 400,
            "stays": 8,
            "stays_estimated": 2,
        },
    )
    for day, most in ((THURSDAY, 4), (FRIDAY, 6)):
        for floor in ("6", None):
            place_day(hall, day, floor=floor, in_service=8, booked={"9:00": 2, "10:00": most}, checked_in={"9:00": 1})
            place_day(hall, day, floor=floor, held="withheld", in_service=3, booked=3)
        place_day(hall, day, floor="6", area="06A", in_service=8, booked={"9:00": 2, "10:00": most})
    bureau, section = hall.departments["03"], hall.departments["030202"]
    for day in (THURSDAY, FRIDAY):
        gates = (6, {"9:00": 5, "10:00": 6}) if day == FRIDAY else (0, 0)
        for department in (bureau, section):
            department_day(
                department,
                day,
                on_roll=10,
                gate=gates,
                checked_in=(4, {"9:00": 3}),
                booked=(5, {"10:00": 5}),
                telework_halves=4,
                due=10,
                no_show=1,
                refused=2,
            )
    presence_day(hall, FRIDAY, present={"9:00": 5, "10:00": 7}, people=9)
    presence_day(hall, FRIDAY, floor="6", present={"9:00": 4, "10:00": 5}, people=7)
    demand_day(
        hall,
        THURSDAY,
        area="06A",
        department="030202",
        due=20,
        as_booked=16,
        no_show=1,
        not_used=3,
        walk_ups=4,
        check_ins=20,
        refused=5,
        refused_by_rule=6,
        spilled_over=2,
        booked_minutes=600,
        confirmed_minutes=300,
        unused_minutes=90,
        early_leave_minutes=30,
    )


def figures_of(facilities, **asked):
    answer = facilities.get("/api/v1/occupancy/summary/", {**PERIOD, **asked})
    assert answer.status_code == 200, answer.content
    return answer.json()["figures"]


def test_the_summary_of_everything(facilities, two_days):
    answer = facilities.get("/api/v1/occupancy/summary/", PERIOD).json()
    assert answer["figures"] == {
        # 2 days x 18 slots x 8 desks; (2 + 4) + (2 + 6) of them booked.
        "average_utilisation": {"value": 14 / 288, "in_use": 14, "in_service": 288},
        "daily_peak": {"mean": 5.0, "p95": 6, "max": 6, "max_on": "2026-11-27", "in_service": 8},
        # Thursday by check-ins 4, Friday by gates 6, of 10 people each.
        "attendance_rate": {"value": 0.5, "present": 5.0, "on_roll": 10.0, "source": "mixed"},
        "telework_rate": {"value": 0.2},
        "sharing_ratio": {"value": 1.25, "inverse": 0.8, "people": 10.0, "desks": 8.0},
        "no_show_rate": {"value": 0.05, "no_shows": 1, "due": 20},
        "walk_up_rate": {"value": 0.2, "walk_ups": 4, "check_ins": 20},
        "refused": {"value": 5, "by_rule": 6},
        "spilled_over": {"value": 2},
        "never_used": {"value": 0, "desks": 0},
        "booked_actual": {
            "as_booked": 16,
            "walk_up": 4,
            "no_show": 1,
            "not_used": 3,
            "cancelled": 0,
            "unused_hours": 1.5,
            "early_leave_hours": 0.5,
        },
    }
    assert answer["compared"] is None
