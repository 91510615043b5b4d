"""Passkeys over HTTP: a second factor, a way in by themselves, and what is not right in one."""

import pytest
from rest_framework.test import APIClient

from access.models import Passkey, Session
from access.tests.factor_steps import FACTORS, SESSION, code, entered, kinds, set_up_passkey, sign_in
from access.tests.soft_passkey import SoftPasskey
from people.models import Account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning", "quick_hashes")]


def test_a_passkey_is_a_second_factor_and_signs_in_alone(misaki):
    client = entered(misaki)
    passkey, added = set_up_passkey(client)
    assert (added["passkey"]["name"], len(added["recovery_codes"])) == ("公用のPC", 10)
    assert Passkey.objects.get().transports == ["internal"]

    client = APIClient()
    assert sign_in(client).json()["pending"]["factors"] == ["passkey", "recovery_code"]
    options = client.post(f"{SESSION}second-factor/options/").json()["options"]
    assert [known["id"] for known in options["allowCredentials"]] == [passkey.signs(options)["id"]]
    answer = client.post(f"{SESSION}second-factor/", {"passkey": passkey.signs(options)})
    assert (answer.status_code, answer.json()["signed_in"]) == (200, True)

    client = APIClient()
    options = client.post(f"{SESSION}passkey/options/").json()["options"]
    assert options.get("allowCredentials") in (None, [])
    signed = passkey.signs(options)
    answer = client.post(f"{SESSION}passkey/", {"credential": signed})
    assert (answer.status_code, answer.json()["signed_in"]) == (200, True)
    assert client.get("/api/v1/me/").json()["username"] == "agatsuma"
    assert Session.objects.filter(way="passkey", second_factor_at__isnull=False).count() == 1
    again = APIClient().post(f"{SESSION}passkey/", {"credential": signed})
    assert code(again) == (409, "wrong_passkey")


def test_a_passkey_that_does_not_count_is_none_the_worse(misaki):
    passkey, _ = set_up_passkey(entered(misaki), counts=False)
    for _ in range(2):
        client = APIClient()
        options = client.post(f"{SESSION}passkey/options/").json()["options"]
        assert client.post(f"{SESSION}passkey/", {"credential": passkey.signs(options)}).status_code == 200


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": "http://testserver.evil.example"},
        {"verified": False},
        {"challenge": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
        {"counter": -1},
        {"late": 301},
        {"handle": "someone else"},
        {"stranger": True},
        {"person": False},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_an_answer_that_is_not_right_in_everything_opens_nothing_and_says_no_more(misaki, later, wrong):
    passkey, _ = set_up_passkey(entered(misaki))
    client = APIClient()
    options = client.post(f"{SESSION}passkey/options/").json()["options"]
    options["challenge"] = wrong.get("challenge", options["challenge"])
    passkey.counter += wrong.get("counter", 0)
    passkey.handle = wrong.get("handle", passkey.handle)
    later(wrong.get("late", 0))
    if "person" in wrong:
        Account.objects.update(is_active=False)
    signer = SoftPasskey() if "stranger" in wrong else passkey
    shown = {name: wrong[name] for name in ("origin", "verified") if name in wrong}
    answer = client.post(f"{SESSION}passkey/", {"credential": signer.signs(options, **shown)})
    assert code(answer) == (409, "wrong_passkey")
    assert kinds()[-1] == "account.sign_in_failed"


def test_a_challenge_for_one_thing_is_none_for_another_and_none_for_another_browser(misaki):
    client = entered(misaki)
    passkey, _ = set_up_passkey(client)
    waiting, other = APIClient(), APIClient()
    sign_in(waiting)
    sign_in(other)
    for asked_at in (f"{SESSION}passkey/options/", f"{SESSION}second-factor/options/"):
        signed = passkey.signs(other.post(asked_at).json()["options"])
        answer = waiting.post(f"{SESSION}second-factor/", {"passkey": signed})
        assert code(answer) == (409, "wrong_passkey")


def test_bytes_that_are_no_answer_are_refused_and_break_nothing(misaki):
    deep = "gYGB" * 5000
    for credential in (
        {},
        {"rawId": 5},
        {"rawId": "AA", "response": 5, "type": "public-key"},
        {"rawId": "AA", "response": {"clientDataJSON": "e30", "authenticatorData": "AA", "signature": ""}},
    ):
        assert code(APIClient().post(f"{SESSION}passkey/", {"credential": credential})) == (409, "wrong_passkey")
    client = entered(misaki)
    options = client.post(f"{FACTORS}passkeys/options/").json()["options"]
    made = SoftPasskey().made_for(options)
    made["response"]["attestationObject"] = deep
    answer = client.post(f"{FACTORS}passkeys/", {"name": "a", "credential": made})
    assert code(answer) == (409, "wrong_passkey")
