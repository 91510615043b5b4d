"""Sessions: idle ones end, their owner sees and ends them, IT ends anybody's."""

from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from rest_framework.test import APIClient

from access.models import Session
from access.policies.scopes import Scope
from access.policies.ways import Way
from access.selectors.live_session import live_session
from access.services.ending import end_access
from access.services.entering import enter
from access.services.sessions import delete_expired_sessions, open_session
from access.services.tokens import create_token
from audit.context import request_from
from audit.selectors import events_of
from core import clock
from people.models import Account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

ME, OWN = "/api/v1/me/", "/api/v1/me/sessions/"


@pytest.fixture
def eight_hours(settings):
    settings.SESSION_IDLE_MINUTES = 480


def opened(hall, name="agatsuma", *, address="192.0.2.7", agent="Firefox", **how):
    with request_from(source_address=address, request_id="x", user_agent=agent):
        return open_session(account=hall.account(name), **how)


def browser_of(key):
    client = APIClient()
    client.cookies[django_settings.SESSION_COOKIE_NAME] = key
    return client


def last_use():
    session = Session.objects.get()
    return session.seen_at


def test_a_session_ends_when_nobody_used_it_for_so_long(hall, eight_hours, monday_morning):
    browser = browser_of(opened(hall))
    for _ in range(3):
        monday_morning.shift(timedelta(hours=7))
        assert browser.get(ME).status_code == 200
    monday_morning.shift(timedelta(hours=8))
    assert browser.get(ME).status_code == 401
    assert browser.get("/api/v1/session/").json()["signed_in"] is False
    assert delete_expired_sessions() == 1


def test_a_screen_that_asks_by_itself_is_no_use(hall, eight_hours, monday_morning):
    browser = browser_of(opened(hall))
    unread = "/api/v1/notices/unread/"
    tag = browser.get(unread)["ETag"]
    for _ in range(7):
        monday_morning.shift(timedelta(hours=1))
        assert browser.get(unread, HTTP_IF_NONE_MATCH=tag).status_code in (200, 304)
    monday_morning.shift(timedelta(hours=1))
    assert browser.get(unread, HTTP_IF_NONE_MATCH=tag).status_code == 401


def test_a_use_is_written_down_every_five_minutes_at_most(hall, monday_morning, django_assert_num_queries):
    key = opened(hall)
    browser = browser_of(key)
    browser.get(ME)
    assert last_use() is None
    monday_morning.shift(timedelta(minutes=5))
    browser.get(ME)
    assert (noted := last_use()) == clock.now()
    monday_morning.shift(timedelta(minutes=4))
    browser.get(ME)
    assert last_use() == noted
    with django_assert_num_queries(1):
        live_session(key, now=clock.now(), today=clock.today())


def test_without_the_setting_no_session_becomes_idle(hall, settings, monday_morning):
    browser = browser_of(opened(hall))
    monday_morning.shift(timedelta(days=13))
    assert browser.get(ME).status_code == 200


def test_a_list_of_my_sessions_says_where_they_were_opened(hall, eight_hours, monday_morning):
    opened(hall, "kudo")
    opened(hall, pending=True)
    opened(hall)
    monday_morning.shift(timedelta(hours=7))
    opened(hall, way=Way.DIRECTORY, address="192.0.2.8", agent="Chromium\x00\x1b[31m" + "x" * 300)
    here = browser_of(opened(hall))
    first, second, third = sorted(here.get(OWN).json(), key=lambda one: (one["created_at"], one["address"]))
    assert first == {
        "id": first["id"],
        "current": False,
        "way": "password",
        "second_factor": False,
        "created_at": "2026-11-30T08:00:00+09:00",
        "seen_at": "2026-11-30T08:00:00+09:00",
        "address": "192.0.2.7",
        "user_agent": "Firefox",
    }
    assert (second["current"], third["current"], third["way"]) == (True, False, "directory")
    assert third["user_agent"] == ("Chromium[31m" + "x" * 300)[:200]
    monday_morning.shift(timedelta(hours=1))
    assert len(here.get(OWN).json()) == 2


def test_i_end_one_of_my_sessions_and_nobody_elses(hall):
    here, there, hers = browser_of(opened(hall)), opened(hall), opened(hall, "kudo")
    other = next(one["id"] for one in here.get(OWN).json() if not one["current"])
    assert here.delete(f"{OWN}{Session.objects.get(account=hall.account('kudo')).key_digest[:12]}/").status_code == 404
    assert here.delete(f"{OWN}{other}/").status_code == 204
    assert here.delete(f"{OWN}{other}/").status_code == 404
    assert browser_of(there).get(ME).status_code == 401
    assert browser_of(hers).get(ME).status_code == 200
    assert [event.after for event in events_of("account", hall.account("agatsuma").pk)] == [
        {"by": "oneself", "sessions": 1}
    ]


def test_ending_the_session_that_asks_is_signing_out(hall):
    here = browser_of(opened(hall))
    (own,) = here.get(OWN).json()
    answer = here.delete(f"{OWN}{own['id']}/")
    assert answer.cookies[django_settings.SESSION_COOKIE_NAME].value == ""
    assert here.get(OWN).status_code == 401


@pytest.mark.parametrize("id", ["", "x", "%", "0123456789AB", "0123456789abc"])
def test_what_is_no_session_is_not_found(hall, id):
    assert browser_of(opened(hall)).delete(f"{OWN}{id}/").status_code in (404, 405)


def test_i_end_all_others(hall):
    here, others = browser_of(opened(hall)), [opened(hall), opened(hall, pending=True)]
    assert here.post(f"{OWN}end-others/").json() == {"ended": 2}
    assert [browser_of(key).get(ME).status_code for key in others] == [401, 401]
    assert here.get(ME).status_code == 200


def test_it_ends_somebodys_sessions(hall, client_of):
    key = opened(hall)
    it = Account.objects.create(username="glass", password="!", roles=["it"])
    address = f"/api/v1/access/accounts/{hall.account('agatsuma').pk}/end-sessions/"
    assert browser_of(opened(hall, "kudo")).post(address).status_code == 403
    assert client_of(it).post(address).json() == {"ended": 1}
    assert browser_of(key).get(ME).status_code == 401
    event = events_of("account", hall.account("agatsuma").pk).get()
    assert (event.kind, event.actor_name, event.after) == (
        "account.session_ended",
        "glass",
        {"by": "it", "sessions": 1},
    )
    assert client_of(it).post("/api/v1/access/accounts/999999/end-sessions/").status_code == 404


def test_who_left_loses_sessions_and_tokens_and_keeps_them_on_record(hall):
    key = opened(hall)
    token = create_token(account=hall.account("agatsuma"), name="表計算", scopes=[Scope.READ], days=1)
    kept = opened(hall, "kudo")
    assert end_access(person_ids=[hall.person("agatsuma")]) == 2
    assert browser_of(key).get(ME).status_code == 401
    assert browser_of(kept).get(ME).status_code == 200
    token.row.refresh_from_db()
    assert token.row.revoked_at == clock.now()
    kinds = [event.kind for event in events_of("account", hall.account("agatsuma").pk)]
    assert kinds == ["account.token_created", "account.session_ended", "account.token_revoked"]
    assert end_access(person_ids=[hall.person("agatsuma")]) == 0


def test_a_role_that_has_to_show_a_second_factor_opens_nothing_without_it(hall, settings):
    account = hall.account("agatsuma")
    weak, strong = (enter(account=account, way=Way.PASSKEY, strong=strong).key for strong in (False, True))
    Account.objects.filter(pk=account.pk).update(roles=["it"])
    settings.SECOND_FACTOR_ROLES = frozenset({"it", "hr"})
    assert [browser_of(key).get(ME).status_code for key in (weak, strong)] == [401, 200]
