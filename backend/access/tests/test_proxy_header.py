"""A header of the reverse proxy: believed from the proxy alone, and only where the settings want it."""

from datetime import timedelta
from ipaddress import ip_network

import pytest
from django.conf import settings as django_settings
from django.test import Client

from access.models import Session
from audit.models import Event
from audit.selectors import events_of
from people.models import Account, Person
from tests.fixtures.cast import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

PROXY, ELSEWHERE = "192.0.2.10", "192.0.2.66"
LOGIN, ME = "/accounts/proxy/login/", "/api/v1/me/"


@pytest.fixture
def behind_a_proxy(settings):
    settings.PROXY_HEADER = "HTTP_X_REMOTE_USER"
    settings.PROXY_ADDRESSES = [ip_network(PROXY)]
    settings.PROXY_DOMAINS = ["CITY.EXAMPLE"]
    settings.MIDDLEWARE = [*settings.MIDDLEWARE[:1], "access.api.proxy.ProxyHeaderMiddleware", *settings.MIDDLEWARE[1:]]


@pytest.fixture
def visitor():
    return Client()


def ask(visitor, address, *, user=None, peer=PROXY):
    headers = {} if user is None else {"HTTP_X_REMOTE_USER": user}
    return visitor.get(address, REMOTE_ADDR=peer, **headers)


@pytest.mark.parametrize("name", ["agatsuma", "AGATSUMA", "agatsuma@CITY.EXAMPLE"])
def test_who_the_proxy_names_is_signed_in(hall, behind_a_proxy, visitor, name):
    hall.account("agatsuma")
    answer = ask(visitor, f"{LOGIN}?next=/book", user=name)
    assert (answer.status_code, answer["Location"]) == (302, "/book")
    assert ask(visitor, ME).json()["username"] == "agatsuma"
    assert Session.objects.get().way == "proxy"


@pytest.mark.parametrize("name", ["nobody", "", "agatsuma@ELSEWHERE.EXAMPLE", "agatsuma, kudo", "breakglass", "left"])
def test_whom_we_do_not_know_gets_no_session_and_no_account(hall, behind_a_proxy, visitor, name):
    hall.account("agatsuma")
    Account.objects.create(username="breakglass", password="!", roles=["it"])
    left = hall.account("kudo")
    Account.objects.filter(pk=left.pk).update(username="left")
    Person.objects.filter(pk=left.person_id).update(active_to=MONDAY - timedelta(days=1))
    before = (Account.objects.count(), Person.objects.count())
    answer = ask(visitor, LOGIN, user=name)
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in?refused=unknown_account")
    assert not Session.objects.exists()
    assert (Account.objects.count(), Person.objects.count()) == before
    assert Event.objects.filter(kind="account.sign_in_failed", after__way="proxy").count() == 1


@pytest.mark.parametrize("address", [LOGIN, ME, "/"])
def test_from_any_other_address_the_header_is_refused_and_noted_once(hall, behind_a_proxy, visitor, address):
    hall.account("agatsuma")
    for _ in range(3):
        answer = ask(visitor, address, user="agatsuma", peer=ELSEWHERE)
        assert (answer.status_code, answer.json()["code"]) == (400, "proxy_header_refused")
    (event,) = events_of("account", 0)
    assert (event.kind, event.source_address) == ("account.proxy_header_refused", ELSEWHERE)
    assert not Session.objects.exists()


def test_a_forwarded_address_does_not_make_anybody_the_proxy(hall, behind_a_proxy, visitor):
    answer = visitor.get(LOGIN, REMOTE_ADDR=ELSEWHERE, HTTP_X_FORWARDED_FOR=PROXY, HTTP_X_REMOTE_USER="agatsuma")
    assert answer.status_code == 400


def test_without_the_setting_the_header_says_nothing(hall, visitor):
    hall.account("agatsuma")
    assert ask(visitor, LOGIN, user="agatsuma").status_code == 404
    assert ask(visitor, ME, user="agatsuma").status_code == 401


def test_a_session_by_the_proxy_ends_where_it_names_somebody_else(hall, behind_a_proxy, visitor):
    hall.account("agatsuma")
    hall.account("kudo")
    ask(visitor, LOGIN, user="agatsuma")
    assert ask(visitor, ME, user="agatsuma").status_code == 200
    assert ask(visitor, ME, user="kudo").status_code == 401
    ask(visitor, LOGIN, user="kudo")
    assert ask(visitor, ME, user="kudo").json()["username"] == "kudo"


def test_who_has_to_show_a_second_factor_is_asked_for_it(hall, behind_a_proxy, visitor, settings):
    settings.SECOND_FACTOR_ROLES = frozenset({"it"})
    Account.objects.filter(pk=hall.account("agatsuma").pk).update(roles=["it"])
    assert ask(visitor, LOGIN, user="agatsuma")["Location"] == "/sign-in"
    assert django_settings.SESSION_COOKIE_NAME in visitor.cookies
    assert ask(visitor, ME).status_code == 401


def test_the_ways_in_name_the_proxy(behind_a_proxy, visitor):
    ways = visitor.get("/api/v1/session/").json()["ways"]
    assert {"way": "proxy", "name": "", "address": LOGIN} in ways
