"""Linking a calendar over the API: found, linked, looked at, changed, tried, resumed, ended. A real Radicale."""

import json

import pytest

from audit.models import Event
from calendars.models import CalendarLink
from calendars.policies.choices import LinkState
from calendars.selectors.reached import reached_people
from calendars.services.bringing_up import bring_up
from calendars.services.deferring import BRING_UP, CLEAR_OUT
from calendars.tests.linked import books, jobs, linked, loopback_allowed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning", "_loopback")]
LINKS = "/api/v1/calendar/links/"


@pytest.fixture
def _loopback():
    with loopback_allowed():
        yield


@pytest.fixture
def account_of(radicale):
    """What the person types."""
    return {
        "kind": "caldav",
        "address": radicale.address,
        "username": radicale.username,
        "password": radicale.password,
    }


@pytest.fixture
def wanted(account_of, radicale):
    """What the person links."""
    chosen = {"calendar": radicale.calendar_address, "calendar_name": "秘密の予定"}
    return {**account_of, **chosen, "sends": True, "takes_in": False}


def test_calendars_are_found_linked_and_filled(hall, as_person, account_of, wanted, radicale):
    client = as_person("agatsuma")
    found = client.post(f"{LINKS}find/", account_of, format="json")
    assert found.status_code == 200, found.json()
    assert [one["address"] for one in found.json()["calendars"] if one["writable"]] == [radicale.calendar_address]
    books(hall)

    made = client.post(LINKS, wanted, format="json")

    assert made.status_code == 201
    link = CalendarLink.objects.get()
    assert made.json() == {
        "id": link.pk,
        "kind": "caldav",
        "address": radicale.address,
        "username": radicale.username,
        "calendar": radicale.calendar_address,
        "calendar_name": "秘密の予定",
        "sends": True,
        "takes_in": False,
        "on_deleted": "ask",
        "acceptance": "ask",
        "state": "active",
        "trouble": "",
        "troubled_since": None,
        "sent_at": None,
        "read_at": None,
        "waiting": 0,
        "sent_count": 0,
        "malformed": None,
    }
    assert jobs(BRING_UP) == [link.pk]
    assert hall.person("agatsuma") in reached_people()
    bring_up(link_id=link.pk)
    listed = client.get(LINKS).json()
    assert (listed["kinds"][0], listed["hosts_allowed"], listed["most"]) == ("caldav", True, 3)
    assert (listed["links"][0]["sent_count"], listed["links"][0]["waiting"]) == (1, 0)
    assert listed["links"][0]["sent_at"] is not None


def test_no_event_of_the_log_has_a_password_or_a_title(as_person, wanted):
    client = as_person("agatsuma")
    number = client.post(LINKS, wanted, format="json").json()["id"]
    client.patch(f"{LINKS}{number}/", {"takes_in": True}, format="json")
    client.delete(f"{LINKS}{number}/")

    events = Event.objects.filter(kind__startswith="calendar.")
    assert [event.kind for event in events.order_by("pk")] == [
        "calendar.linked",
        "calendar.link_changed",
        "calendar.ended",
    ]
    said = json.dumps([[event.before, event.after] for event in events], ensure_ascii=False)
    for secret in (wanted["password"], wanted["username"], wanted["calendar_name"], wanted["address"]):
        assert secret not in said


@pytest.mark.parametrize(
    ("changed", "trouble"),
    [
        ({"password": "wrong"}, "password"),
        ({"address": "https://calendars.example/"}, "not_allowed"),
        ({"address": "http://127.0.0.1:1/"}, "unreachable"),
        ({"address": "https://me:secret@127.0.0.1/"}, "not_allowed"),
        ({"address": "http://[::1/"}, "not_allowed"),
    ],
)
def test_what_is_wrong_is_said(as_person, account_of, changed, trouble):
    answer = as_person("agatsuma").post(f"{LINKS}find/", {**account_of, **changed}, format="json")
    assert (answer.status_code, answer.json()["code"], answer.json()["trouble"]) == (409, "calendar_trouble", trouble)
    assert account_of["password"] not in answer.content.decode()


def test_what_cannot_be_linked_is_refused(hall, as_person, wanted, radicale_server):
    client = as_person("agatsuma")

    def code(**changed):
        answer = client.post(LINKS, {**wanted, **changed}, format="json")
        return answer.json().get("code", answer.status_code)

    assert code(kind="ics") == "bad_input", "an ICS address is only read"
    assert code(calendar="https://elsewhere.example/") == "calendar_trouble"
    assert code() == 201
    assert code() == "already_linked"
    other = radicale_server.add().calendar_address
    assert code(calendar=other) == "another_link_sends"
    assert code(calendar=other, sends=False) == 201
    assert code(calendar=f"{other}2/", sends=False) == 201
    assert code(calendar=f"{other}3/", sends=False) == "too_many_links"
    only_read = CalendarLink.objects.filter(sends=False).earliest("pk")
    refused = client.patch(f"{LINKS}{only_read.pk}/", {"sends": True}, format="json")
    assert refused.json()["code"] == "another_link_sends"


def test_a_link_is_its_persons_alone(hall, as_person, radicale):
    link = linked(hall, radicale, "kudo")
    client = as_person("agatsuma")
    assert client.get(LINKS).json()["links"] == []
    for method, path in (("get", ""), ("patch", ""), ("delete", ""), ("post", "test/"), ("post", "resume/")):
        assert getattr(client, method)(f"{LINKS}{link.pk}/{path}", {}, format="json").status_code == 404


def test_a_link_is_tried_paused_and_resumed_with_another_password(hall, as_person, radicale):
    link = linked(hall, radicale)
    books(hall)
    client = as_person("agatsuma")
    assert client.post(f"{LINKS}{link.pk}/test/").json() == {"ok": True, "trouble": "", "detail": ""}
    radicale.change_password()
    assert client.post(f"{LINKS}{link.pk}/test/").json()["trouble"] == "password"
    bring_up(link_id=link.pk)
    shown = client.get(f"{LINKS}{link.pk}/").json()
    assert (shown["state"], shown["trouble"], shown["waiting"]) == ("paused", "password", 1)

    resumed = client.post(f"{LINKS}{link.pk}/resume/", {"password": radicale.password}, format="json")

    assert (resumed.status_code, resumed.json()["state"]) == (200, "active")
    bring_up(link_id=link.pk)
    assert len(radicale.hrefs()) == 1


def test_a_link_ends_and_its_events_are_taken_away_unless_they_are_to_stay(hall, as_person, radicale):
    link = linked(hall, radicale)
    books(hall)
    bring_up(link_id=link.pk)
    client = as_person("agatsuma")

    assert client.delete(f"{LINKS}{link.pk}/?keep=maybe").status_code == 400
    assert client.delete(f"{LINKS}{link.pk}/").status_code == 204

    assert jobs(CLEAR_OUT) == [link.pk]
    assert client.get(f"{LINKS}{link.pk}/").status_code == 404
    assert hall.person("agatsuma") not in reached_people()


def test_it_sees_counts_and_nothing_of_anybodys(hall, as_person, client_of, radicale):
    link = linked(hall, radicale)
    CalendarLink.objects.filter(pk=link.pk).update(state=LinkState.PAUSED.value, trouble="quota", waiting=4)
    account = hall.account("kudo")
    account.roles = ["it"]
    account.save()

    health = client_of(account).get("/api/v1/calendar/health/").json()

    assert health["links"] == 1
    assert health["by_state"] == [{"state": "active", "count": 0}, {"state": "paused", "count": 1}]
    assert health["by_trouble"] == [{"trouble": "quota", "count": 1}]
    assert (health["silent_servers"], health["waiting"]) == ([], 0)
    assert radicale.username not in json.dumps(health)
