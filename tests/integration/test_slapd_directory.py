"""The port's promise on a real OpenLDAP with its usual limits, and the demonstration hall on one."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import ldap
import pytest

from integrations.directory import (
    Directory,
    DirectoryUnavailable,
    FindingCode,
    Trouble,
    directory_in_file,
    open_directory,
)
from integrations.directory.ldap.adapter import LdapDirectory
from integrations.directory.settings import DirectorySettings
from integrations.directory.tests.city_in_ldif import BASE, person_entry, small_city
from integrations.directory.tests.contract import PEOPLE, DirectoryContract, person
from tests.fixtures.certificates import Authority
from tests.fixtures.slapd import SlapdOf, slapd_settings
from tools.slapd import PASSWORD, Slapd

HALL = Path(__file__).parents[2] / "demonstration" / "hall" / "directory.ldif"


@pytest.fixture(scope="module")
def slapd(slapd_of: SlapdOf) -> Iterator[Slapd]:
    with slapd_of(small_city()) as server:
        yield server


@pytest.fixture(scope="module")
def slapd_with_hall(slapd_of: SlapdOf) -> Iterator[Slapd]:
    with slapd_of(HALL) as server:
        yield server


@pytest.fixture
def reading(slapd: Slapd, slapd_authority: Authority) -> DirectorySettings:
    return slapd_settings(slapd, slapd_authority)


class TestSlapdDirectory(DirectoryContract):
    @pytest.fixture
    def directory(self, reading: DirectorySettings) -> Directory:
        return open_directory(reading, PASSWORD)

    @pytest.fixture
    def switched_off(self, reading: DirectorySettings) -> Directory:
        return open_directory(replace(reading, servers=("ldaps://127.0.0.1:1",)), PASSWORD)


class TestSlapdByStartTls(TestSlapdDirectory):
    @pytest.fixture
    def directory(self, slapd: Slapd, slapd_authority: Authority) -> Directory:
        return open_directory(slapd_settings(slapd, slapd_authority, "start_tls = true", address=slapd.plain), PASSWORD)


class TestSlapdByItsSocket(TestSlapdDirectory):
    @pytest.fixture
    def directory(self, slapd: Slapd, slapd_authority: Authority) -> Directory:
        return open_directory(slapd_settings(slapd, slapd_authority, address=slapd.socket), PASSWORD)


def test_everyone_has_a_lasting_identity(reading: DirectorySettings) -> None:
    people = open_directory(reading, PASSWORD).read().people
    assert len({UUID(one.uuid) for one in people}) == len(PEOPLE)


def test_the_hall_is_read_whole_past_the_size_limit(slapd_with_hall: Slapd, slapd_authority: Authority) -> None:
    reading = slapd_settings(slapd_with_hall, slapd_authority)
    counted: dict[str, str] = {}
    roll = LdapDirectory(reading, PASSWORD, counted.__setitem__).read()
    by_file = directory_in_file(HALL).read()
    assert (len(roll.departments), len(roll.people)) == (157, 2899)
    assert tuple(replace(one, uuid="") for one in roll.people) == by_file.people
    assert (roll.departments, roll.posts, roll.findings) == (by_file.departments, by_file.posts, ())
    assert (counted["departments"], counted["people"]) == ("157", "2899")
    connection = bound(slapd_with_hall)
    with pytest.raises(ldap.SIZELIMIT_EXCEEDED):
        connection.search_s(f"ou=people,{BASE}", ldap.SCOPE_SUBTREE, "(objectClass=inetOrgPerson)")


def test_an_account_that_may_see_nothing_gets_no_roll(slapd_with_hall: Slapd, slapd_authority: Authority) -> None:
    somebody = f"uid=s010004,ou=people,{BASE}"
    reading = replace(slapd_settings(slapd_with_hall, slapd_authority), bind_dn=somebody)
    with pytest.raises(DirectoryUnavailable) as raised:
        open_directory(reading, "kyoseki").read()
    assert raised.value.trouble is Trouble.NO_BASE


@pytest.mark.parametrize("page_size", [1, 2, 3])
def test_a_page_may_have_any_size(reading: DirectorySettings, page_size: int) -> None:
    assert len(open_directory(replace(reading, page_size=page_size), PASSWORD).read().people) == len(PEOPLE)


class TestServersInTurn:
    def test_the_next_answers_for_one_that_is_down(self, reading: DirectorySettings) -> None:
        both = replace(reading, servers=("ldaps://127.0.0.1:1", *reading.servers))
        assert len(open_directory(both, PASSWORD).read().people) == len(PEOPLE)

    def test_when_all_are_down_each_is_named(self, reading: DirectorySettings) -> None:
        none = replace(reading, servers=("ldaps://127.0.0.1:1", "ldaps://127.0.0.1:2"))
        with pytest.raises(DirectoryUnavailable, match=r"127\.0\.0\.1:1 .*127\.0\.0\.1:2 ") as raised:
            open_directory(none, PASSWORD).read()
        assert raised.value.trouble is Trouble.UNREACHABLE

    def test_a_wrong_password_is_tried_once(self, reading: DirectorySettings) -> None:
        twice = replace(reading, servers=reading.servers * 2)
        reached: list[str] = []
        with pytest.raises(DirectoryUnavailable) as raised:
            LdapDirectory(twice, "wrong", lambda done, _what: reached.append(done)).read()
        assert raised.value.trouble is Trouble.PASSWORD
        assert reached == ["reached"]
        assert "wrong" not in str(raised.value)


class TestCertificates:
    @pytest.fixture
    def stranger(self, tmp_path: Path) -> Authority:
        return Authority.make(tmp_path / "stranger", name="Nobody we know")

    @pytest.mark.parametrize("start_tls", [False, True])
    def test_one_of_an_unknown_authority_is_refused(self, slapd: Slapd, stranger: Authority, start_tls: bool) -> None:
        more, address = ("start_tls = true", slapd.plain) if start_tls else ("", slapd.tls)
        with pytest.raises(DirectoryUnavailable) as raised:
            open_directory(slapd_settings(slapd, stranger, more, address=address), PASSWORD).read()
        assert raised.value.trouble is Trouble.CERTIFICATE

    def test_one_for_another_name_is_refused(self, slapd: Slapd, reading: DirectorySettings) -> None:
        elsewhere = replace(reading, servers=(slapd.tls.replace("127.0.0.1", "localhost"),))
        with pytest.raises(DirectoryUnavailable) as raised:
            open_directory(elsewhere, PASSWORD).read()
        assert raised.value.trouble is Trouble.CERTIFICATE

    def test_unless_the_settings_say_so_and_then_the_log_does_too(
        self, slapd: Slapd, stranger: Authority, caplog: pytest.LogCaptureFixture
    ) -> None:
        unchecked = slapd_settings(slapd, stranger, "check_certificate = false")
        with caplog.at_level(logging.WARNING):
            assert len(open_directory(unchecked, PASSWORD).read().people) == len(PEOPLE)
        assert [record.message for record in caplog.records] == [
            f"check_certificate is false: whoever stands between here and {slapd.tls} reads passwords"
        ]


def test_a_base_that_was_moved_away_fails_the_run(reading: DirectorySettings) -> None:
    moved = replace(reading, people=replace(reading.people, base=f"ou=staff,{BASE}"))
    with pytest.raises(DirectoryUnavailable) as raised:
        open_directory(moved, PASSWORD).read()
    assert raised.value.trouble is Trouble.NO_BASE


def test_what_a_server_keeps_beside_the_entry_is_read_too(slapd_of: SlapdOf, slapd_authority: Authority) -> None:
    changed = person("000004", "伊達 政子", "ダテ マサコ", "主事", "030201")
    with slapd_of(small_city() + person_entry(changed, ("pwdChangedTime", "20261120010203Z"))) as server:
        people = open_directory(slapd_settings(server, slapd_authority), PASSWORD).read().people
    assert {one.id: one.password_changed_at for one in people} == {
        **{one.id: None for one in PEOPLE},
        "s000004": datetime(2026, 11, 20, 1, 2, 3, tzinfo=UTC),
    }


def test_bytes_that_are_no_text_are_a_finding_and_the_rest_is_read(
    slapd_of: SlapdOf, slapd_authority: Authority
) -> None:
    broken = person("000004", "伊達 政子", "ダテ マサコ", "主事", "030201")
    text = small_city() + person_entry(broken).rstrip("\n") + "\njpegPhoto:: gqDNzQ==\n\n"
    with slapd_of(text) as server:
        reading = slapd_settings(server, slapd_authority)
        attributes = replace(reading.people.attributes, title="jpegPhoto")
        odd = replace(reading, people=replace(reading.people, attributes=attributes))
        roll = open_directory(odd, PASSWORD).read()
    (finding,) = roll.findings
    assert (finding.entry, finding.code) == (f"uid=s000004,ou=people,{BASE}", FindingCode.NOT_UTF8)
    assert (UUID(finding.uuid).version, finding.number, finding.facts) == (1, "000004", {"attribute": "jpegPhoto"})
    assert len(roll.people) == len(PEOPLE)


def test_a_superior_and_a_group_of_3000_are_read(slapd_of: SlapdOf, slapd_authority: Authority) -> None:
    crowd = [person(f"{number:06}", "職員 多数", "ショクイン タスウ", "主事", "030201") for number in range(100, 3100)]
    text = small_city() + "".join(person_entry(one, ("manager", f"uid=s000001,ou=people,{BASE}")) for one in crowd)
    members = "".join(f"member: uid={one.id},ou=people,{BASE}\n" for one in crowd)
    text += f"dn: cn=030202,ou=posts,{BASE}\nobjectClass: groupOfNames\ncn: 030202\n{members}\n"
    with slapd_of(text) as server:
        roll = open_directory(slapd_settings(server, slapd_authority), PASSWORD).read()
    assert len(roll.posts) == 3001
    assert {one.manager for one in roll.people if one.id > "s000099"} == {"s000001"}


def bound(server: Slapd) -> ldap.ldapobject.LDAPObject:
    connection = ldap.initialize(server.socket)
    connection.simple_bind_s(server.reader, PASSWORD)
    return connection
