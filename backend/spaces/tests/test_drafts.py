"""A floor in work: begun from what is there, saved with its mistakes, never written over."""

import datetime as dt

import pytest

from audit.models import Event
from people.models import Account
from spaces.models import Layout, LayoutDraft
from spaces.selectors.drafts import review_of
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture
def facilities(hall, client_of):
    """工藤 works for facilities."""
    Account.objects.filter(person=hall.person("kudo")).update(roles=["facilities"])
    return client_of(hall.account("kudo"))


@pytest.fixture
def draft(hall, facilities):
    answer = facilities.post(
        "/api/v1/layout-drafts/", {"floor": hall.floors["6"].pk, "effective_from": TUESDAY.isoformat()}
    )
    assert answer.status_code == 201
    return answer.json()


def saved(client, draft, **changed):
    body = {name: draft[name] for name in ("revision", "name", "effective_from", "content")}
    return client.put(f"/api/v1/layout-drafts/{draft['id']}/", {**body, **changed})


def test_a_draft_copies_what_the_floor_has_on_the_day(hall, facilities, draft):
    assert (draft["floor"], draft["effective_from"], draft["revision"]) == (
        {"id": hall.floors["6"].pk, "name": "6階"},
        "2026-12-01",
        1,
    )
    assert (draft["desks"], draft["areas"], draft["mistakes"], draft["based_on"]) == (11, 3, 0, hall.layouts["6"].pk)
    assert draft["updated_by"] == "工藤 真理子"
    area = draft["content"]["areas"][0]
    assert (area["code"], area["overflow"], area["homes"]) == (
        "06A",
        ["06B", "06C"],
        [{"department": "030202", "weekday": None}],
    )
    assert draft["content"]["desks"][0] == {
        "code": "06A-001",
        "area": "06A",
        "x": 3.75,
        "y": 3.0,
        "width": 0.7,
        "height": 1.2,
        "rotation": 0.0,
        "mode": "bookable",
        "features": ["monitor"],
        "assigned_to": "",
    }
    plan = facilities.get(draft["plan_url"])
    assert (plan.status_code, plan["Content-Type"]) == (200, "image/svg+xml")
    assert review_of(LayoutDraft.objects.get()).change is None


def test_what_is_saved_is_read_again_and_listed(hall, facilities, draft):
    content = draft["content"]
    content["desks"][0]["x"] = 4.123456
    content["desks"][1]["features"] = ["window", "monitor"]
    answer = saved(facilities, draft, content=content, name="冬の模様替え")
    again = facilities.get(f"/api/v1/layout-drafts/{draft['id']}/").json()
    assert answer.status_code == 200
    assert (again["name"], again["revision"]) == ("冬の模様替え", 2)
    assert again["content"]["desks"][0]["x"] == 4.1235
    assert again["content"]["desks"][1]["features"] == ["monitor", "window"]
    (listed,) = facilities.get(f"/api/v1/layout-drafts/?floor={hall.floors['6'].pk}").json()
    assert (listed["id"], listed["revision"], "content" in listed) == (draft["id"], 2, False)
    assert facilities.get(f"/api/v1/layout-drafts/?floor={hall.floors['7'].pk}").json() == []
    assert list(Event.objects.filter(subject_kind="layout_draft").values_list("kind", flat=True)) == [
        "layout_draft.begun",
        "layout_draft.saved",
    ]


def test_nobody_writes_over_what_somebody_else_saved(facilities, draft):
    assert saved(facilities, draft).status_code == 200
    late = saved(facilities, draft, name="遅れて")
    assert (late.status_code, late.json()["code"], late.json()["revision"]) == (409, "draft_changed", 2)
    assert LayoutDraft.objects.get().name == ""


def test_a_draft_put_away_is_kept_and_no_longer_found(facilities, draft):
    assert facilities.delete(f"/api/v1/layout-drafts/{draft['id']}/").status_code == 204
    assert facilities.get(f"/api/v1/layout-drafts/{draft['id']}/").status_code == 404
    assert facilities.get("/api/v1/layout-drafts/").json() == []
    assert LayoutDraft.objects.count() == 1


def test_a_draft_may_begin_from_an_earlier_layout_of_its_floor_alone(hall, facilities):
    def begin(layout):
        return facilities.post(
            "/api/v1/layout-drafts/",
            {"floor": hall.floors["6"].pk, "effective_from": TUESDAY.isoformat(), "from_layout": layout},
        )

    assert begin(hall.layouts["6"].pk).status_code == 201
    assert begin(hall.layouts["7"].pk).json()["fields"] == {"from_layout": ["not a layout of this floor"]}


def test_a_draft_may_be_copied_with_its_desks_and_its_drawing(hall, facilities, draft):
    own = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h9"/></svg>'
    LayoutDraft.objects.filter(pk=draft["id"]).update(plan=own)
    content = {**draft["content"], "desks": draft["content"]["desks"][:4]}
    assert saved(facilities, draft, content=content).status_code == 200
    asked = {"floor": hall.floors["6"].pk, "effective_from": TUESDAY.isoformat(), "name": "写し"}
    answer = facilities.post("/api/v1/layout-drafts/", {**asked, "from_draft": draft["id"]})
    copy = answer.json()
    assert (answer.status_code, copy["name"], copy["revision"], copy["content"]) == (201, "写し", 1, content)
    assert (copy["based_on"], copy["id"] != draft["id"]) == (draft["based_on"], True)
    assert facilities.get(copy["plan_url"]).content.decode() == own


def test_a_draft_is_copied_on_its_own_floor_and_instead_of_a_layout(hall, facilities, draft):
    of_another_floor = {"floor": hall.floors["7"].pk, "effective_from": TUESDAY.isoformat(), "from_draft": draft["id"]}
    of_two = {**of_another_floor, "floor": hall.floors["6"].pk, "from_layout": hall.layouts["6"].pk}
    for asked in (of_another_floor, of_two):
        answer = facilities.post("/api/v1/layout-drafts/", asked)
        assert (answer.status_code, "from_draft" in answer.json()["fields"]) == (400, True)


def test_a_floor_without_a_layout_begins_empty(hall, facilities):
    Layout.objects.filter(floor=hall.floors["7"]).delete()
    made = facilities.post(
        "/api/v1/layout-drafts/", {"floor": hall.floors["7"].pk, "effective_from": MONDAY.isoformat()}
    ).json()
    assert (made["desks"], made["areas"], made["content"]["width"], made["mistakes"]) == (0, 0, 40.0, 1)


@pytest.mark.parametrize(
    ("where", "name", "value", "code"),
    [
        ("desks", "code", "06A-002", "desk_code_twice"),
        ("desks", "code", "6a2", "desk_alike"),
        ("desks", "code", "07A-001", "desk_elsewhere"),
        ("desks", "code", "", "desk_without_code"),
        ("desks", "code", "06A/1", "desk_bad_code"),
        ("desks", "code", "---", "desk_bad_code"),
        ("desks", "area", "", "desk_without_area"),
        ("desks", "area", "07A", "unknown_area"),
        ("desks", "x", 79.8, "desk_outside_floor"),
        ("desks", "width", 0.01, "desk_size"),
        ("desks", "assigned_to", "900000", "person_at_shared_desk"),
        ("areas", "code", "06B", "area_code_twice"),
        ("areas", "code", "", "area_without_code"),
        ("areas", "code", "0 6", "area_bad_code"),
        ("areas", "code", "07A", "area_elsewhere"),
        ("areas", "width", 0, "area_without_size"),
        ("areas", "width", 300, "area_outside_floor"),
        ("areas", "overflow", ["09Z"], "unknown_overflow"),
        ("areas", "overflow", ["06A"], "unknown_overflow"),
        ("areas", "homes", [{"department": "999999", "weekday": 0}], "unknown_department"),
    ],
)
def test_a_mistake_is_saved_and_said_of_its_desk_or_area(facilities, draft, where, name, value, code):
    content = draft["content"]
    content[where][0][name] = value
    assert saved(facilities, draft, content=content).status_code == 200
    stored = LayoutDraft.objects.select_related("floor__building").get()
    found = {mistake.code.value: mistake for mistake in review_of(stored).mistakes}
    assert code in found
    assert (found[code].subject, found[code].warning) == (where.removesuffix("s"), False)
    assert all("{" not in mistake.words("ja") + mistake.words("en") for mistake in found.values())


def test_an_overflow_may_lead_to_another_floor(facilities, draft):
    content = draft["content"]
    content["areas"][0]["overflow"] = ["07A"]
    assert saved(facilities, draft, content=content).json()["mistakes"] == 0


def test_desks_that_overlap_or_leave_their_area_are_only_worth_a_look(facilities, draft):
    content = draft["content"]
    content["desks"][1].update(x=content["desks"][0]["x"] + 0.3, y=content["desks"][0]["y"], rotation=45)
    content["desks"][2].update(x=70, y=30)
    assert saved(facilities, draft, content=content).json()["mistakes"] == 0
    stored = LayoutDraft.objects.select_related("floor__building").get()
    warned = [(mistake.code.value, mistake.subject_code, mistake.place) for mistake in review_of(stored).mistakes]
    assert warned == [("desk_outside_area", "06A-003", 2), ("desks_overlap", "06A-002", 1)]


def test_a_day_that_is_over_is_a_mistake_of_the_floor(facilities, draft):
    yesterday = (MONDAY - dt.timedelta(days=1)).isoformat()
    assert saved(facilities, draft, effective_from=yesterday).json()["mistakes"] == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"width": "NaN"}, "content.width"),
        ({"width": 1001}, "content.width"),
        ({"desks": [{}]}, "content.desks.0.code"),
        ({"areas": "all"}, "content.areas"),
    ],
)
def test_shapes_and_limits_are_refused(facilities, draft, change, field):
    answer = saved(facilities, draft, content={**draft["content"], **change})
    assert answer.status_code == 400
    assert field in answer.json()["fields"]


def test_more_desks_than_a_floor_may_have_are_refused(facilities, draft):
    desk = draft["content"]["desks"][0]
    many = [{**desk, "code": f"{number}"} for number in range(2_001)]
    answer = saved(facilities, draft, content={**draft["content"], "desks": many})
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["content.desks"])
