"""Signing in by an OpenID provider: a real one (oidc-provider) beside the served product."""

from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import requests

from access.models import ExternalIdentity, RoundTrip, Session
from audit.models import Event
from people.models import Account
from tests.factories.hall import Hall
from tests.fixtures.federated import Federated, follow, served_beside
from tests.fixtures.served import free_port

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

FAULTS = ["foreign_key", "changed", "unsigned", "audience", "issuer", "expired", "nonce", "no_nonce", "cancelled"]
REFUSED = "/sign-in?refused=provider_refused"
NOT_OURS = [
    "", "login/", "logout/", "signup/", "email/", "password/reset/", "password/change/", "inactive/", "confirm-email/",
    "reauthenticate/", "3rdparty/", "3rdparty/login/cancelled/", "3rdparty/login/error/", "social/connections/",
    "social/signup/", "oidc/", "oidc/login/callback/", "saml/", "saml/logout/", "saml/other/login/", "other/login/",
    "google/login/",
]  # fmt: skip
UNKNOWN = "/sign-in?refused=unknown_account"


@pytest.fixture
def visitor() -> requests.Session:
    return requests.Session()


def test_a_person_comes_in_to_where_she_wanted_to_go(federated: Federated, hall: Hall, visitor: requests.Session):
    federated.next_comes("agatsuma")
    ended = federated.by_oidc(visitor, "?next=%2Fbookings%3Flist%3Dpast")
    assert ended.headers["Location"] == "/bookings?list=past"
    assert federated.whose(visitor) == hall.people["agatsuma"].name
    session = Session.objects.get()
    assert (session.way, session.pending, session.account) == ("oidc", False, hall.account("agatsuma"))
    assert Event.objects.get(kind="account.signed_in").after == {"way": "oidc"}
    assert not RoundTrip.objects.exists()
    assert "kyoseki_round_trip" not in visitor.cookies


def test_who_is_bound_stays_found_by_the_subject_and_a_name_given_on_opens_nothing(
    federated: Federated, hall: Hall, visitor: requests.Session
):
    federated.next_comes("agatsuma", subject="one")
    federated.by_oidc(visitor)
    assert ExternalIdentity.objects.get().subject == "one"
    federated.next_comes("renamed-there", subject="one")
    again = requests.Session()
    assert federated.by_oidc(again).headers["Location"] == "/"
    assert federated.whose(again) == hall.people["agatsuma"].name
    federated.next_comes("agatsuma", subject="two")
    another = requests.Session()
    assert federated.by_oidc(another).headers["Location"] == UNKNOWN
    assert federated.whose(another) is None


def test_a_second_factor_of_ours_still_follows(federated: Federated, hall: Hall, visitor: requests.Session):
    Account.objects.filter(username="yamada").update(roles=["crisis"])
    federated.next_comes("yamada")
    assert federated.by_oidc(visitor, "?next=%2Fplan").headers["Location"] == "/sign-in?to=%2Fplan"
    assert federated.whose(visitor) is None
    assert Session.objects.get().pending


def test_providers_that_are_away_are_said_to_be(
    django_db_setup: None, hall: Hall, tmp_path: Path, visitor: requests.Session
):
    with served_beside(tmp_path, oidc=free_port(), saml=free_port()) as there:
        ends = [
            visitor.get(f"{there.address}/accounts/{way}/login/", allow_redirects=False, timeout=30).headers["Location"]
            for way in ("oidc", "saml")
        ]
    assert ends == ["/sign-in?refused=provider_unavailable"] * 2


def test_nobody_is_made_and_unknown_looks_the_same_as_left(federated: Federated, hall: Hall):
    Account.objects.create(username="break-glass", password="!")
    Account.objects.filter(username="kudo").update(is_active=False)
    before = Account.objects.count()
    ends = {}
    for name in ("nobody-here", "break-glass", "kudo", "agatsuma@elsewhere.example"):
        federated.next_comes(name, subject=f"of-{name}")
        ends[name] = federated.by_oidc(requests.Session()).headers["Location"]
    assert set(ends.values()) == {UNKNOWN}
    assert (Account.objects.count(), Session.objects.count(), ExternalIdentity.objects.count()) == (before, 0, 0)
    refusals = Event.objects.filter(kind="account.sign_in_failed")
    assert {(event.after or {}).get("reason") for event in refusals} == {"provider_unknown"}


def test_a_domain_of_the_settings_is_cut_off(federated: Federated, hall: Hall, visitor: requests.Session):
    federated.next_comes("Agatsuma@City.example")
    federated.by_oidc(visitor)
    assert federated.whose(visitor) == hall.people["agatsuma"].name


def test_an_answer_that_is_not_right_opens_nothing(federated: Federated, hall: Hall):
    ends = {}
    for fault in FAULTS:
        federated.next_comes("agatsuma", fault=fault)
        ends[fault] = federated.by_oidc(requests.Session()).headers["Location"]
    assert ends == dict.fromkeys(FAULTS, REFUSED)
    assert (Session.objects.count(), ExternalIdentity.objects.count()) == (0, 0)


def test_the_way_back_counts_once_in_the_browser_that_went(federated: Federated, hall: Hall):
    federated.next_comes("agatsuma")
    browser, stranger = requests.Session(), requests.Session()
    asked = f"{federated.address}/accounts/oidc/login/"
    sent = browser.get(asked, allow_redirects=False, timeout=10).headers["Location"]
    question = parse_qs(urlsplit(sent).query)
    assert (question["code_challenge_method"], len(question["nonce"][0])) == (["S256"], 32)
    there = follow(browser, sent, until="/auth/")
    way_back = there.headers["Location"]
    changed = way_back.replace(question["state"][0], "another-state")
    ends = [
        one.get(address, allow_redirects=False, timeout=30).headers["Location"]
        for one, address in ((stranger, way_back), (browser, changed), (browser, way_back), (browser, way_back))
    ]
    assert ends == [REFUSED, REFUSED, "/", REFUSED]


def test_nobody_is_sent_to_another_site(federated: Federated, hall: Hall):
    federated.next_comes("agatsuma")
    for wanted in ("https://evil.example/", "//evil.example", "/\\evil.example", "/api/v1/me/"):
        asked = f"?{urlencode({'next': wanted})}"
        assert federated.by_oidc(requests.Session(), asked).headers["Location"] == "/"


def test_the_address_adds_nothing_to_what_is_asked(federated: Federated, hall: Hall, visitor: requests.Session):
    asked = f"{federated.address}/accounts/oidc/login/?scope=offline_access&auth_params=prompt%3Dnone&process=connect"
    sent = visitor.get(asked, allow_redirects=False, timeout=10).headers["Location"]
    question = parse_qs(urlsplit(sent).query)
    assert set(question["scope"][0].split()) == {"openid", "profile"}
    assert "prompt" not in question


def test_nothing_else_of_allauth_answers(federated: Federated, hall: Hall):
    answered = [
        (method, address)
        for address in NOT_OURS
        for method in ("GET", "POST")
        if requests.request(
            method, f"{federated.address}/accounts/{address}", allow_redirects=False, timeout=10
        ).status_code
        not in {403, 404}
    ]
    assert answered == []


def test_the_sign_in_page_hears_of_the_ways_and_answers_keep_their_headers(federated: Federated, hall: Hall):
    state = requests.get(f"{federated.address}/api/v1/session/", timeout=10).json()
    assert [way["address"] for way in state["ways"] if way["way"] in {"oidc", "saml"}] == [
        "/accounts/oidc/login/",
        "/accounts/saml/login/",
    ]
    answer = requests.get(f"{federated.address}/accounts/oidc/login/", allow_redirects=False, timeout=10)
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'")
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "Path=/accounts/" in cookie
