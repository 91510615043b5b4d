"""Tokens for programs: shown once, kept as a digest, limited in scope and time, revoked at once."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from rest_framework.test import APIClient

from access.models import ApiToken
from access.policies.scopes import Scope
from access.policies.tokens import MOST_LIVE_TOKENS
from access.selectors.live_token import live_token
from access.services.tokens import create_token, revoke_token
from audit.models import Event
from audit.selectors import events_of
from core import clock
from core.refused import Refused
from people.models import Account, Person
from tests.fixtures.cast import MONDAY, TUESDAY

TOKENS, ME, BOOKINGS = "/api/v1/me/tokens/", "/api/v1/me/", "/api/v1/bookings/"


@pytest.fixture
def _small(db, monday_morning):
    cache.clear()


pytestmark = pytest.mark.usefixtures("_small")


def program(token):
    client = APIClient(enforce_csrf_checks=True)
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {token}")
    return client


@pytest.fixture
def made(hall):
    """`made(Scope.READ)` is a token of 我妻."""
    return lambda *scopes, days=30: create_token(
        account=hall.account("agatsuma"), name="表計算", scopes=scopes or [Scope.READ], days=days
    )


def test_a_token_is_shown_once_and_kept_as_a_digest(hall, as_person):
    client = as_person("agatsuma")
    answer = client.post(TOKENS, {"name": "表計算", "scopes": ["bookings", "read", "read"], "days": 365})
    assert answer.status_code == 201
    token = answer.json()["token"]
    assert token.startswith("kys_")
    assert len(token) == 47
    (listed,) = client.get(TOKENS).json()
    assert listed == {
        "id": listed["id"],
        "name": "表計算",
        "hint": token[:10],
        "scopes": ["read", "bookings"],
        "created_at": "2026-11-30T08:00:00+09:00",
        "expires_at": "2027-11-30T08:00:00+09:00",
        "used_at": None,
        "revoked_at": None,
        "live": True,
    }
    row = ApiToken.objects.get()
    assert token not in json.dumps({key: str(value) for key, value in vars(row).items()})
    event = events_of("account", row.account_id).get()
    assert event.after
    assert (event.kind, event.after["scopes"]) == ("account.token_created", ["read", "bookings"])
    assert token not in str(event.after)


@pytest.mark.parametrize(
    "body",
    [{}, {"name": "", "scopes": ["read"], "days": 1}, {"name": "a", "scopes": [], "days": 1},
     {"name": "a", "scopes": ["everything"], "days": 1}, {"name": "a", "scopes": ["read"], "days": 0},
     {"name": "a", "scopes": ["read"], "days": 366}, {"name": "a" * 61, "scopes": ["read"], "days": 1}],
)  # fmt: skip
def test_what_is_no_token_is_told_so(hall, as_person, body):
    assert as_person("agatsuma").post(TOKENS, body).status_code == 400
    assert not ApiToken.objects.exists()


def test_the_setting_says_how_long_a_token_may_last(hall, as_person, settings):
    settings.TOKEN_DAYS = 30
    assert as_person("agatsuma").post(TOKENS, {"name": "a", "scopes": ["read"], "days": 31}).status_code == 400


def test_a_program_reads_and_books_as_its_account_without_a_csrf_token(hall, made):
    new = made(Scope.READ, Scope.BOOKINGS)
    client = program(new.token)
    assert client.get(ME).json()["username"] == "agatsuma"
    assert client.get(ME).cookies == {}
    answer = client.post(BOOKINGS, {"desk": hall.desk("06A-001"), "day": str(TUESDAY), "part": "am"})
    assert answer.status_code == 201
    event = Event.objects.get(kind="booking.booked")
    assert (event.actor_name, event.token_id) == ("我妻 美咲", new.row.pk)


def test_beside_a_token_no_cookie_counts(hall, made, as_person):
    client = as_person("kudo")
    assert client.get(ME, HTTP_AUTHORIZATION=f"Bearer {made().token}").json()["username"] == "agatsuma"
    assert client.get(ME, HTTP_AUTHORIZATION="Bearer kys_made-up").status_code == 401


def test_a_token_out_of_its_scope_is_told_so(hall, made):
    client = program(made(Scope.READ).token)
    answer = client.post(BOOKINGS, {})
    assert (answer.status_code, answer.json()["code"]) == (403, "token_out_of_scope")
    for refusing in (TOKENS, "/api/v1/session/", "/api/v1/me/sessions/"):
        assert client.get(refusing).json()["code"] == "token_out_of_scope"


def test_a_token_opens_no_more_than_its_account(hall, made):
    client = program(made(Scope.PLACES, Scope.READ).token)
    answer = client.post("/api/v1/closures/", {})
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


@pytest.mark.parametrize("token", ["kys_", "kys_made-up", "kys_é", "kys_" + "x" * 5000])
def test_a_token_made_up_opens_nothing(hall, token):
    answer = program(token.encode().decode("latin-1")).get(ME)
    assert (answer.status_code, answer.json()["code"]) == (401, "token_not_valid")
    assert answer["WWW-Authenticate"] == "Bearer"


def test_what_is_no_token_of_ours_is_nobody(hall):
    assert program("abc").get(ME).json()["code"] == "not_signed_in"


def test_a_token_ends_with_its_time_its_account_and_its_person(hall, made, monday_morning):
    client, account = program(made(days=1).token), hall.account("agatsuma")
    assert client.get(ME).status_code == 200
    Account.objects.filter(pk=account.pk).update(is_active=False)
    assert client.get(ME).status_code == 401
    Account.objects.filter(pk=account.pk).update(is_active=True)
    Person.objects.filter(pk=account.person_id).update(active_to=MONDAY - timedelta(days=1))
    assert client.get(ME).status_code == 401
    Person.objects.filter(pk=account.person_id).update(active_to=None)
    monday_morning.shift(timedelta(days=1))
    assert client.get(ME).json()["code"] == "token_not_valid"


def test_one_query_finds_whose_token_it_is(hall, made, django_assert_num_queries):
    token = made().token
    with django_assert_num_queries(1):
        found = live_token(token, now=clock.now(), today=clock.today())
    assert found
    assert found.signed_in.account.person
    assert found.signed_in.account.person.department == hall.departments["030202"]
    assert (found.signed_in.scopes, found.signed_in.session_digest) == (frozenset({"read"}), "")


def test_the_last_use_is_kept_to_some_minutes(hall, made, monday_morning):
    new = made()
    client = program(new.token)
    client.get(ME)
    first = clock.now()
    monday_morning.shift(timedelta(minutes=4))
    client.get(ME)
    assert ApiToken.objects.get().used_at == first
    monday_morning.shift(timedelta(minutes=1))
    client.get(ME)
    assert ApiToken.objects.get().used_at == clock.now()


def test_its_owner_revokes_a_token_and_nobody_else_does(hall, made, as_person):
    new = made()
    address = f"{TOKENS}{new.row.pk}/revoke/"
    assert as_person("kudo").post(address).status_code == 404
    answer = as_person("agatsuma").post(address).json()
    assert (answer["live"], answer["revoked_at"]) == (False, "2026-11-30T08:00:00+09:00")
    assert program(new.token).get(ME).status_code == 401
    assert as_person("agatsuma").post(address).status_code == 200
    assert [event.kind for event in events_of("account", hall.account("agatsuma").pk)] == [
        "account.token_created",
        "account.token_revoked",
    ]


def test_a_token_that_ended_stays_in_the_list_for_a_month(hall, made, as_person, monday_morning):
    revoke_token(id=made().row.pk)
    assert len(as_person("agatsuma").get(TOKENS).json()) == 1
    monday_morning.shift(timedelta(days=31))
    assert as_person("agatsuma").get(TOKENS).json() == []


def test_it_sees_everybodys_tokens_and_revokes_them(hall, made, client_of):
    new = made()
    create_token(account=hall.account("kudo"), name="a", scopes=[Scope.READ], days=1)
    it = client_of(Account.objects.create(username="glass", password="!", roles=["it"]))
    page = it.get("/api/v1/access/tokens/?page_size=1").json()
    assert [one["username"] for one in page["results"]] == ["kudo"]
    page = it.get(f"/api/v1/access/tokens/?page_size=1&cursor={page['next']}").json()
    (row,) = page["results"]
    assert (row["person"]["name"], row["hint"], page["next"]) == ("我妻 美咲", new.token[:10], None)
    assert it.post(f"/api/v1/access/tokens/{row['id']}/revoke/").json()["live"] is False
    assert [one["username"] for one in it.get("/api/v1/access/tokens/?live=true").json()["results"]] == ["kudo"]
    assert Event.objects.filter(kind="account.token_revoked", after__by="it").count() == 1
    assert it.post("/api/v1/access/tokens/999999/revoke/").status_code == 404


def test_tokens_made_up_are_not_tried_without_end_and_good_ones_go_on(hall, made):
    good = made().token
    statuses = [program(f"kys_{number}").get(ME).status_code for number in range(101)]
    assert statuses == [401] * 100 + [429]
    assert program(good).get(ME).status_code == 200


def test_a_program_that_asks_without_pause_has_to_wait(hall, made, as_person, monkeypatch):
    monkeypatch.setattr("access.api.token_authentication.TokenThrottle.THROTTLE_RATES", {"token": "5/min"})
    client = program(made().token)
    answers = [client.get(ME) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert int(answers[-1]["Retry-After"]) <= 60
    assert [as_person("agatsuma").get(ME).status_code for _ in range(6)] == [200] * 6


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_many_hands_at_once_hold_no_more_tokens_than_one(hall):
    account = hall.account("agatsuma")

    def make(number):
        try:
            create_token(account=account, name=str(number), scopes=[Scope.READ], days=1)
        except Refused as refused:
            return refused.code.value
        finally:
            connection.close()
        return "made"

    with ThreadPoolExecutor(8) as hands:
        outcomes = list(hands.map(make, range(MOST_LIVE_TOKENS + 12)))
    assert sorted(set(outcomes)) == ["made", "too_many_tokens"]
    assert outcomes.count("made") == ApiToken.objects.count() == MOST_LIVE_TOKENS
