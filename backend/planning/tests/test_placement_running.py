"""Placements worked out by the worker: to the end, stopped, killed, impossible; and drafts of layouts from them."""

import threading
import time
from datetime import date
from typing import Any

import pytest
from django.db import connection

from audit.models import Event
from core.refused import Refused
from planning.models import Placement
from planning.models.placement import PlacementState
from planning.policies.placement_refusals import PlacementRefusal
from planning.policies.placing_asked import USUAL, asked_of
from planning.selectors.placements import drafts_of
from planning.selectors.placing_proposal import proposal_of
from planning.services.placement_drafts import draft_placement
from planning.services.placement_guard import is_worked_on, working_on
from planning.services.placement_running import run_placement
from planning.services.placement_sweeping import sweep_placements
from planning.services.placements import ask_placement, cancel_placement
from planning.solver.search import Search
from spaces.models import LayoutDraft
from spaces.services.drafts import put_draft_away, save_draft

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

WANTED: dict[str, Any] = {**USUAL, "seconds": 5, "gap": 0.0}
TOMORROW = date(2026, 12, 1)


@pytest.fixture
def ask(hall):
    """Ask for a placement of the small hall."""

    def asked_for(**wanted):
        proposal = proposal_of(hall.building, date(2026, 11, 30), None)
        asked, wrong = asked_of(proposal, {**WANTED, **wanted}, None)
        assert wrong == {}
        return ask_placement(name="新庁舎", building=hall.building, asked=asked)

    return asked_for


@pytest.fixture
def fixed(hall):
    """広聴課 has to leave the sixth floor, for the seventh: two desks there, so it shrinks to two."""
    return {
        "sections": [
            {"department": hall.departments["030202"].pk, "desks": 1, "fixed_floor": hall.floors["7"].pk},
            {"department": hall.departments["040301"].pk, "desks": 1, "fixed_floor": None},
            {"department": hall.departments["100101"].pk, "desks": 1, "fixed_floor": None},
        ]
    }


def where(placement):
    return {
        section["department"]["name"]: row["floor"]["code"]
        for row in placement.result["floors"]
        for section in row["sections"]
    }


def test_a_placement_is_worked_out_and_says_where_each_section_goes(hall, ask, fixed):
    placement = ask(**fixed)
    run_placement(placement_id=placement.pk)
    placement.refresh_from_db()
    assert placement.state == PlacementState.DONE
    assert where(placement) == {"広聴課": "7", "税制課": "6", "観光課": "7"}
    assert (placement.result["moves"], placement.result["optimal"], placement.result["objective"]) == (1, True, 3)
    assert [(row["needed"], row["left"]) for row in placement.result["floors"]] == [(2, 0), (1, 10)]
    assert placement.progress["summary"] == {"moves": 1, "short": 0, "gap": 0.0}
    assert list(Event.objects.filter(subject_kind="placement").order_by("pk").values_list("kind", flat=True)) == [
        "placement.asked",
        "placement.ended",
    ]


def test_one_that_is_over_is_not_worked_out_again(ask):
    placement = ask()
    run_placement(placement_id=placement.pk)
    Placement.objects.update(result={"kept": True})
    run_placement(placement_id=placement.pk)
    assert Placement.objects.get().result == {"kept": True}


def test_an_impossible_one_says_why_and_shows_the_fewest_desks_short(hall, ask):
    placement = ask(floors=[{"floor": hall.floors[code].pk, "capacity": 2} for code in ("6", "7")])
    run_placement(placement_id=placement.pk)
    placement.refresh_from_db()
    assert placement.state == PlacementState.IMPOSSIBLE
    codes = [row["code"] for row in placement.result["why"]]
    assert codes == ["section_too_large", "all_too_large", "capacity_short"]
    assert placement.progress["summary"]["short"] == 1
    assert sum(min(0, row["left"]) for row in placement.result["floors"]) == -1


def test_an_impossible_one_is_shown_where_no_time_is_left_to_make_it_better(hall, ask, monkeypatch):
    placement = ask(floors=[{"floor": hall.floors[code].pk, "capacity": 2} for code in ("6", "7")])
    monkeypatch.setattr(Search, "_search", lambda search: None)
    monkeypatch.setattr(Search, "_take", lambda search, placed: None)
    run_placement(placement_id=placement.pk)
    placement.refresh_from_db()
    assert placement.state == PlacementState.IMPOSSIBLE
    assert len(where(placement)) == 3
    assert placement.progress["summary"]["short"] == 1


def test_a_run_that_is_stopped_meanwhile_keeps_its_best(hall, ask, monkeypatch):
    placement = ask(counters=[hall.departments["100101"].pk])
    wait = Search.wait
    asked: list[Placement] = []

    def cancelled_first(search, seconds):
        if not asked:
            asked.append(cancel_placement(placement_id=placement.pk))
            return False
        return wait(search, seconds)

    def searching_for_ever(search):
        while not search._over():
            time.sleep(0.01)

    monkeypatch.setattr(Search, "_search", searching_for_ever)
    monkeypatch.setattr(Search, "wait", cancelled_first)
    run_placement(placement_id=placement.pk)
    placement.refresh_from_db()
    assert placement.state == PlacementState.CANCELLED
    assert where(placement) == {"広聴課": "6", "税制課": "6", "観光課": "7"}


def test_what_fails_closes_the_run_as_failed(ask, monkeypatch):
    placement = ask()

    def broken(_search):
        raise ValueError("broken")

    monkeypatch.setattr(Search, "_search", broken)
    with pytest.raises(ValueError, match="broken"):
        run_placement(placement_id=placement.pk)
    placement.refresh_from_db()
    assert (placement.state, placement.progress["problem"]) == (PlacementState.FAILED, "internal")


def test_a_run_whose_worker_was_killed_is_begun_anew_and_given_up_after_the_second_time(ask):
    placement = ask()
    Placement.objects.update(state=PlacementState.RUNNING, attempts=1)
    assert sweep_placements() == 1
    run_placement(placement_id=placement.pk)
    placement.refresh_from_db()
    assert (placement.state, placement.attempts) == (PlacementState.DONE, 2)
    Placement.objects.update(state=PlacementState.RUNNING)
    assert sweep_placements() == 1
    placement.refresh_from_db()
    assert (placement.state, placement.progress["problem"]) == (PlacementState.FAILED, "interrupted")


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_workers_never_work_on_one_placement(ask):
    placement = ask()
    seen: list[object] = []

    def second():
        with working_on(placement.pk) as mine:
            seen.append((mine, is_worked_on(placement.pk + 1)))
        run_placement(placement_id=placement.pk)
        seen.append(Placement.objects.get().state)
        connection.close()

    with working_on(placement.pk) as mine:
        assert mine
        thread = threading.Thread(target=second)
        thread.start()
        thread.join()
    assert seen == [(False, False), "waiting"]


def drawn(hall, floor):
    draft = LayoutDraft.objects.get(floor=hall.floors[floor])
    return draft, {area["code"]: [home["department"] for home in area["homes"]] for area in draft.content["areas"]}


@pytest.fixture
def done(ask, fixed):
    placement = ask(**fixed)
    run_placement(placement_id=placement.pk)
    return placement


def test_drafts_deal_the_sections_into_areas_and_publish_nothing(hall, done):
    assert draft_placement(placement_id=done.pk) == 2
    draft, areas = drawn(hall, "6")
    assert (draft.effective_from, draft.name, draft.published_at) == (TOMORROW, "新庁舎", None)
    assert areas == {"06A": [], "06B": ["040301"], "06C": []}
    assert drawn(hall, "7")[1] == {"07A": ["030202", "100101"]}
    done.refresh_from_db()
    assert [one["floor"] for one in drafts_of(done)] == [hall.floors["7"].pk, hall.floors["6"].pk]


def test_drafts_made_again_are_the_same_ones(hall, done):
    draft_placement(placement_id=done.pk)
    assert draft_placement(placement_id=done.pk) == 0
    assert draft_placement(placement_id=done.pk, effective_from=date(2027, 4, 1)) == 2
    assert set(LayoutDraft.objects.values_list("effective_from", "revision")) == {(date(2027, 4, 1), 2)}


def test_a_draft_that_somebody_has_edited_is_not_written_over(hall, done):
    draft_placement(placement_id=done.pk)
    draft, _ = drawn(hall, "6")
    save_draft(draft_id=draft.pk, revision=1, content=draft.content, effective_from=TOMORROW, name="わたしの案")
    with pytest.raises(Refused) as refused:
        draft_placement(placement_id=done.pk, effective_from=date(2027, 4, 1))
    assert (refused.value.code, refused.value.facts) == (PlacementRefusal.PLACEMENT_DRAFT_EDITED, {"reason": "6階"})
    assert drawn(hall, "7")[0].revision == 1
    put_draft_away(draft_id=draft.pk)
    assert draft_placement(placement_id=done.pk) == 1


def test_a_placement_as_things_are_has_nothing_to_draft(ask):
    placement = ask(most_moves=0)
    run_placement(placement_id=placement.pk)
    with pytest.raises(Refused) as refused:
        draft_placement(placement_id=placement.pk)
    assert refused.value.code == PlacementRefusal.PLACEMENT_CHANGES_NOTHING


def test_a_day_before_any_layout_cannot_be_drafted(hall, done):
    hall.layouts["7"].delete()
    with pytest.raises(Refused) as refused:
        draft_placement(placement_id=done.pk)
    assert refused.value.code == PlacementRefusal.PLACEMENT_FLOOR_WITHOUT_LAYOUT
