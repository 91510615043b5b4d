"""Signing in and out over HTTP, as a client that checks everything a browser would."""

import json
from datetime import timedelta

import pytest
from django.conf import settings
from rest_framework.test import APIClient

from access.models import Session, SignInCount
from access.tasks import tidy_sign_ins
from audit.selectors import events_of
from people.models import Account
from tests.fixtures.cast import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

SESSION = "/api/v1/session/"
PASSWORD = "ein langes Passwort"


@pytest.fixture(autouse=True)
def _quick_hashes(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def visitor():
    return APIClient(enforce_csrf_checks=True)


@pytest.fixture
def misaki(hall):
    account = hall.account("agatsuma")
    account.set_password(PASSWORD)
    account.save()
    return account


def token(client):
    return client.get(SESSION).json()["csrf_token"]


def sign_in(client, username="agatsuma", password=PASSWORD, **headers):
    return client.post(SESSION, {"username": username, "password": password}, HTTP_X_CSRFTOKEN=token(client), **headers)


def test_get_says_who_nobody_is_and_sets_the_csrf_cookie(hall, visitor, settings):
    settings.DEMONSTRATION = False
    answer = visitor.get(SESSION)
    assert answer.json() == {
        "signed_in": False,
        "pending": None,
        "ways": [
            {"way": "password", "name": "", "address": None},
            {"way": "passkey", "name": "", "address": None},
        ],
        "demonstration": False,
        "demonstration_accounts": [],
        "csrf_token": answer.json()["csrf_token"],
        "languages": ["ja", "en"],
    }
    assert settings.CSRF_COOKIE_NAME in answer.cookies


def test_signing_in_opens_a_session_in_a_cookie_that_scripts_cannot_read(misaki, visitor):
    answer = sign_in(visitor)
    cookie = answer.cookies[settings.SESSION_COOKIE_NAME]
    assert (answer.status_code, answer.json()["signed_in"]) == (200, True)
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert visitor.get(SESSION).json()["signed_in"] is True
    assert visitor.get("/api/v1/me/").json()["username"] == "agatsuma"


def test_a_user_name_is_taken_in_any_letter_case(misaki, visitor):
    assert sign_in(visitor, username=" AGATSUMA ").status_code == 200


def test_each_sign_in_has_a_new_key_and_a_new_csrf_token(misaki, visitor):
    sign_in(visitor)
    first, old_secret = visitor.cookies[settings.SESSION_COOKIE_NAME].value, visitor.cookies["kyoseki_csrf"].value
    sign_in(visitor)
    assert visitor.cookies[settings.SESSION_COOKIE_NAME].value != first
    assert visitor.cookies["kyoseki_csrf"].value != old_secret
    assert Session.objects.count() == 1


def test_signing_out_ends_the_session_for_whoever_has_its_key(misaki, visitor):
    sign_in(visitor)
    thief = APIClient()
    thief.cookies[settings.SESSION_COOKIE_NAME] = visitor.cookies[settings.SESSION_COOKIE_NAME].value
    answer = visitor.delete(SESSION, HTTP_X_CSRFTOKEN=token(visitor))
    assert answer.status_code == 204
    assert visitor.get("/api/v1/me/").status_code == 401
    assert thief.get("/api/v1/me/").status_code == 401
    assert visitor.delete(SESSION).status_code == 204


@pytest.mark.parametrize("username", ["agatsuma", "nobody", "kudo"])
def test_wrong_words_are_refused_alike_whether_the_account_exists_or_not(misaki, visitor, username):
    answer = sign_in(visitor, username=username, password="wrong")
    assert (answer.status_code, answer.json()["code"]) == (401, "sign_in_failed")
    assert answer.json()["title"] == "ユーザー名かパスワードが違います。"
    assert settings.SESSION_COOKIE_NAME not in answer.cookies


def test_the_refusal_speaks_the_browsers_language(misaki, visitor):
    answer = sign_in(visitor, password="wrong", HTTP_ACCEPT_LANGUAGE="en-GB,en;q=0.8")
    assert answer.json()["detail"] == "The user name or the password is not right."


def test_who_left_or_was_put_out_of_use_does_not_get_in(hall, misaki, visitor):
    Account.objects.filter(pk=misaki.pk).update(is_active=False)
    assert sign_in(visitor).status_code == 401
    Account.objects.filter(pk=misaki.pk).update(is_active=True)
    person = hall.people["agatsuma"]
    person.active_to = MONDAY - timedelta(days=1)
    person.save()
    assert sign_in(visitor).status_code == 401


@pytest.mark.parametrize("headers", [{}, {"HTTP_X_CSRFTOKEN": "x" * 64}])
def test_signing_in_needs_the_csrf_token(misaki, visitor, headers):
    visitor.get(SESSION)
    answer = visitor.post(SESSION, {"username": "agatsuma", "password": PASSWORD}, **headers)
    assert (answer.status_code, answer.json()["code"]) == (403, "csrf_failed")
    assert not Session.objects.exists()


def test_a_foreign_origin_is_refused(misaki, visitor):
    sign_in(visitor)
    answer = visitor.delete(SESSION, HTTP_X_CSRFTOKEN=token(visitor), HTTP_ORIGIN="https://elsewhere.example")
    assert (answer.status_code, answer.json()["code"]) == (403, "csrf_failed")
    assert visitor.get("/api/v1/me/").status_code == 200


@pytest.mark.parametrize(
    "body",
    [None, [], "x", {}, {"username": "agatsuma"}, {"username": None, "password": 3}, {"username": "a" * 151},
     {"username": "agatsuma", "password": "x" * 513}, {"username": {"a": 1}, "password": ["x"]}],
)  # fmt: skip
def test_what_is_no_sign_in_is_told_so(misaki, visitor, body):
    answer = visitor.post(SESSION, json.dumps(body), content_type="application/json", HTTP_X_CSRFTOKEN=token(visitor))
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_input")


def test_ten_failures_of_one_account_make_it_wait_and_say_how_long(misaki, visitor, monday_morning):
    for _ in range(10):
        assert sign_in(visitor, password="wrong").status_code == 401
    monday_morning.shift(timedelta(minutes=5))
    answer = sign_in(visitor)
    assert (answer.status_code, answer.json()["code"]) == (429, "throttled")
    assert answer.json()["retry_after_seconds"] == 600
    assert answer["Retry-After"] == "600"
    assert answer.json()["detail"] == "回数が多すぎます。しばらく待ってから、もう一度お試しください。"
    monday_morning.shift(timedelta(minutes=10, seconds=1))
    assert sign_in(visitor).status_code == 200


def test_a_success_makes_the_accounts_count_begin_anew(misaki, visitor):
    for _ in range(3):
        for _ in range(9):
            assert sign_in(visitor, password="wrong").status_code == 401
        assert sign_in(visitor).status_code == 200


def test_only_failures_count_against_an_address(misaki, visitor):
    for _ in range(20):
        assert sign_in(visitor).status_code == 200
    assert SignInCount.objects.get(key="address:127.0.0.1").failures == 0


def test_a_hundred_failures_from_one_address_make_it_wait_whatever_the_names(misaki, visitor, monkeypatch):
    monkeypatch.setattr("access.services.signing_in.who_vouches", lambda account, **said: None)
    statuses = [sign_in(visitor, username=f"guess{number}").status_code for number in range(101)]
    assert statuses == [401] * 100 + [429]
    elsewhere = sign_in(visitor, username="guess0", REMOTE_ADDR="192.0.2.9")
    assert elsewhere.status_code == 401


def test_the_nightly_job_removes_what_is_over(misaki, visitor, monday_morning):
    sign_in(visitor, password="wrong")
    sign_in(visitor)
    monday_morning.shift(timedelta(minutes=16))
    tidy_sign_ins(timestamp=0)
    assert (SignInCount.objects.count(), Session.objects.count()) == (0, 1)
    monday_morning.shift(timedelta(days=14))
    tidy_sign_ins(timestamp=0)
    assert not Session.objects.exists()


def test_signing_in_failing_and_signing_out_are_on_record(misaki, visitor):
    sign_in(visitor, password="wrong")
    sign_in(visitor)
    visitor.delete(SESSION, HTTP_X_CSRFTOKEN=token(visitor))
    events = list(events_of("account", misaki.pk))
    assert [(event.kind, event.actor_name) for event in events] == [
        ("account.sign_in_failed", ""),
        ("account.signed_in", "我妻 美咲"),
        ("account.signed_out", "我妻 美咲"),
    ]
    assert {event.source_address for event in events} == {"127.0.0.1"}
    assert all(event.request_id for event in events)
