"""A bind at a real Active Directory: whose entry it is by its GUID, and who is disabled there."""

from dataclasses import replace

import pytest

from access import directory_bind
from access.sign_in import Identity
from integrations.directory import DirectorySettings, open_directory
from integrations.directory.tests.contract import PEOPLE
from tests.factories.active_directory import PASSWORD, change, person_dn
from tests.fixtures.samba import DomainController
from tests.integration.test_samba_directory import city

MISAKI, OTHER = PEOPLE[2], PEOPLE[1]


@pytest.fixture
def directory(domain: DomainController, monkeypatch: pytest.MonkeyPatch) -> DirectorySettings:
    monkeypatch.setattr(directory_bind, "_memories", {})
    return city(domain)


@pytest.fixture
def uuids(directory: DirectorySettings) -> dict[str, str]:
    return {person.id: person.uuid for person in open_directory(directory, PASSWORD).read().people}


def binds(directory: DirectorySettings, username: str, password: str = PASSWORD, *, uuid: str = "") -> bool:
    return directory_bind.bind(
        directory, PASSWORD, username=username, password=password, identity=Identity(uuid, MISAKI.number)
    )


def test_a_password_of_the_domain_fits_the_entry_with_the_persons_guid(directory, uuids):
    assert binds(directory, MISAKI.id, uuid=uuids[MISAKI.id])
    assert binds(directory, MISAKI.id.upper(), uuid=uuids[MISAKI.id])
    assert not binds(directory, MISAKI.id, "wrong", uuid=uuids[MISAKI.id])
    assert not binds(directory, MISAKI.id, uuid=uuids[OTHER.id])
    assert not binds(directory, "nobody")
    assert not binds(directory, "Administrator")


def test_by_start_tls_too(directory, domain, uuids):
    assert binds(replace(directory, servers=(domain.ldap,), start_tls=True), MISAKI.id, uuid=uuids[MISAKI.id])


def test_a_disabled_account_stays_out(directory, domain, uuids):
    domain.modify(change(person_dn(MISAKI), replace={"userAccountControl": "514"}))
    try:
        assert not binds(directory, MISAKI.id, uuid=uuids[MISAKI.id])
    finally:
        domain.modify(change(person_dn(MISAKI), replace={"userAccountControl": "512"}))
    assert binds(directory, MISAKI.id, uuid=uuids[MISAKI.id])
