"""Scenarios: saved with their answer, renamed, changed, answered anew, compared, exported, removed and kept."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from audit.models import Event
from occupancy.models import OccupancyDay
from planning.models import Scenario
from planning.selectors.scenarios import MOST_SCENARIOS
from tests.factories.department_days import history, weekdays_from

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

ADDRESS = "/api/v1/planning/scenarios/"
DAYS = weekdays_from(date(2026, 9, 28), 40)
RATES = {"basis": "rates", "rates": {"groups": [{"name": "窓口", "people": 40, "rate": 0.5}]}, "desks": 25}
HISTORY = {"basis": "history", "history": {"from": "2026-09-28", "to": "2026-11-20"}, "desks": 12}


@pytest.fixture
def eight_weeks(hall):
    history(DAYS, {hall.departments["03"]: [10 + day.weekday() for day in DAYS], hall.departments["030202"]: 10})
    return hall


def save(client, name="案", supposed=RATES, **headers):
    return client.post(ADDRESS, {"name": name, "supposed": supposed}, format="json", **headers)


def change(client, scenario, **values):
    return client.patch(f"{ADDRESS}{scenario['id']}/", {"revision": scenario["revision"], **values}, format="json")


def test_a_scenario_keeps_what_was_supposed_and_the_answer(planner):
    made = save(planner, "いまのまま")
    assert made.status_code == 201
    scenario = made.json()
    assert (scenario["name"], scenario["made_by"], scenario["revision"], scenario["stale"]) == (
        "いまのまま",
        "工藤 真理子",
        1,
        False,
    )
    assert (scenario["supposed"]["percentile"], scenario["supposed"]["growth"]) == (0.95, 0.0)
    assert scenario["answer"]["needed"] == {"0.9": 24, "0.95": 25, "0.99": 27}
    assert planner.get(f"{ADDRESS}{scenario['id']}/").json() == scenario
    assert planner.get(ADDRESS).json() == [scenario]


def test_history_is_kept_with_its_version_and_says_when_facts_have_moved(planner, eight_weeks):
    scenario = save(planner, supposed=HISTORY).json()
    assert (scenario["facts_from"], scenario["facts_to"], scenario["facts_version"], scenario["stale"]) == (
        "2026-09-28",
        "2026-11-20",
        1,
        False,
    )
    OccupancyDay.objects.create(
        day=date(2026, 11, 27),
        working_day=True,
        core_first=17,
        core_end=35,
        on_roll=1,
        digest="",
        version=5,
        built_at="2026-11-28T00:00Z",
    )
    assert planner.get(ADDRESS).json()[0]["stale"] is False
    OccupancyDay.objects.filter(day=DAYS[3]).update(version=6)
    assert planner.get(ADDRESS).json()[0]["stale"] is True
    again = planner.post(f"{ADDRESS}{scenario['id']}/answer/").json()
    assert (again["stale"], again["facts_version"], again["revision"]) == (False, 6, 1)
    assert again["answer"]["needed"] == scenario["answer"]["needed"]


def test_another_name_keeps_the_answer_and_other_suppositions_change_it(planner):
    first = save(planner).json()
    renamed = change(planner, first, name="名前").json()
    assert (renamed["name"], renamed["revision"], renamed["answer"]) == ("名前", 2, first["answer"])
    changed = change(planner, renamed, supposed={**RATES, "growth": 0.5}).json()
    assert (changed["revision"], changed["answer"]["needed"]["0.95"] > 25) == (3, True)


def test_of_two_hands_the_second_is_told(planner):
    scenario = save(planner).json()
    assert change(planner, scenario, name="一").status_code == 200
    late = change(planner, scenario, name="二")
    assert (late.status_code, late.json()["code"], late.json()["revision"]) == (409, "scenario_changed", 2)
    assert planner.get(f"{ADDRESS}{scenario['id']}/").json()["name"] == "一"


def test_a_name_is_given_once_until_it_is_free_again(planner):
    scenario, other = save(planner, "一").json(), save(planner, "二").json()
    assert save(planner, "一").json()["code"] == "scenario_name_taken"
    assert change(planner, other, name="一").json()["code"] == "scenario_name_taken"
    planner.delete(f"{ADDRESS}{scenario['id']}/")
    assert save(planner, "一").status_code == 201


def test_one_taken_away_is_gone_for_everybody_and_kept(planner):
    scenario = save(planner).json()
    address = f"{ADDRESS}{scenario['id']}/"
    assert planner.delete(address).status_code == 204
    assert [planner.get(address).status_code, planner.delete(address).status_code] == [404, 404]
    assert planner.get(ADDRESS).json() == []
    assert Scenario.objects.get().removed_at is not None


def test_every_act_is_recorded(planner):
    scenario = save(planner).json()
    renamed = change(planner, scenario, name="名前").json()
    change(planner, renamed, supposed=RATES)
    planner.post(f"{ADDRESS}{scenario['id']}/answer/")
    planner.delete(f"{ADDRESS}{scenario['id']}/")
    kinds = Event.objects.filter(subject_kind="scenario").order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == [f"scenario.{what}" for what in ("saved", "renamed", "changed", "answered", "removed")]


def test_the_same_key_saves_once(planner):
    first = save(planner, HTTP_IDEMPOTENCY_KEY="k-1")
    again = save(planner, HTTP_IDEMPOTENCY_KEY="k-1")
    assert (first.json()["id"], Scenario.objects.count()) == (again.json()["id"], 1)


def test_some_are_read_in_the_order_asked_for(planner):
    one, two, three = (save(planner, name).json()["id"] for name in "一二三")
    assert [row["id"] for row in planner.get(ADDRESS, {"ids": f"{three},{one}"}).json()] == [three, one]
    assert [row["id"] for row in planner.get(ADDRESS).json()] == [three, two, one]


def test_what_cannot_be_answered_is_not_kept(planner):
    refused = save(planner, supposed=HISTORY)
    assert (refused.status_code, refused.json()["code"], Scenario.objects.count()) == (409, "planning_no_facts", 0)


def test_there_is_an_end_to_how_many_are_kept(planner):
    Scenario.objects.bulk_create(
        Scenario(name=str(n), supposed={}, made_at="2026-11-01T00:00Z", changed_at="2026-11-01T00:00Z")
        for n in range(MOST_SCENARIOS)
    )
    assert save(planner).json()["code"] == "planning_too_many_scenarios"


@pytest.mark.parametrize(
    ("supposed", "field"),
    [
        ({**RATES, "growth": 7}, "growth"),
        ({"basis": "history"}, "history"),
        ({**HISTORY, "rates": RATES["rates"]}, "rates"),
        ({**HISTORY, "history": {"from": "2026-09-28", "to": "2026-09-01"}}, "history.to"),
        ({**HISTORY, "history": {"from": "yesterday", "to": "2026-09-01"}}, "history.from"),
        ({**HISTORY, "departments": [987]}, "departments"),
        ({"basis": "rates", "rates": {"groups": [{"people": 3, "rate": 2}]}}, "rates.groups.0.rate"),
    ],
)
def test_what_makes_no_sense_is_named_by_its_field(planner, supposed, field):
    answer = save(planner, supposed=supposed)
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])


@pytest.mark.parametrize("ids", ["", "x", "1,,2", "0", "99999999999999999999", ",".join(map(str, range(1, 12)))])
def test_ids_that_are_none_are_named(planner, ids):
    assert list(planner.get(f"{ADDRESS}export/", {"ids": ids}).json()["fields"]) == ["ids"]


def test_scenarios_leave_side_by_side_in_the_readers_language(planner, eight_weeks):
    one = save(planner, "=SUM(A1)", supposed={**HISTORY, "days_short_target": 5}).json()
    two = save(planner, "在宅週2日").json()
    answer = planner.get(f"{ADDRESS}export/", {"ids": f"{one['id']},{two['id']}"})
    book = load_workbook(BytesIO(answer.content))
    assert book.sheetnames == ["シナリオ", "課別", "感度", "分布"]
    front = {row[0]: row[1:3] for row in book.worksheets[0].iter_rows(min_row=3, values_only=True)}
    assert front[None] == ("'=SUM(A1)", "在宅週2日")
    assert front["必要な席 p95"] == (14, 25)
    assert front["95%区間 p95"] == ("14 – 14", None)
    assert front["いまの席"] == (12, 25)
    assert front["実績の出どころ"] == ("ゲート記録", None)
    assert front["不足を年5日までにする席"] == (14, None)
    assert front["金曜日に必要な席"] == (14, None)
    departments = list(book.worksheets[1].iter_rows(min_row=4, values_only=True))
    assert departments[0][:3] == ("030202", "広聴課", 10)
    assert len(list(book.worksheets[2].iter_rows(min_row=4))) == 18
    english = planner.get(f"{ADDRESS}export/", {"ids": str(two["id"])}, HTTP_ACCEPT_LANGUAGE="en")
    assert english.status_code == 200


def test_a_name_with_what_no_cell_holds_is_exported_without_it(planner):
    one = save(planner, "在宅\x0b週2日").json()
    answer = planner.get(f"{ADDRESS}export/", {"ids": str(one["id"])})
    assert load_workbook(BytesIO(answer.content)).worksheets[0].cell(3, 2).value == "在宅週2日"


def test_one_that_is_gone_is_not_exported(planner):
    assert planner.get(f"{ADDRESS}export/", {"ids": "987"}).status_code == 404
