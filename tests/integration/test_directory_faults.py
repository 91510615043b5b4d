"""What goes wrong between Kyoseki and a real directory: a run is whole or it is nothing, and says why."""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from access.models import Session
from directory.models import DirectoryRun
from directory.policies.runs import RunPurpose
from directory.services.running import run_directory
from integrations.directory import DirectorySettings, DirectoryUnavailable, Trouble, open_directory
from integrations.directory.settings import directory_settings
from people.models import Account, Department, Person, Post
from tests.factories.active_directory import DEPARTMENTS_BASE, HALL, change
from tests.factories.active_directory import PASSWORD as DOMAIN_PASSWORD
from tests.factories.openldap import BASE, City
from tests.fixtures.certificates import Authority, Pair
from tests.fixtures.samba import Domain, DomainController
from tests.fixtures.unreliable import UnreliableWire, unreliable_wire
from tests.integration.test_samba_directory import city as domain_settings
from tools.slapd import PASSWORD, SLAPD, Slapd, reader_of, slapd_server

pytestmark = pytest.mark.django_db

PAGE = 10
CITY = City(people=300, departments=30)
CHANGED = replace(CITY, without=range(290, 300), promoted=range(150, 160))


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority.make(tmp_path_factory.mktemp("authority"))


Started = Callable[..., Slapd]


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory, authority: Authority) -> Iterator[Started]:
    """`start(city, …)` is a slapd with that city, which ends with the module."""
    if not SLAPD.exists():
        pytest.skip("slapd is not installed; make test installs it for root")

    def started(city: City, *, by: Authority = authority, name: str = "127.0.0.1", expired: bool = False) -> Slapd:
        folder = tmp_path_factory.mktemp("slapd")
        pair = by.certificate(name, expired=expired)
        return running.enter_context(_over(folder / "s", city.write(folder / "city.ldif"), pair))

    with ExitStack() as running:
        yield started


@pytest.fixture(scope="module")
def server(start: Started) -> Slapd:
    return start(CITY)


@pytest.fixture(scope="module")
def changed(start: Started) -> Slapd:
    """The same city on a later day: ten have left, ten were promoted."""
    return start(CHANGED)


def settings_of(address: str, ca_file: Path, **more: Any) -> DirectorySettings:
    written = directory_settings(f"""
        servers = ["{address}"]
        ca_file = "{ca_file}"
        bind_dn = "{reader_of(BASE)}"
        page_size = {PAGE}
        timeout_seconds = 1
        [people]
        base = "ou=people,{BASE}"
        [departments]
        base = "ou=departments,{BASE}"
        [posts]
        base = "ou=posts,{BASE}"
    """)
    return replace(written, **more)


def run(settings: DirectorySettings, password: str = PASSWORD) -> DirectoryRun:
    return run_directory(directory=open_directory(settings, password), purpose=RunPurpose.SYNC)


def everything() -> list[Any]:
    """What a run may change, as it stands."""
    return [list(model.objects.order_by("pk").values_list()) for model in (Department, Person, Post, Account, Session)]


@contextmanager
def wired(server: Slapd, **unreliable: Any) -> Iterator[tuple[UnreliableWire, str]]:
    """A wire to the server, and the address at its near end: a name the certificate is good for."""
    with unreliable_wire(("127.0.0.1", urlsplit(server.tls).port or 0), **unreliable) as wire:
        yield wire, f"ldaps://127.0.0.1:{wire.port}"


def left_and_promoted() -> tuple[int, int]:
    return Person.objects.filter(active_to__isnull=False).count(), Person.objects.filter(title="課長").count()


@pytest.mark.parametrize("share", [0.1, 0.25, 0.5, 0.75, 0.97])
def test_a_wire_cut_in_mid_page_leaves_nothing_half_done(
    server: Slapd, changed: Slapd, authority: Authority, share: float
) -> None:
    run(settings_of(server.tls, authority.ca_file))
    before = everything()
    with wired(changed) as (wire, address):
        open_directory(settings_of(address, authority.ca_file), PASSWORD).read()
        whole = wire.answered
    with wired(changed, cut_after=int(whole * share)) as (wire, address):
        failed = run(settings_of(address, authority.ca_file))
    assert (failed.state, failed.problem["code"]) == ("failed", "directory_unavailable")
    assert wire.answered == int(whole * share)
    assert everything() == before
    assert not failed.changes.exists()
    assert run(settings_of(changed.tls, authority.ca_file)).state == "applied"
    assert left_and_promoted() == (10, 10)


def test_a_server_killed_in_mid_page_leaves_nothing_half_done(
    server: Slapd, start: Started, authority: Authority
) -> None:
    run(settings_of(server.tls, authority.ca_file))
    before = everything()
    doomed = start(CHANGED)
    with wired(doomed, delay=0.02) as (wire, address):
        killer = threading.Thread(target=_kill_once_answering, args=(doomed, wire, 40_000))
        killer.start()
        failed = run(settings_of(address, authority.ca_file))
        killer.join()
    assert (failed.state, failed.problem["code"]) == ("failed", "directory_unavailable")
    assert "page" in failed.problem["detail"]
    assert everything() == before


def _kill_once_answering(doomed: Slapd, wire: UnreliableWire, answered: int) -> None:
    for _step in range(1000):
        if wire.answered > answered:
            break
        threading.Event().wait(0.01)
    doomed.process.send_signal(signal.SIGKILL)


def test_answers_that_come_too_late_are_none(server: Slapd, changed: Slapd, authority: Authority) -> None:
    run(settings_of(server.tls, authority.ca_file))
    before = everything()
    with wired(changed, delay=3) as (_wire, address):
        began = time.monotonic()
        failed = run(settings_of(address, authority.ca_file))
        took = time.monotonic() - began
    assert (failed.state, failed.problem["code"]) == ("failed", "directory_unavailable")
    assert everything() == before
    assert took < 10


def test_answers_that_are_slow_but_in_time_are_good(changed: Slapd, authority: Authority) -> None:
    with wired(changed, delay=0.05) as (_wire, address):
        assert run(settings_of(address, authority.ca_file)).state == "applied"
    assert left_and_promoted() == (0, 10)


@pytest.mark.parametrize(
    "fault", ["another authority", "expired", "expired authority", "another name", "no certificate"]
)
def test_a_server_that_cannot_prove_who_it_is_is_told_nothing(start: Started, tmp_path: Path, fault: str) -> None:
    trusted = Authority.make(tmp_path / "trusted", expired=fault == "expired authority")
    by = Authority.make(tmp_path / "other", name="Another") if fault == "another authority" else trusted
    name = "dc1.city.example" if fault == "another name" else "127.0.0.1"
    server = start(CITY, by=by, name=name, expired=fault == "expired")
    address = server.tls if fault != "no certificate" else f"ldaps:{server.plain.removeprefix('ldap:')}"
    settings = settings_of(address, trusted.ca_file)
    before = everything()
    with pytest.raises(DirectoryUnavailable) as raised:
        open_directory(settings, PASSWORD).read()
    assert raised.value.trouble is Trouble.CERTIFICATE
    assert run(settings).problem["code"] == "directory_unavailable"
    assert everything() == before


def test_an_unchecked_certificate_is_read_and_warned_of(
    start: Started, tmp_path: Path, authority: Authority, caplog: pytest.LogCaptureFixture
) -> None:
    server = start(CITY, by=Authority.make(tmp_path / "other"))
    settings = settings_of(server.tls, authority.ca_file, check_certificate=False)
    assert run(settings).state == "applied"
    assert [record.message for record in caplog.records if "check_certificate" in record.message]


def test_a_wrong_password_is_tried_once(server: Slapd, authority: Authority) -> None:
    before = everything()
    with wired(server) as (wire, address):
        settings = settings_of(address, authority.ca_file, servers=(address, address))
        failed = run(settings, "wrong")
        # One connection looks whether anything listens, one signs in; a second try would lock the account.
        assert wire.connections == 2
    assert (failed.state, failed.problem["code"]) == ("failed", "directory_unavailable")
    assert everything() == before


@pytest.mark.parametrize("limit", ["100", "disabled"])
def test_a_limit_of_size_is_no_small_city(server: Slapd, tmp_path: Path, authority: Authority, limit: str) -> None:
    run(settings_of(server.tls, authority.ca_file))
    before = everything()
    with limited(tmp_path, authority, limit) as address:
        settings = settings_of(address, authority.ca_file)
        with pytest.raises(DirectoryUnavailable) as raised:
            open_directory(settings, PASSWORD).read()
        assert raised.value.trouble is Trouble.SIZE_LIMIT
        assert run(settings).state == "failed"
    assert everything() == before


@contextmanager
def limited(folder: Path, authority: Authority, limit: str) -> Iterator[str]:
    """A slapd that gives its reader no more than so many entries by pages, or no pages at all."""
    pair = authority.certificate("127.0.0.1")
    ldif = CITY.write(folder / "city.ldif")
    with _over(folder / "s", ldif, pair):
        pass
    configuration = folder / "s" / "slapd.conf"
    text = configuration.read_text()
    assert "size.prtotal=unlimited" in text
    configuration.write_text(text.replace("size.prtotal=unlimited", f"size.prtotal={limit}"))
    with _over(folder / "s", ldif, pair) as server:
        yield server.tls


def _over(folder: Path, ldif: Path, pair: Pair) -> AbstractContextManager[Slapd]:
    return slapd_server(folder, ldif, base=BASE, certificate=pair.cert_file, key=pair.key_file)


def test_where_the_first_server_is_down_the_second_answers(server: Slapd, authority: Authority) -> None:
    settings = settings_of(server.tls, authority.ca_file, servers=("ldaps://127.0.0.1:9", server.tls))
    assert run(settings).state == "applied"
    assert Person.objects.count() == CITY.people


def test_a_first_server_that_hangs_does_not_keep_the_second_from_answering(server: Slapd, authority: Authority) -> None:
    with wired(server, delay=30) as (_wire, hanging):
        settings = settings_of(hanging, authority.ca_file, servers=(hanging, server.tls))
        assert run(settings).state == "applied"


def test_while_all_servers_are_down_everybody_stays_as_known(server: Slapd, authority: Authority) -> None:
    run(settings_of(server.tls, authority.ca_file))
    before = everything()
    failed = run(settings_of("ldaps://127.0.0.1:9", authority.ca_file))
    assert (failed.state, failed.problem["code"]) == ("failed", "directory_unavailable")
    assert everything() == before


class TestActiveDirectory:
    """The same faults where the server is Samba's."""

    @pytest.fixture
    def controller(self, start_domain: Domain) -> Iterator[DomainController]:
        with start_domain() as controller:
            yield controller

    def test_a_base_that_was_moved_ends_nobody(self, controller: DomainController) -> None:
        settings = domain_settings(controller)
        assert run(settings, DOMAIN_PASSWORD).state == "applied"
        before = everything()
        controller.modify(change(f"OU=Departments,{HALL}", below=HALL.partition(",")[2]))
        failed = run(settings, DOMAIN_PASSWORD)
        assert (failed.state, failed.problem["code"]) == ("failed", "directory_unavailable")
        assert DEPARTMENTS_BASE in failed.problem["detail"]
        assert everything() == before

    def test_killed_between_two_runs_it_fails_the_second_and_answers_again(self, controller: DomainController) -> None:
        settings = domain_settings(controller)
        run(settings, DOMAIN_PASSWORD)
        before = everything()
        controller.stop(signal.SIGKILL)
        assert run(settings, DOMAIN_PASSWORD).state == "failed"
        assert everything() == before
        controller.start()
        assert run(settings, DOMAIN_PASSWORD).state == "unchanged"

    def test_a_wire_cut_in_mid_answer_leaves_nothing_half_done(self, controller: DomainController) -> None:
        settings = domain_settings(controller, page_size=1)
        run(settings, DOMAIN_PASSWORD)
        before = everything()
        with unreliable_wire((controller.address, 636)) as wire:
            near = replace(settings, servers=(f"ldaps://127.0.0.1:{wire.port}",), check_certificate=False)
            assert run(near, DOMAIN_PASSWORD).state == "unchanged"
            whole = wire.answered
        for share in (0.3, 0.6, 0.9):
            with unreliable_wire((controller.address, 636), cut_after=int(whole * share)) as wire:
                near = replace(settings, servers=(f"ldaps://127.0.0.1:{wire.port}",), check_certificate=False)
                assert run(near, DOMAIN_PASSWORD).state == "failed"
        assert everything() == before

    def test_an_expired_certificate_is_not_trusted(self, controller: DomainController) -> None:
        controller.present(controller.authority.certificate(controller.address, expired=True))
        controller.stop()
        controller.start()
        failed = run(domain_settings(controller), DOMAIN_PASSWORD)
        assert (failed.state, failed.problem["code"]) == ("failed", "directory_unavailable")
        assert not Person.objects.exists()
