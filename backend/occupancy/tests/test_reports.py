"""Reports over facts whose figures are worked out by hand here."""

from datetime import date

import pytest

from occupancy.models import FloorCount
from tests.factories.hall import city_time
from tests.factories.occupancy import demand_day, department_day, desk_day, fact_day, place_day, presence_day

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

THURSDAY, FRIDAY = date(2026, 11, 26), date(2026, 11, 27)
PERIOD = {"from": "2026-11-26", "to": "2026-11-27"}


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


def report(facilities, name, **asked):
    answer = facilities.get(f"/api/v1/occupancy/{name}/", {**PERIOD, **asked})
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_the_summary_of_everything(facilities, two_days):
    answer = report(facilities, "summary")
    assert answer["figures"] == {
        # 2 days x 18 slots x 8 desks; (2 + 4) + (2 + 6) of them booked.
        "average_utilisation": {"value": 14 / 288, "in_use": 14, "in_service": 288},
        "daily_peak": {"mean": 5.0, "p95": 6, "max": 6, "max_on": "2026-11-27", "days": 2, "in_service": 8},
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
    assert answer["scope"] == {
        "from": "2026-11-26",
        "to": "2026-11-27",
        "source": "booking",
        "counts": "desks",
        "place": {"kind": "all", "id": None, "name": "", "code": ""},
        "working_days": 2,
        "left_out_days": 0,
        "missing_days": 0,
        "provisional_days": 0,
        "coverage": {"share": 0.5, "says": "confirmed", "part": 300, "whole": 600, "estimated_share": None},
        "withheld": {"departments": 0, "desks": 3},
        "built_at": "2026-11-27T23:00:00+09:00",
        "facts_version": 2,
    }


def test_by_gates_people_are_counted_on_days_with_a_gate_log(facilities, hall, two_days):
    answer = report(facilities, "summary", source="gate", floor=hall.floors["6"].pk)
    # Friday alone: 4 + 5 people over 18 slots of 8 desks.
    assert answer["figures"]["average_utilisation"] == {"value": 9 / 144, "in_use": 9, "in_service": 144}
    assert (answer["figures"]["daily_peak"]["p95"], answer["figures"]["daily_peak"]["days"]) == (5, 1)
    assert answer["figures"]["never_used"] == {"value": None, "desks": None}
    assert answer["figures"]["attendance_rate"]["value"] is None
    scope = answer["scope"]
    assert (scope["counts"], scope["coverage"]) == (
        "people",
        {"share": 0.5, "says": "logged", "part": 1, "whole": 2, "estimated_share": 0.25},
    )
    of_area = report(facilities, "summary", source="gate", area=hall.areas["06A"].pk)["figures"]
    assert of_area["average_utilisation"]["value"] is of_area["daily_peak"]["p95"] is None


def test_people_per_desk_are_of_the_layouts_whatever_the_source(facilities, two_days):
    """Gates were read on one of the days, and nobody counted and no sensor told of a desk."""
    for source in ("booking", "check_in", "gate", "count", "sensor"):
        ratio = report(facilities, "summary", source=source)["figures"]["sharing_ratio"]
        assert ratio == {"value": 1.25, "inverse": 0.8, "people": 10.0, "desks": 8.0}, source


def test_a_department_is_told_of_by_people(facilities, hall, two_days):
    answer = report(facilities, "summary", department=hall.departments["030202"].pk)
    assert answer["scope"]["counts"] == "people"
    assert answer["figures"]["average_utilisation"]["value"] is None
    assert answer["figures"]["daily_peak"] == {
        "mean": 5.0,
        "p95": 5,
        "max": 5,
        "max_on": "2026-11-26",
        "days": 2,
        "in_service": None,
    }
    assert answer["figures"]["attendance_rate"]["value"] == 0.5
    assert answer["figures"]["refused"] == {"value": 4, "by_rule": 0}
    cells = report(facilities, "heatmap", department=hall.departments["030202"].pk)["rows"][3]["cells"]
    assert cells[3] == {"share": 0.5, "in_use": 5.0, "in_service": 10.0}


def test_two_periods_are_compared(facilities, two_days):
    answer = report(facilities, "summary", compare_from="2026-11-26", compare_to="2026-11-26")
    assert answer["compared"]["scope"]["working_days"] == 1
    assert answer["compared"]["figures"]["daily_peak"]["max"] == 4


def test_the_timeline_by_day_and_by_month(facilities, two_days):
    answer = report(facilities, "timeline")
    assert answer["p95"] == 6
    assert answer["rows"] == [
        {
            "day": "2026-11-26",
            "peak": 4,
            "peak_at": "10:00",
            "present": 4,
            "in_service": 8,
            "average": 6 / 144,
            "provisional": False,
        },
        {
            "day": "2026-11-27",
            "peak": 6,
            "peak_at": "10:00",
            "present": 6,
            "in_service": 8,
            "average": 8 / 144,
            "provisional": False,
        },
    ]
    (month,) = report(facilities, "timeline", by="month")["rows"]
    assert (month["day"], month["peak"], month["present"], month["average"]) == ("2026-11-01", 6, 6, 14 / 288)


def test_the_heat_map_has_a_cell_for_each_half_hour_of_each_weekday(facilities, two_days):
    answer = report(facilities, "heatmap")
    assert (answer["slots"][0], answer["slots"][-1], len(answer["slots"])) == ("08:30", "17:00", 18)
    assert [row["days"] for row in answer["rows"]] == [0, 0, 0, 1, 1]
    assert answer["rows"][0]["cells"] == [None] * 18
    assert answer["rows"][4]["cells"][3] == {"share": 0.75, "in_use": 6.0, "in_service": 8.0}


def test_floors_and_areas_stand_beside_each_other(facilities, hall, two_days):
    (floor,) = report(facilities, "floors")["rows"]
    assert floor == {
        "floor": {"id": hall.floors["6"].pk, "code": "6", "name": "6階"},
        "in_service": 8,
        "average_utilisation": 14 / 288,
        "daily_peak": {"mean": 5.0, "p95": 6, "max": 6},
        "full_days": 0,
        "refused": 5,
        "withheld_desks": 3,
    }
    (area,) = report(facilities, "areas", floor=hall.floors["6"].pk)["rows"]
    assert (area["area"]["name"], area["area"]["floor"]["code"], area["refused"]) == ("6階Aエリア", "6", 5)


def test_departments_stand_beside_each_other(facilities, hall, two_days):
    answer = report(facilities, "departments")
    assert answer["withheld"] == 0
    (row,) = answer["rows"]
    assert row == {
        "department": {
            "id": hall.departments["030202"].pk,
            "code": "030202",
            "name": "広聴課",
            "kind": "section",
            "path": ["広聴局"],
        },
        "areas": ["6階Aエリア"],
        "days": 2,
        "on_roll": 10.0,
        "attendance_rate": 0.5,
        "telework_rate": 0.2,
        # Thursday 3 by check-ins, Friday 6 by gates.
        "presence": {"mean": 4.5, "p95": 6, "max": 6},
        "presence_source": "mixed",
        "refused": 4,
        "spilled_over": 0,
        "no_show_rate": 0.1,
    }
    assert [one["department"]["name"] for one in report(facilities, "departments", kind="bureau")["rows"]] == ["広聴局"]


def test_desks_one_by_one_and_those_that_were_never_used(facilities, hall, two_days):
    for day in (THURSDAY, FRIDAY):
        desk_day(hall, day, "06A-001", booked=[range(17, 35)] if day == FRIDAY else [])
        desk_day(hall, day, "06A-002")
        desk_day(hall, day, "06A-006", mode="assigned", booked=[range(17, 35)])
    rows = report(facilities, "desks", floor=hall.floors["6"].pk)["rows"]
    assert [(row["desk"]["code"], row["share"], row["never_used"], row["withheld"]) for row in rows] == [
        ("06A-001", 0.5, False, False),
        ("06A-002", 0.0, True, False),
        ("06A-006", None, None, True),
    ]
    at_noon = report(facilities, "desks", area=hall.areas["06A"].pk, slot="12:00")
    assert (at_noon["slot"], at_noon["rows"][0]["in_service_slots"], at_noon["rows"][0]["share"]) == ("12:00", 2, 0.5)
    assert [row["desk"]["code"] for row in report(facilities, "desks", never_used="1")["rows"]] == ["06A-002"]
    for place in ({}, {"floor": hall.floors["6"].pk}, {"area": hall.areas["06A"].pk}):
        figures = report(facilities, "summary", **place)["figures"]
        assert figures["never_used"] == {"value": 1, "desks": 2}
    features = {row["feature"]: row for row in report(facilities, "features")["rows"]}
    assert features["monitor"] == {"feature": "monitor", "desks": 1, "average_utilisation": 0.5, "others": 0.0}
    assert (features["none"]["desks"], features["quiet"]["average_utilisation"]) == (1, None)


def test_a_desk_is_as_it_was_last_and_its_figures_are_of_the_days_on_which_it_was_shared(facilities, hall, two_days):
    desk_day(hall, THURSDAY, "06A-006", mode="assigned", booked=[range(17, 35)])
    desk_day(hall, FRIDAY, "06A-006")
    desk_day(hall, THURSDAY, "06A-001", booked=[range(17, 20)])
    desk_day(hall, FRIDAY, "06A-001", mode="assigned", booked=[range(17, 35)])
    rows = report(facilities, "desks", floor=hall.floors["6"].pk)["rows"]
    assert [(row["desk"]["code"], row["mode"], row["in_service_slots"], row["in_use_slots"]) for row in rows] == [
        ("06A-001", "assigned", 18, 3),
        ("06A-006", "bookable", 18, 0),
    ]
    for place in ({}, {"floor": hall.floors["6"].pk}, {"area": hall.areas["06A"].pk}):
        assert report(facilities, "summary", **place)["figures"]["never_used"] == {"value": 1, "desks": 2}


def test_counts_by_eye_are_of_the_areas_and_slots_that_were_counted(facilities, hall, two_days):
    place_day(hall, FRIDAY, floor="6", area="06B", in_service=3)
    for area, clock_time, in_use in (
        ("06A", "10:05", 4),
        ("06A", "10:20", 6),
        ("06B", "10:10", 1),
        ("06A", "14:00", 2),
    ):
        FloorCount.objects.create(
            day=FRIDAY,
            at=city_time(FRIDAY, clock_time),
            floor=hall.floors["6"],
            area=hall.areas[area],
            in_use=in_use,
            in_service=8 if area == "06A" else 3,
        )
    answer = report(facilities, "summary", source="count", floor=hall.floors["6"].pk)
    # 10:00: 6 of 8 and 1 of 3; 14:00: 2 of 8. The whole floor was counted at ten only.
    assert answer["figures"]["average_utilisation"] == {"value": 9 / 19, "in_use": 9, "in_service": 19}
    assert answer["figures"]["daily_peak"]["max"] == 7
    assert (answer["scope"]["coverage"]["part"], answer["scope"]["coverage"]["whole"]) == (3, 54)


def test_weekends_are_left_out_and_days_without_facts_are_missing(facilities, two_days):
    fact_day(date(2026, 11, 28), working_day=False)
    scope = report(facilities, "heatmap", **{"from": "2026-11-23", "to": "2026-12-04"})["scope"]
    # 23 November is a 祝日; 24 and 25 have no facts; the days from today on are not missing.
    assert (scope["working_days"], scope["left_out_days"], scope["missing_days"]) == (2, 3, 2)


def test_nothing_is_known_of_a_period_without_facts(facilities, hall):
    for name in ("summary", "timeline", "heatmap", "floors", "areas", "departments", "features"):
        for source in ("booking", "gate", "count", "sensor"):
            answer = report(facilities, name, source=source)
            assert answer["scope"]["working_days"] == 0
            assert answer["scope"]["missing_days"] == 2
    assert report(facilities, "desks", floor=hall.floors["6"].pk)["rows"] == []


def test_an_answer_that_is_known_is_not_sent_again(facilities, hall, two_days):
    first = facilities.get("/api/v1/occupancy/heatmap/", PERIOD)
    known = facilities.get("/api/v1/occupancy/heatmap/", PERIOD, headers={"if-none-match": first["ETag"]})
    assert (known.status_code, known.content) == (304, b"")
    fact_day(date(2026, 11, 25), version=3)
    again = facilities.get("/api/v1/occupancy/heatmap/", PERIOD, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 200


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"from": "2026-11-28"}, "to"),
        ({"from": "2021-11-22"}, "to"),
        ({"from": "yesterday"}, "from"),
        ({"source": "rumour"}, "source"),
        ({"floor": 1, "area": 1}, "area"),
        ({"floor": 0}, "floor"),
        ({"compare_from": "2026-11-20"}, "compare_to"),
    ],
)
def test_what_cannot_be_asked_is_said(facilities, asked, field):
    answer = facilities.get("/api/v1/occupancy/summary/", {**PERIOD, **asked})
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])


def test_a_place_that_is_not_there_is_not_found(facilities):
    for kind in ("building", "floor", "area", "department"):
        assert facilities.get("/api/v1/occupancy/summary/", {**PERIOD, kind: 999_999}).status_code == 404
    assert facilities.get("/api/v1/occupancy/departments/", {**PERIOD, "under": 999_999}).status_code == 404


def test_desks_are_of_a_floor(facilities):
    answer = facilities.get("/api/v1/occupancy/desks/", PERIOD)
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["floor"])


@pytest.mark.parametrize("name", ["summary", "timeline", "heatmap", "floors", "areas", "departments", "features"])
def test_a_longer_period_asks_no_more_queries(facilities, two_days, name, django_assert_max_num_queries):
    report(facilities, name)
    with django_assert_max_num_queries(18):
        report(facilities, name, **{"from": "2022-11-28"})
