"""Requests over HTTP: asked, changed, submitted, taken back; and read by nobody who may not."""

import pytest

from audit.models import Event
from telework.models import TeleworkRequest
from telework.tests.asking import AFTERNOON, THURSDAY, WEDNESDAY, asked, need_on_site, register_everybody, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

REQUESTS = "/api/v1/telework/requests/"
SECRET = {"tasks": "人事異動の資料", "place": "実家", "contact": "090-1111-2222"}


@pytest.fixture(autouse=True)
def _registered(hall):
    register_everybody(hall)


def ask(client, **more):
    return client.post(REQUESTS, {"day": WEDNESDAY.isoformat(), **more}, format="json")


def act(client, request_id, action, **body):
    return client.post(f"{REQUESTS}{request_id}/{action}/", body, format="json")


def test_a_day_is_asked_for_and_the_approvers_are_told(hall, as_person):
    answer = ask(as_person("agatsuma"), **SECRET)
    assert answer.status_code == 201, answer.json()
    body = answer.json()
    assert body["state"] == "submitted"
    assert body["person"]["id"] == hall.person("agatsuma")
    assert (body["start"], body["end"]) == ("2026-12-02T08:30:00+09:00", "2026-12-02T17:15:00+09:00")
    assert body["may"] == ["withdraw"]
    event = told("telework.requested")
    assert event["approvers"] == [hall.person("yamada")]
    assert not set(SECRET.values()) & set(map(str, event.values()))


def test_who_decides_reads_it_and_nobody_else(hall, as_person):
    made = asked(hall, "agatsuma")
    assert as_person("yamada").get(f"{REQUESTS}{made.pk}/").json()["may"] == ["approve", "return", "reject"]
    for name in ("kudo", "sasaki", "hoshi"):
        assert as_person(name).get(f"{REQUESTS}{made.pk}/").status_code == 404
        assert act(as_person(name), made.pk, "approve").status_code == 404
    assert as_person("agatsuma").get(f"{REQUESTS}999999/").status_code == 404


def test_a_draft_is_changed_submitted_and_withdrawn(as_person):
    me = as_person("agatsuma")
    draft = ask(me, submit=False, unit="am").json()
    assert (draft["state"], draft["may"]) == ("draft", ["edit", "submit", "withdraw"])
    changed = me.patch(
        f"{REQUESTS}{draft['id']}/",
        {"unit": "hours", "start": "09:00", "end": "11:00", "version": draft["version"]},
        format="json",
    ).json()
    assert changed["start"] == "2026-12-02T09:00:00+09:00"
    stale = act(me, draft["id"], "submit", version=draft["version"])
    assert (stale.status_code, stale.json()["code"], stale.json()["state"]) == (409, "telework_changed", "draft")
    assert act(me, draft["id"], "submit").json()["state"] == "submitted"
    assert act(me, draft["id"], "withdraw").json()["state"] == "withdrawn"
    again = act(me, draft["id"], "withdraw")
    assert (again.status_code, again.json()["code"], again.json()["state"]) == (409, "wrong_state", "withdrawn")


def test_another_request_at_that_time_is_named(hall, as_person):
    first = asked(hall, "agatsuma")
    refused = ask(as_person("agatsuma"), unit="pm").json()
    assert refused["code"] == "another_request"
    assert refused["conflicts_with"]["id"] == first.pk


def test_too_few_on_site_says_which_half_and_which_days_would_do(hall, as_person):
    need_on_site(hall, 2)
    afternoon = asked(hall, "kudo", content=AFTERNOON)
    act(as_person("yamada"), afternoon.pk, "approve")
    preview = as_person("agatsuma").post(f"{REQUESTS}preview/", {"days": [WEDNESDAY.isoformat()]}, format="json")
    [warning] = preview.json()["days"][0]["warnings"]
    assert (warning["code"], warning["half"]) == ("below_minimum", "pm")
    assert warning["possible"] == {"units": ["am"], "days": ["2026-12-01", "2026-12-03", "2026-12-04"]}


def test_bad_input_is_pointed_at(as_person):
    me = as_person("agatsuma")
    for wrong, field in (
        ({"unit": "hours"}, "start"),
        ({"unit": "hours", "start": "10:00", "end": "09:00"}, "end"),
        ({"form": "beach"}, "form"),
        ({"person": 1}, "post_hoc_reason"),
        ({"day": "2026-13-01"}, "day"),
    ):
        answer = ask(me, **wrong)
        assert answer.status_code == 400, wrong
        assert field in answer.json()["fields"], wrong


def test_my_list_is_paged_by_day(hall, as_person):
    for day in (THURSDAY, WEDNESDAY):
        asked(hall, "agatsuma", day)
    me = as_person("agatsuma")
    first = me.get(REQUESTS, {"page_size": 1}).json()
    second = me.get(REQUESTS, {"page_size": 1, "cursor": first["next"]}).json()
    assert [first["results"][0]["day"], second["results"][0]["day"]] == ["2026-12-02", "2026-12-03"]
    assert second["next"] is None
    assert me.get(REQUESTS, {"state": "draft"}).json()["results"] == []
    assert as_person("kudo").get(REQUESTS).json()["results"] == []


def test_several_days_are_asked_for_together_or_not_at_all(as_person):
    me = as_person("agatsuma")
    days = ["2026-12-02", "2026-12-03", "2026-12-06"]
    refused = me.post(f"{REQUESTS}many/", {"days": days}, format="json").json()
    assert refused["code"] == "series_not_possible"
    assert [(one["day"], one["refusal"]["code"]) for one in refused["dates"]] == [("2026-12-06", "city_closed")]
    assert not TeleworkRequest.objects.exists()
    made = me.post(f"{REQUESTS}many/", {"days": days[:2]}, format="json")
    assert made.status_code == 201, made.json()
    assert len({one["series"] for one in made.json()}) == 1
    assert Event.objects.filter(kind="telework.requested", after__in_many=True).count() == 2
    assert told("telework.requested_many")["days"] == days[:2]
    series = made.json()[0]["series"]
    assert me.post(f"/api/v1/telework/series/{series}/withdraw/").json()[1]["state"] == "withdrawn"


def test_a_preview_counts_day_by_day_and_writes_nothing(hall, as_person):
    pattern = {"from": "2026-12-07", "until": "2026-12-13", "weekdays": [0, 1, 2, 3, 4, 5, 6]}
    answer = as_person("agatsuma").post(f"{REQUESTS}preview/", pattern, format="json")
    assert answer.status_code == 200, answer.json()
    days = answer.json()["days"]
    assert [one["outcome"] for one in days] == ["ok", "ok", "ok", "refused", "refused"]
    assert days[3]["problems"][0]["code"] == "week_full"
    assert days[3]["problems"][0]["most"] == 3
    assert [one["week_days"] for one in days] == [1, 2, 3, 4, 4]
    assert not TeleworkRequest.objects.exists()
