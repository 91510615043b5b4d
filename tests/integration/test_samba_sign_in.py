"""Signing in with the passwords of a real Active Directory, after a run has made the people."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from rest_framework.test import APIClient

from access import directory_bind
from access.models import Session
from directory.services.running import run_directory
from integrations.directory import open_directory
from integrations.directory.tests.contract import PEOPLE
from people.models import Account
from tests.factories.active_directory import PASSWORD, change, person_dn, place_of, quoted, someone, user
from tests.fixtures.samba import Domain, DomainController
from tests.integration.test_samba_directory import city

pytestmark = pytest.mark.django_db

MISAKI = PEOPLE[2]
DN = person_dn(MISAKI)
ANOTHER = "Another-2026!"


@pytest.fixture(scope="module")
def domain(start_domain: Domain) -> Iterator[DomainController]:
    with start_domain() as controller:
        yield controller


@pytest.fixture
def sync(domain: DomainController, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """`sync()` reads the domain; people sign in there from the beginning on."""
    found = city(domain)
    settings.DIRECTORY = replace(found, sign_in=replace(found.sign_in, enabled=True))
    settings.DIRECTORY_PASSWORD = PASSWORD
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    monkeypatch.setattr(directory_bind, "_memories", {})

    def read() -> None:
        assert run_directory(directory=open_directory(settings.DIRECTORY, PASSWORD)).state in {"applied", "unchanged"}

    read()
    return read


@pytest.fixture
def undone(domain: DomainController) -> Iterator[Callable[[str, str], None]]:
    """`undone(change, back)` changes the domain, and back when the test is over."""
    later: list[str] = []

    def changing(now: str, back: str) -> None:
        later.append(back)
        domain.modify(now)

    yield changing
    for back in reversed(later):
        domain.modify(back)


def signs_in(username: str, password: str = PASSWORD) -> int:
    return APIClient().post("/api/v1/session/", {"username": username, "password": password}).status_code


@pytest.mark.usefixtures("sync")
def test_a_right_password_opens_a_session_by_the_directory() -> None:
    assert signs_in(MISAKI.id) == 200
    assert Session.objects.get().way == "directory"


@pytest.mark.usefixtures("sync")
@pytest.mark.parametrize("password", ["wrong", ANOTHER, PASSWORD.lower(), " "])
def test_a_wrong_password_opens_nothing(password: str) -> None:
    assert signs_in(MISAKI.id, password) == signs_in("nobody", password)
    assert not Session.objects.exists()


@pytest.mark.usefixtures("sync")
@pytest.mark.parametrize("username", ["*", "s00000*", "s000003)(cn=*", "s000009", "kyoseki", "Administrator", "krbtgt"])
def test_a_filter_for_a_name_and_who_is_not_on_the_roll_come_to_nothing(username: str) -> None:
    assert signs_in(username) == 401
    assert not Session.objects.exists()


@pytest.mark.parametrize(
    ("attribute", "value", "back"),
    [
        ("userAccountControl", "514", "512"),  # disabled, and no run has seen it yet
        ("pwdLastSet", "0", "-1"),  # the password has to be changed first
        ("accountExpires", "116444736000000000", "0"),  # in 1970
    ],
)
def test_an_account_that_the_domain_does_not_let_in_comes_in_nowhere(
    sync: Callable[[], None], undone: Callable[[str, str], None], attribute: str, value: str, back: str
) -> None:
    undone(change(DN, replace={attribute: value}), change(DN, replace={attribute: back}))
    assert signs_in(MISAKI.id) == 401
    assert not Session.objects.exists()


def test_a_renamed_account_comes_in_by_its_new_name_once_a_run_has_seen_it(
    sync: Callable[[], None], undone: Callable[[str, str], None]
) -> None:
    name = "sAMAccountName"
    undone(change(DN, replace={name: "misaki"}), change(DN, replace={name: MISAKI.id}))
    assert signs_in("misaki") == signs_in(MISAKI.id) == 401
    sync()
    assert (signs_in("misaki"), signs_in(MISAKI.id)) == (200, 401)
    assert Account.objects.filter(username="misaki", person__number=MISAKI.number).exists()


def test_a_name_given_to_somebody_else_opens_nobodys_account(
    sync: Callable[[], None], domain: DomainController, undone: Callable[[str, str], None]
) -> None:
    undone(change(DN, replace=_names("misaki")), change(DN, replace=_names(MISAKI.id)))
    dn = f"CN=別人 某,{place_of('030202')}"
    domain.add(user(replace(someone("000011", "別人 某", "030202"), id=MISAKI.id, mail=MISAKI.mail), dn))
    # The password is that other person's, the account with this name still the one of 我妻.
    assert signs_in(MISAKI.id) == 401
    sync()
    assert signs_in(MISAKI.id) == 200
    assert Session.objects.filter(account__person__number="000011").exists()
    domain.modify(change(dn, replace=_names("s000011")))


def _names(name: str) -> dict[str, str]:
    return {"sAMAccountName": name, "userPrincipalName": f"{name}@city.example.jp"}


def test_a_changed_password_ends_sessions_at_the_next_run(
    sync: Callable[[], None], undone: Callable[[str, str], None]
) -> None:
    assert signs_in(MISAKI.id) == 200
    Session.objects.update(created_at=Session.objects.get().created_at.replace(year=2020))
    key = "unicodePwd"
    undone(change(DN, replace={key: quoted(ANOTHER)}), change(DN, replace={key: quoted(PASSWORD)}))
    sync()
    assert not Session.objects.exists()
    # The former one is taken for an hour, by Samba as by Windows (OldPasswordAllowedPeriod).
    assert (signs_in(MISAKI.id, ANOTHER), signs_in(MISAKI.id, "neither")) == (200, 401)
