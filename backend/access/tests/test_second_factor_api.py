"""Second factors over HTTP: set up, asked for at the sign-in, shown anew, removed, reset."""

from datetime import timedelta

import pytest
from django.conf import settings
from rest_framework.test import APIClient

from access.models import Authenticator, RecoveryCode, Session, SpentChallenge
from access.sign_in import DirectoryDown
from access.tasks import tidy_sign_ins
from access.tests.factor_steps import (
    FACTORS,
    PASSWORD,
    SESSION,
    code,
    entered,
    kinds,
    set_up_authenticator,
    set_up_passkey,
    sign_in,
)
from audit.models import Event
from core import clock
from people.models import Account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning", "quick_hashes")]


def test_without_a_factor_the_password_is_enough(misaki):
    answer = sign_in(APIClient())
    assert (answer.json()["signed_in"], answer.json()["pending"]) == (True, None)


def test_an_authenticator_is_asked_for_at_the_next_sign_in(misaki, later):
    app, codes = set_up_authenticator(entered(misaki))
    assert len(codes) == 10
    later(60)
    client = APIClient()
    answer = sign_in(client)
    assert (answer.json()["signed_in"], answer.json()["pending"]) == (
        False,
        {"factors": ["authenticator", "recovery_code"], "must_set_up": False},
    )
    assert client.get("/api/v1/me/").status_code == 401
    before = client.cookies[settings.SESSION_COOKIE_NAME].value
    shown = client.post(f"{SESSION}second-factor/", {"code": app.at(clock.now())})
    assert (shown.status_code, shown.json()["signed_in"], shown.json()["pending"]) == (200, True, None)
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != before
    assert client.get("/api/v1/me/").json()["username"] == "agatsuma"
    assert Session.objects.filter(pending=True).count() == 0
    assert kinds()[-1] == "account.signed_in"


def test_the_secret_is_not_readable_in_the_table_and_survives_a_new_secret_key(misaki, later, settings):
    app, _ = set_up_authenticator(entered(misaki))
    assert app.secret.encode() not in bytes(Authenticator.objects.get().secret)
    later(60)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another secret key of the product, long enough to be one"
    client = APIClient()
    sign_in(client)
    assert client.post(f"{SESSION}second-factor/", {"code": app.at(clock.now())}).status_code == 200
    settings.SECRET_KEY_FALLBACKS = []
    later(60)
    client = APIClient()
    sign_in(client)
    assert client.post(f"{SESSION}second-factor/", {"code": app.at(clock.now())}).status_code == 200


def test_a_code_opens_once_and_no_earlier_one_after_it(misaki, later):
    app, _ = set_up_authenticator(entered(misaki))
    later(60)
    now = clock.now()
    first, second = APIClient(), APIClient()
    sign_in(first)
    sign_in(second)
    assert first.post(f"{SESSION}second-factor/", {"code": app.at(now)}).status_code == 200
    for spent in (app.at(now), app.at(now - timedelta(seconds=30))):
        assert code(second.post(f"{SESSION}second-factor/", {"code": spent})) == (409, "wrong_code")
    assert second.get("/api/v1/me/").status_code == 401
    assert second.post(f"{SESSION}second-factor/", {"code": app.at(now + timedelta(seconds=30))}).status_code == 200


@pytest.mark.parametrize(("seconds", "status"), [(-60, 409), (-30, 200), (0, 200), (30, 200), (60, 409)])
def test_a_clock_may_be_a_step_early_or_late(misaki, later, seconds, status):
    app, _ = set_up_authenticator(entered(misaki))
    later(600)
    client = APIClient()
    sign_in(client)
    shown = app.at(clock.now() + timedelta(seconds=seconds))
    assert client.post(f"{SESSION}second-factor/", {"code": f" {shown[:3]} {shown[3:]} "}).status_code == status


def test_a_code_on_paper_opens_once_in_any_writing(misaki, later):
    _, codes = set_up_authenticator(entered(misaki))
    for expected in (200, 409):
        client = APIClient()
        sign_in(client)
        typed = codes[3].upper().replace("-", " ")
        assert client.post(f"{SESSION}second-factor/", {"recovery_code": typed}).status_code == expected
    assert RecoveryCode.objects.filter(used_at__isnull=True).count() == 9
    assert codes[3] not in str(list(RecoveryCode.objects.values()))


def test_ten_wrong_codes_and_the_account_waits_whatever_the_password_says(misaki, later):
    app, _ = set_up_authenticator(entered(misaki))
    later(60)
    client = APIClient()
    for _ in range(10):
        sign_in(client)
        assert code(client.post(f"{SESSION}second-factor/", {"code": "000000"})) == (409, "wrong_code")
    sign_in(client)
    answer = client.post(f"{SESSION}second-factor/", {"code": app.at(clock.now())})
    assert code(answer) == (429, "throttled")
    assert int(answer["Retry-After"]) > 0
    assert kinds().count("account.sign_in_failed") == 10
    assert Event.objects.filter(kind="account.sign_in_failed")[0].after == {"reason": "factor", "way": "password"}


def test_a_second_step_waits_fifteen_minutes(misaki, later):
    app, _ = set_up_authenticator(entered(misaki))
    client = APIClient()
    sign_in(client)
    later(16 * 60)
    assert client.get(SESSION).json()["pending"] is None
    answer = client.post(f"{SESSION}second-factor/", {"code": app.at(clock.now())})
    assert code(answer) == (409, "second_factor_over")


def test_a_sign_in_that_waits_changes_no_factor(misaki, later):
    set_up_authenticator(entered(misaki))
    client = APIClient()
    sign_in(client)
    for method, path in [
        ("get", ""),
        ("post", "prove/"),
        ("post", "authenticator/"),
        ("delete", "authenticator/"),
        ("post", "passkeys/options/"),
        ("post", "recovery-codes/"),
    ]:
        assert getattr(client, method)(f"{FACTORS}{path}").status_code == 401, path


def test_who_has_to_have_a_factor_sets_one_up_first_and_is_signed_in_by_that(misaki, settings):
    settings.SECOND_FACTOR_ROLES = frozenset({"it"})
    misaki.roles = ["it"]
    misaki.save()
    client = APIClient()
    assert sign_in(client).json()["pending"] == {"factors": [], "must_set_up": True}
    assert client.get("/api/v1/me/").status_code == 401
    assert code(client.post(f"{SESSION}second-factor/", {"code": "123456"})) == (409, "wrong_code")
    _, codes = set_up_authenticator(client)
    assert len(codes) == 10
    assert client.get("/api/v1/me/").status_code == 200
    assert client.get(SESSION).json()["pending"] is None
    answer = client.delete(f"{FACTORS}authenticator/")
    assert code(answer) == (409, "factor_demanded")
    set_up_passkey(client)
    assert client.delete(f"{FACTORS}authenticator/").status_code == 204
    assert client.get(FACTORS).json()["demanded"] is True


def test_a_role_given_after_the_sign_in_ends_what_the_password_alone_opened(misaki, settings):
    client = entered(misaki)
    settings.SECOND_FACTOR_ROLES = frozenset({"it"})
    assert client.get("/api/v1/me/").status_code == 200
    Account.objects.filter(pk=misaki.pk).update(roles=["it"])
    assert client.get("/api/v1/me/").status_code == 401


def test_factors_are_changed_only_where_it_was_shown_lately_who_sits_there(misaki, later):
    client = entered(misaki)
    later(11 * 60)
    assert client.get(FACTORS).json() == {
        "demanded": False,
        "fresh": False,
        "proofs": ["password"],
        "authenticator": None,
        "passkeys": [],
        "recovery_codes_left": 0,
    }
    assert code(client.post(f"{FACTORS}authenticator/")) == (409, "proof_needed")
    assert code(client.post(f"{FACTORS}prove/", {"password": "wrong"})) == (409, "proof_wrong")
    assert client.post(f"{FACTORS}prove/", {"password": PASSWORD}).json()["fresh"] is True
    app, _ = set_up_authenticator(client)

    later(11 * 60)
    state = client.get(FACTORS).json()
    assert (state["fresh"], state["proofs"]) == (False, ["authenticator", "recovery_code"])
    assert code(client.delete(f"{FACTORS}authenticator/")) == (409, "proof_needed")
    assert code(client.post(f"{FACTORS}prove/", {"password": PASSWORD})) == (409, "proof_wrong")
    assert client.post(f"{FACTORS}prove/", {"code": app.at(clock.now())}).status_code == 200
    assert len(client.post(f"{FACTORS}recovery-codes/").json()["recovery_codes"]) == 10
    assert client.delete(f"{FACTORS}authenticator/").status_code == 204
    assert RecoveryCode.objects.count() == 0
    assert kinds()[-1] == "account.factor_removed"


def test_a_silent_directory_is_said_when_the_password_is_asked_for_again(misaki, monkeypatch):
    def silent(account, password):
        raise DirectoryDown

    client = entered(misaki)
    monkeypatch.setattr("access.services.second_factor.password_fits", silent)
    assert code(client.post(f"{FACTORS}prove/", {"password": PASSWORD})) == (503, "directory_unavailable")


def test_a_browser_signed_in_before_the_factor_was_set_up_does_not_change_it(misaki):
    elsewhere, client = entered(misaki), entered(misaki)
    set_up_authenticator(client)
    assert elsewhere.get(FACTORS).json()["fresh"] is False
    assert code(elsewhere.delete(f"{FACTORS}authenticator/")) == (409, "proof_needed")
    assert client.get(FACTORS).json()["fresh"] is True


def test_a_passkey_shows_it_too_and_one_of_two_may_go(misaki, later):
    client = entered(misaki)
    passkey, first = set_up_passkey(client)
    set_up_passkey(client, "鍵")
    later(11 * 60)
    options = client.post(f"{FACTORS}prove/options/").json()["options"]
    assert client.post(f"{FACTORS}prove/", {"passkey": passkey.signs(options)}).json()["fresh"] is True
    assert client.delete(f"{FACTORS}passkeys/{first['passkey']['id']}/").status_code == 204
    assert client.delete(f"{FACTORS}passkeys/{first['passkey']['id']}/").status_code == 404
    assert [key["name"] for key in client.get(FACTORS).json()["passkeys"]] == ["鍵"]


def test_one_thing_is_shown_at_a_time(misaki):
    client = entered(misaki)
    for body in ({}, {"code": "123456", "recovery_code": "a"}, {"password": PASSWORD, "code": "1"}):
        assert client.post(f"{FACTORS}prove/", body).status_code == 400
    assert client.post(f"{SESSION}second-factor/", {"password": PASSWORD}).status_code == 400


def test_it_resets_the_factors_of_somebody_else_and_ends_their_sessions(misaki, hall, client_of):
    set_up_authenticator(entered(misaki))
    it = hall.account("kudo")
    it.roles = ["it"]
    it.save()
    helper = client_of(it)
    assert [row["username"] for row in helper.get("/api/v1/access/accounts/?q=Agatsuma").json()["results"]] == [
        "agatsuma"
    ]
    found = helper.get("/api/v1/access/accounts/?q=我妻").json()["results"]
    assert [(row["username"], row["authenticator"], row["passkeys"], row["sessions"]) for row in found] == [
        ("agatsuma", True, 0, 1)
    ]
    answer = helper.post(f"/api/v1/access/accounts/{misaki.pk}/reset-factors/")
    assert (answer.status_code, answer.json()["authenticator"], answer.json()["sessions"]) == (200, False, 0)
    assert kinds()[-1] == "account.factors_reset"
    assert sign_in(APIClient()).json()["signed_in"] is True
    own = helper.post(f"/api/v1/access/accounts/{it.pk}/reset-factors/")
    assert code(own) == (409, "own_factors")


def test_what_is_remembered_of_challenges_goes_at_night(misaki, later):
    set_up_passkey(entered(misaki))
    assert SpentChallenge.objects.count() == 1
    later(60 * 60)
    tidy_sign_ins(0)
    assert SpentChallenge.objects.count() == 0
