"""Signing in with the directory's passwords, on a real slapd with the demonstration hall's people."""

import statistics
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from rest_framework.test import APIClient

from access import directory_bind
from access.models import Session
from access.services.ending import end_directory_sessions
from access.sign_in import Identity
from audit.models import Event
from core import clock
from integrations.directory import open_directory
from people.models import Account, Person
from tests.fixtures.cast import MONDAY
from tests.fixtures.slapd import slapd_settings
from tests.fixtures.unreliable import unreliable_wire
from tools.slapd import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

HALL = Path(__file__).parents[2] / "demonstration" / "hall" / "directory.ldif"
MISAKI, SOMEBODY_ELSE, RENAMED = "s011026", "s011029", "misaki"
OF_EVERYBODY = "kyoseki"


@pytest.fixture(scope="module")
def slapd(slapd_of):
    with slapd_of(HALL) as server:
        yield server


@pytest.fixture(scope="module")
def read(slapd, slapd_authority):
    """What the directory says of its people, by the name they sign in with."""
    return {one.id: one for one in open_directory(slapd_settings(slapd, slapd_authority), PASSWORD).read().people}


@pytest.fixture(autouse=True)
def directory(slapd, slapd_authority, settings, monkeypatch):
    """People sign in at this server; what the process remembers of servers is the test's own."""
    found = slapd_settings(slapd, slapd_authority, "timeout_seconds = 1")
    settings.DIRECTORY = replace(found, sign_in=replace(found.sign_in, enabled=True))
    settings.DIRECTORY_PASSWORD = PASSWORD
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    monkeypatch.setattr(directory_bind, "_memories", {})
    return settings.DIRECTORY


@pytest.fixture
def changed(slapd_of, slapd_authority, settings):
    """Another server to sign in at, on which 我妻 is renamed and 渡邉 locked; answers its people by name."""
    text = HALL.read_text("utf-8")
    for before in (f"uid={MISAKI},", f"uid: {MISAKI}"):
        text = text.replace(before, before.replace(MISAKI, RENAMED))
    entries = text.split("\n\n")
    (at,) = [at for at, entry in enumerate(entries) if f"uid: {SOMEBODY_ELSE}" in entry]
    entries[at] = entries[at].replace("userPassword: kyoseki", "userPassword: {SSHA}!")
    with slapd_of("\n\n".join(entries)) as server:
        found = slapd_settings(server, slapd_authority)
        settings.DIRECTORY = replace(found, sign_in=replace(found.sign_in, enabled=True))
        yield {one.id: one for one in open_directory(found, PASSWORD).read().people}


@pytest.fixture
def misaki(hall, read):
    """我妻 of the small hall, as the directory knows her."""
    return is_in_directory(hall, "agatsuma", read[MISAKI])


def is_in_directory(hall, name, entry):
    Person.objects.filter(pk=hall.person(name)).update(
        directory_id=entry.id, directory_uuid=entry.uuid, number=entry.number
    )
    account = hall.account(name)
    account.username = entry.id
    account.set_unusable_password()
    account.save()
    return Account.objects.get(pk=account.pk)


def sign_in(username: str, password: str = OF_EVERYBODY) -> Any:
    browser = APIClient()
    token = browser.get("/api/v1/session/").json()["csrf_token"]
    return browser.post("/api/v1/session/", {"username": username, "password": password}, HTTP_X_CSRFTOKEN=token)


def refusals() -> list[str]:
    failed = Event.objects.filter(kind="account.sign_in_failed").order_by("pk")
    return [after["reason"] for after in failed.values_list("after", flat=True) if after]


def at(settings, address, **changes):
    settings.DIRECTORY = replace(settings.DIRECTORY, servers=(address,), **changes)


@pytest.mark.parametrize("typed", [MISAKI, MISAKI.upper(), f" {MISAKI} "])
def test_the_directorys_password_opens_a_session_of_its_way(misaki, typed):
    answer = sign_in(typed)
    assert (answer.status_code, answer.json()["signed_in"]) == (200, True)
    assert Session.objects.get().way == "directory"
    assert Event.objects.get(kind="account.signed_in").after == {"way": "directory"}


def test_by_start_tls_too(misaki, slapd, settings):
    at(settings, slapd.plain, start_tls=True)
    assert sign_in(MISAKI).status_code == 200


def test_nothing_is_made_and_nothing_is_taken_over(misaki):
    before = (Account.objects.count(), Person.objects.count(), Person.objects.get(pk=misaki.person_id).name)
    sign_in(MISAKI)
    sign_in(SOMEBODY_ELSE)
    assert (Account.objects.count(), Person.objects.count(), Person.objects.get(pk=misaki.person_id).name) == before
    assert Account.objects.get(pk=misaki.pk).last_login == clock.now()


@pytest.mark.parametrize(
    ("username", "password", "reason"),
    [
        (MISAKI, "wrong", "password"),
        (SOMEBODY_ELSE, OF_EVERYBODY, "unknown"),  # in the directory, and not brought over yet
        ("nobody", OF_EVERYBODY, "unknown"),
        (f"{MISAKI})(uid=*", OF_EVERYBODY, "unknown"),
        ("s01102*", OF_EVERYBODY, "unknown"),
        ("%(user)s", OF_EVERYBODY, "unknown"),
    ],
)
def test_everything_else_is_refused_with_the_same_answer(misaki, username, password, reason):
    answer = sign_in(username, password)
    assert (answer.status_code, answer.json()["code"]) == (401, "sign_in_failed")
    assert refusals() == [reason]
    assert not Session.objects.exists()


@pytest.mark.parametrize("empty", ["", "\x00"])
def test_an_empty_password_never_binds(misaki, directory, empty):
    assert sign_in(MISAKI, empty).status_code == 400
    assert not directory_bind.bind(directory, PASSWORD, username=MISAKI, password="", identity=Identity())


def test_a_leaver_stays_out_although_the_directory_would_bind(misaki):
    Person.objects.filter(pk=misaki.person_id).update(active_to=MONDAY - timedelta(days=1))
    assert sign_in(MISAKI).status_code == 401
    assert refusals() == ["left"]


def test_an_account_out_of_use_stays_out(misaki):
    Account.objects.filter(pk=misaki.pk).update(is_active=False)
    assert sign_in(MISAKI).status_code == 401


def test_an_entry_without_a_usable_password_stays_out(hall, changed):
    is_in_directory(hall, "kudo", changed[SOMEBODY_ELSE])
    assert sign_in(SOMEBODY_ELSE).status_code == 401
    assert refusals() == ["password"]


def test_a_name_given_to_somebody_else_opens_nothing(hall, read):
    """The name is another person's by now, who knows its password; the sync has not been here yet."""
    account = is_in_directory(hall, "agatsuma", read[MISAKI])
    Person.objects.filter(pk=account.person_id).update(directory_uuid=read[SOMEBODY_ELSE].uuid)
    assert sign_in(MISAKI).status_code == 401
    Person.objects.filter(pk=account.person_id).update(directory_uuid=None, number="999999")
    assert sign_in(MISAKI).status_code == 401
    assert refusals() == ["password", "password"]


def test_a_renamed_person_signs_in_by_the_new_name_once_it_is_brought_over(hall, changed):
    account = is_in_directory(hall, "agatsuma", changed[RENAMED])
    Account.objects.filter(pk=account.pk).update(username=MISAKI)
    assert [sign_in(name).status_code for name in (MISAKI, RENAMED)] == [401, 401]
    Account.objects.filter(pk=account.pk).update(username=RENAMED)
    assert [sign_in(name).status_code for name in (MISAKI, RENAMED)] == [401, 200]


def test_a_local_password_comes_first_and_alone(misaki, settings):
    misaki.set_password("break the glass now")
    misaki.save()
    assert sign_in(MISAKI).status_code == 401
    assert sign_in(MISAKI, "break the glass now").status_code == 200
    assert Session.objects.get().way == "password"


def test_while_the_directory_is_down_local_accounts_alone_come_in(misaki, settings):
    at(settings, "ldaps://127.0.0.1:1")
    glass = Account.objects.create(username="breakglass", roles=["it"])
    glass.set_password("break the glass now")
    glass.save()
    assert sign_in("breakglass", "break the glass now").status_code == 200
    for username in (MISAKI, "nobody", "breakglass"):
        answer = sign_in(username, "wrong")
        assert (answer.status_code, answer.json()["code"]) == (503, "directory_unavailable")
    assert refusals() == ["directory_unavailable"] * 3


def test_a_server_that_is_down_is_passed_over(misaki, slapd, settings):
    settings.DIRECTORY = replace(settings.DIRECTORY, servers=("ldaps://127.0.0.1:1", slapd.tls))
    assert [sign_in(MISAKI).status_code for _ in range(2)] == [200, 200]


def test_a_server_that_stands_still_is_waited_for_once(misaki, slapd, settings):
    port = int(slapd.tls.rpartition(":")[2])
    with unreliable_wire(("127.0.0.1", port), delay=30) as wire:
        at(settings, f"ldaps://127.0.0.1:{wire.port}")
        began = time.monotonic()
        statuses = [sign_in(MISAKI).status_code for _ in range(5)]
        assert statuses == [503] * 5
        assert time.monotonic() - began < 4
        assert wire.connections == 1


def test_a_certificate_that_is_not_trusted_is_no_directory(misaki, settings):
    settings.DIRECTORY = replace(settings.DIRECTORY, ca_file=None)
    assert sign_in(MISAKI).status_code == 503


def test_our_own_wrong_password_is_nobodys_refusal_and_tried_once(misaki, slapd, settings):
    settings.DIRECTORY = replace(settings.DIRECTORY, servers=(slapd.tls, slapd.socket))
    settings.DIRECTORY_PASSWORD = "wrong"
    assert sign_in(MISAKI).status_code == 503


def test_passwords_are_not_tried_without_end(misaki):
    statuses = [sign_in(MISAKI, "wrong").status_code for _ in range(11)]
    assert statuses == [401] * 10 + [429]
    assert sign_in(MISAKI).status_code == 429
    assert refusals() == ["password"] * 10 + ["throttled"]


def test_a_password_changed_in_the_directory_ends_the_sessions_it_opened(misaki, monday_morning):
    sign_in(MISAKI)
    monday_morning.shift(timedelta(hours=1))
    assert end_directory_sessions({misaki.person_id: clock.now() - timedelta(hours=2)}) == 0
    assert end_directory_sessions({misaki.person_id: clock.now()}) == 1
    assert not Session.objects.exists()
    assert Event.objects.get(kind="account.session_ended").after == {"by": "password_changed", "sessions": 1}


def test_an_unknown_name_costs_as_much_as_a_known_one(misaki, directory):
    """The medians of wrong passwords, known and unknown in turn."""
    took: dict[str, list[float]] = {MISAKI: [], "nobody": []}
    for _ in range(40):
        for username, times in took.items():
            began = time.perf_counter()
            directory_bind.bind(directory, PASSWORD, username=username, password="wrong", identity=Identity())
            times.append(time.perf_counter() - began)
    known, unknown = (statistics.median(times) for times in took.values())
    assert 0.6 < unknown / known < 1.6
