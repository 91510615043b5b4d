"""Head counts: a frozen list, marks by several people, an end with figures."""

from datetime import timedelta
from uuid import uuid4

import pytest

from audit.models import Event
from roster.models import HeadCount, SafetyMark
from tests.fixtures.cast import at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roster_folder")]


@pytest.fixture
def drill(hall, monday_morning, crisis, sits, passes):
    """A drill at 9:00 with 我妻 and 佐々木 at their desks and 山田 gone; answers its id."""
    sits("agatsuma", "06A-001")
    sits("sasaki", "06B-001")
    passes("yamada", "G06-1", "in", "8:10")
    passes("yamada", "G06-1", "out", "8:50")
    monday_morning.move_to(at("9:00"))
    return start(crisis)


def start(client, kind="drill", **more):
    answer = client.post("/api/v1/head-counts/", {"id": str(uuid4()), "kind": kind, **more})
    assert answer.status_code == 201, answer.json()
    return answer.json()["id"]


def mark(client, drill, person, status="safe", **more):
    body = {"marks": [{"id": str(uuid4()), "person": person, "status": status, **more}]}
    return client.post(f"/api/v1/head-counts/{drill}/marks/", body).json()["marks"][0]["taken"]


def said(client, drill):
    told = client.get(f"/api/v1/head-counts/{drill}/").json()
    names = {one["person"]: one["name"] for one in told["people"]}
    return {names[one["person"]]: one["status"] for one in told["marks"]}


def test_a_head_count_lists_who_was_believed_in_the_building_at_its_start(crisis, drill, sits, monday_morning):
    monday_morning.shift(timedelta(minutes=5))
    sits("kudo", "06A-002")
    told = crisis.get(f"/api/v1/head-counts/{drill}/").json()
    assert [one["name"] for one in told["people"]] == ["我妻 美咲", "佐々木 隆"]
    assert told["figures"] == {"listed": 2, "added": 0, "safe": 0, "needs_help": 0, "absent": 0, "unmarked": 2}
    assert (told["kind"], told["due_at"]) == ("drill", at("9:30").isoformat())


def test_its_start_is_told_to_those_on_the_list(hall, crisis, drill):
    event = Event.objects.get(kind="head_count.started")
    assert event.after is not None
    assert sorted(event.after["people"]) == sorted([hall.person("agatsuma"), hall.person("sasaki")])
    assert event.after["kind"] == "drill"


def test_the_latest_mark_holds_and_one_can_be_taken_back(hall, crisis, drill, monday_morning):
    person = hall.person("agatsuma")
    assert mark(crisis, drill, person, "needs_help", note="足をけが") == "kept"
    monday_morning.shift(timedelta(minutes=1))
    assert mark(crisis, drill, person) == "kept"
    assert said(crisis, drill) == {"我妻 美咲": "safe"}
    monday_morning.shift(timedelta(minutes=1))
    mark(crisis, drill, person, "unmarked")
    assert said(crisis, drill) == {"我妻 美咲": "unmarked"}
    assert crisis.get(f"/api/v1/head-counts/{drill}/").json()["figures"]["unmarked"] == 2
    assert SafetyMark.objects.count() == 3


def test_a_mark_that_waited_on_a_phone_counts_from_when_it_was_made(hall, crisis, drill, monday_morning):
    person = hall.person("agatsuma")
    monday_morning.shift(timedelta(minutes=10))
    mark(crisis, drill, person, "needs_help")
    mark(crisis, drill, person, "safe", seconds_ago=300)
    assert said(crisis, drill) == {"我妻 美咲": "needs_help"}
    assert {one.made_at for one in SafetyMark.objects.all()} == {at("9:10"), at("9:05")}


def test_a_mark_sent_twice_counts_once(hall, crisis, drill):
    body = {"marks": [{"id": str(uuid4()), "person": hall.person("agatsuma"), "status": "safe"}] * 2}
    url = f"/api/v1/head-counts/{drill}/marks/"
    assert [one["taken"] for one in crisis.post(url, body).json()["marks"]] == ["kept", "kept"]
    assert [one["taken"] for one in crisis.post(url, body).json()["marks"]] == ["known", "known"]
    assert SafetyMark.objects.count() == 1


def test_managers_mark_their_people_and_see_no_others(hall, as_person, drill):
    yamada = as_person("yamada")
    yamada.post("/api/v1/roster/openings/", {"reason": "drill"})
    assert mark(yamada, drill, hall.person("agatsuma")) == "kept"
    assert mark(yamada, drill, hall.person("sasaki")) == "not_yours"
    told = yamada.get(f"/api/v1/head-counts/{drill}/").json()
    assert [one["name"] for one in told["people"]] == ["我妻 美咲"]
    assert (told["figures"]["listed"], told["figures"]["safe"], told["may_lead"]) == (1, 1, False)


def test_who_is_found_without_being_listed_is_added(hall, crisis, drill):
    mark(crisis, drill, hall.person("kudo"))
    told = crisis.get(f"/api/v1/head-counts/{drill}/").json()
    assert [(one["name"], one["standing"]) for one in told["people"]][-1] == ("工藤 真理子", None)
    assert (told["figures"]["listed"], told["figures"]["added"], told["figures"]["unmarked"]) == (2, 1, 2)


def test_a_mark_of_nobody_is_told_and_the_others_are_kept(hall, crisis, drill):
    marks = [{"id": str(uuid4()), "person": person, "status": "safe"} for person in (10**9, hall.person("agatsuma"))]
    answer = crisis.post(f"/api/v1/head-counts/{drill}/marks/", {"marks": marks})
    assert [one["taken"] for one in answer.json()["marks"]] == ["unknown_person", "kept"]


def test_a_person_says_it_of_themselves(hall, crisis, drill, as_person):
    misaki = as_person("agatsuma")
    (asked,) = misaki.get("/api/v1/my-safety/").json()
    assert (asked["id"], asked["listed"], asked["mark"]) == (drill, True, None)
    body = {"id": str(uuid4()), "head_count": drill, "status": "safe"}
    (told,) = misaki.post("/api/v1/my-safety/", body).json()
    assert (told["mark"]["status"], told["mark"]["by_self"]) == ("safe", True)
    assert said(crisis, drill) == {"我妻 美咲": "safe"}


def test_staff_see_no_list_and_mark_nobody_else(hall, drill, as_person):
    misaki = as_person("agatsuma")
    body = {"marks": [{"id": str(uuid4()), "person": hall.person("sasaki"), "status": "safe"}]}
    for answer in (
        misaki.get("/api/v1/head-counts/"),
        misaki.get(f"/api/v1/head-counts/{drill}/"),
        misaki.post(f"/api/v1/head-counts/{drill}/marks/", body),
        misaki.post(f"/api/v1/head-counts/{drill}/close/"),
    ):
        assert answer.status_code == 403
    assert not SafetyMark.objects.exists()


def test_managers_start_and_close_nothing(drill, as_person):
    yamada = as_person("yamada")
    assert yamada.post("/api/v1/head-counts/", {"id": str(uuid4()), "kind": "drill"}).status_code == 403
    assert yamada.post(f"/api/v1/head-counts/{drill}/close/").status_code == 403


def test_one_of_a_kind_runs_at_a_time_but_a_drill_keeps_no_real_one_from_starting(crisis, drill):
    refused = crisis.post("/api/v1/head-counts/", {"id": str(uuid4()), "kind": "drill"})
    assert (refused.status_code, refused.json()["code"]) == (409, "head_count_running")
    start(crisis, kind="real")
    assert [one["kind"] for one in crisis.get("/api/v1/roster/").json()["head_counts"]] == ["real", "drill"]


def test_started_twice_with_one_id_is_started_once(crisis, drill):
    again = crisis.post("/api/v1/head-counts/", {"id": drill, "kind": "drill"})
    assert (again.status_code, again.json()["id"]) == (201, drill)
    assert HeadCount.objects.count() == 1


def test_its_end_keeps_the_figures(hall, crisis, drill, monday_morning):
    mark(crisis, drill, hall.person("agatsuma"))
    monday_morning.move_to(at("9:40"))
    closed = crisis.post(f"/api/v1/head-counts/{drill}/close/", {"note": "訓練は12分で終了"})
    assert (closed.status_code, closed.json()["closed_by"]) == (200, "星 翔太")
    ended = Event.objects.get(kind="head_count.closed").after or {}
    assert ended["figures"]["unmarked"] == 1
    (kept,) = crisis.get("/api/v1/head-counts/").json()["results"]
    assert (kept["closing_note"], kept["figures"]["safe"], kept["closed_at"]) == (
        "訓練は12分で終了",
        1,
        at("9:40").isoformat(),
    )
    assert crisis.post(f"/api/v1/head-counts/{drill}/close/").json()["code"] == "head_count_closed"


def test_after_the_end_only_what_was_said_before_it_is_kept(hall, crisis, drill, monday_morning, as_person):
    monday_morning.move_to(at("9:40"))
    crisis.post(f"/api/v1/head-counts/{drill}/close/")
    monday_morning.move_to(at("9:50"))
    assert mark(crisis, drill, hall.person("agatsuma")) == "closed"
    assert mark(crisis, drill, hall.person("agatsuma"), seconds_ago=1_200) == "kept"
    body = {"id": str(uuid4()), "head_count": drill, "status": "safe"}
    assert as_person("sasaki").post("/api/v1/my-safety/", body).json()["code"] == "head_count_closed"
    assert as_person("agatsuma").get("/api/v1/my-safety/").json() == []


@pytest.mark.parametrize("minutes", [4, 241, "soon"])
def test_the_time_until_somebody_is_unaccounted_for_has_bounds(crisis, monday_morning, minutes):
    body = {"id": str(uuid4()), "kind": "drill", "unaccounted_after_minutes": minutes}
    answer = crisis.post("/api/v1/head-counts/", body)
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["unaccounted_after_minutes"])


def test_an_unchanged_head_count_is_a_304(hall, crisis, drill):
    url = f"/api/v1/head-counts/{drill}/"
    etag = crisis.get(url).headers["ETag"]
    assert crisis.get(url, HTTP_IF_NONE_MATCH=etag).status_code == 304
    mark(crisis, drill, hall.person("agatsuma"))
    assert crisis.get(url, HTTP_IF_NONE_MATCH=etag).status_code == 200
