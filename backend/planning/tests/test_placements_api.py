"""Placements over HTTP."""

import pytest

from planning.models import Placement
from planning.models.placement import PlacementState
from planning.services.placement_running import run_placement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

ADDRESS = "/api/v1/planning/placements/"


@pytest.fixture
def facilities(hall, client_of):
    account = hall.account("kudo")
    account.roles = ["facilities"]
    account.save()
    return client_of(account)


def ask(client, **wanted):
    return client.post(ADDRESS, {"name": "新庁舎", **wanted}, format="json")


def test_a_proposal_names_sections_with_people_and_floors_with_a_layout(hall, facilities):
    proposal = facilities.get(f"{ADDRESS}proposal/").json()
    assert proposal["building"] == {"id": hall.building.pk, "name": "本庁舎"}
    assert proposal["day"] == "2026-11-30"
    assert [(row["floor"]["code"], row["capacity"]) for row in proposal["floors"]] == [("7", 2), ("6", 11)]
    assert [
        (row["department"]["code"], row["desks"], row["basis"], row["counter"], row["floor"])
        for row in proposal["sections"]
    ] == [
        ("030202", 3, "roll", False, hall.floors["6"].pk),
        ("040301", 1, "roll", False, hall.floors["6"].pk),
        ("100101", 1, "roll", False, hall.floors["7"].pk),
    ]


def test_a_scenario_of_stated_rates_says_the_desks_of_each_section(facilities):
    question = {"basis": "rates", "rates": {"groups": [{"people": 100, "rate": 0.0, "name": "在宅"}]}}
    scenario = facilities.post("/api/v1/planning/scenarios/", {"name": "全員在宅", "supposed": question}, format="json")
    assert scenario.status_code == 201, scenario.json()
    proposal = facilities.get(f"{ADDRESS}proposal/?scenario={scenario.json()['id']}").json()
    # Nobody comes: a section of three still gets a desk, and not the three it would get by its roll.
    assert [(row["desks"], row["basis"]) for row in proposal["sections"]] == [(1, "rates")] * 3


def test_what_is_asked_is_kept_with_all_that_was_left_out(hall, facilities):
    made = ask(
        facilities,
        fixed=[{"department": hall.departments["100101"].pk, "floor": hall.floors["7"].pk}],
        counters=[hall.departments["030202"].pk],
    )
    assert made.status_code == 201
    asked = made.json()["asked"]
    assert [row["fixed_floor"] for row in asked["sections"]] == [None, None, hall.floors["7"].pk]
    assert [row["counter"] for row in asked["sections"]] == [True, False, False]
    assert (asked["seconds"], asked["gap"], asked["start_from"]) == (60, 0.02, "today")
    assert made.json()["state"] == "waiting"
    assert [row["id"] for row in facilities.get(ADDRESS).json()["results"]] == [made.json()["id"]]


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        ({"building": 987}, "building"),
        ({"scenario": 987}, "scenario"),
        ({"start_from": 987}, "start_from"),
        ({"start_from": True}, "start_from"),
        ({"sections": [{"department": 987, "desks": 1}]}, "sections"),
        ({"sections": []}, "sections"),
        ({"floors": [{"floor": 987, "capacity": 1}]}, "floors"),
        ({"fixed": [{"department": 987, "floor": 1}]}, "fixed"),
        ({"counters": [987]}, "counters"),
        ({"near": [{"a": 987, "b": 988}]}, "near"),
        ({"gap": -1}, "gap"),
        ({"seconds": 601}, "seconds"),
        ({"name": ""}, "name"),
        ({"day": "2019-01-01"}, "sections"),
    ],
)
def test_what_makes_no_sense_is_named_by_field(facilities, wanted, field):
    answer = ask(facilities, **wanted)
    assert (answer.status_code, next(iter(answer.json()["fields"]))) == (400, field)
    assert not Placement.objects.exists()


def test_one_that_waits_is_cancelled_at_once_and_then_removed(facilities):
    address = f"{ADDRESS}{ask(facilities).json()['id']}/"
    assert facilities.delete(address).json()["code"] == "placement_goes_on"
    assert facilities.post(f"{address}cancel/").json()["state"] == "cancelled"
    assert facilities.post(f"{address}cancel/").json()["code"] == "placement_is_over"
    assert facilities.post(f"{address}draft/").json()["code"] == "placement_not_done"
    assert facilities.delete(address).status_code == 204
    assert facilities.get(address).status_code == 404


def test_a_placement_that_is_polled_has_a_tag(facilities):
    address = f"{ADDRESS}{ask(facilities).json()['id']}/"
    etag = facilities.get(address).headers["ETag"]
    assert facilities.get(address, HTTP_IF_NONE_MATCH=etag).status_code == 304
    Placement.objects.update(state=PlacementState.RUNNING, progress={"seconds": 1.5, "limit": 60})
    assert facilities.get(address, HTTP_IF_NONE_MATCH=etag).json()["progress"]["seconds"] == 1.5


def test_a_result_says_in_words_what_binds_and_what_clashes(hall, facilities):
    sections = [
        {"department": hall.departments["030202"].pk, "desks": 3, "fixed_floor": None},
        {"department": hall.departments["100101"].pk, "desks": 2, "fixed_floor": None},
    ]
    rooms = [{"floor": hall.floors["6"].pk, "capacity": 3}, {"floor": hall.floors["7"].pk, "capacity": 2}]
    counters = [hall.departments["100101"].pk]
    made = ask(facilities, sections=sections, floors=rooms, counters=counters, few_moves=1, seconds=5).json()
    run_placement(placement_id=made["id"])
    address = f"{ADDRESS}{made['id']}/"
    found = facilities.get(address, HTTP_ACCEPT_LANGUAGE="ja").json()
    assert (found["state"], found["summary"]) == ("done", {"moves": 0, "short": 0, "gap": 0.0})
    assert [row["words"] for row in found["result"]["binding"]] == [
        "観光課は6階のほうがよいのですが、6階の席が足りません(残り0席)。"
    ]
    assert facilities.post(f"{address}draft/", {"effective_from": "2026-11-30"}, format="json").status_code == 400
    made = ask(facilities, sections=sections, floors=rooms[1:], seconds=1).json()
    run_placement(placement_id=made["id"])
    found = facilities.get(f"{ADDRESS}{made['id']}/", HTTP_ACCEPT_LANGUAGE="en").json()
    assert (found["state"], found["summary"]["short"]) == ("impossible", 3)
    assert [row["code"] for row in found["why"]] == ["section_too_large", "all_too_large", "capacity_short"]
    assert found["why"][0]["words"].startswith("広聴課")
