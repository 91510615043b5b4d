"""The port's promise on a real Active Directory, and what only an Active Directory does."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import ldap
import pytest

from integrations.directory import (
    Directory,
    DirectoryPerson,
    DirectorySettings,
    DirectoryUnavailable,
    FindingCode,
    Roll,
    Trouble,
    open_directory,
)
from integrations.directory.ldap.options import connection_options
from integrations.directory.ldap.ranges import whole
from integrations.directory.settings import directory_settings
from integrations.directory.tests.contract import PEOPLE, DirectoryContract
from tests.factories.active_directory import (
    BASE,
    DEPARTMENTS_BASE,
    LARGE,
    LARGE_GROUP,
    PASSWORD,
    POSTS_BASE,
    READER,
    change,
    large_city,
    person_dn,
    place_of,
    quoted,
    someone,
    user,
)
from tests.fixtures.samba import Domain, DomainController

MISAKI = PEOPLE[2]
WINDOWS_AT_ONCE = 1500


def city(controller: DomainController, **changed: Any) -> DirectorySettings:
    """What the city writes for its domain: the preset, and where everything is."""
    written = directory_settings(f"""
        preset = "active_directory"
        servers = ["{controller.ldaps}"]
        ca_file = "{controller.ca_file}"
        bind_dn = "{READER}"
        [people]
        base = "{DEPARTMENTS_BASE}"
        [departments]
        base = "{DEPARTMENTS_BASE}"
        [posts]
        base = "{POSTS_BASE}"
    """)
    return replace(written, **changed)


def read(controller: DomainController, **changed: Any) -> Roll:
    return open_directory(city(controller, **changed), PASSWORD).read()


def misaki(roll: Roll) -> DirectoryPerson:
    return next(person for person in roll.people if person.number == MISAKI.number)


class TestSambaDirectory(DirectoryContract):
    @pytest.fixture
    def directory(self, domain: DomainController) -> Directory:
        return open_directory(city(domain), PASSWORD)

    @pytest.fixture
    def switched_off(self, domain: DomainController) -> Directory:
        return open_directory(city(domain, servers=("ldaps://127.77.255.254",)), PASSWORD)


def test_everyone_has_a_lasting_identity_and_a_password_of_some_age(domain: DomainController) -> None:
    people = read(domain).people
    assert len({person.uuid for person in people if len(person.uuid) == 36}) == len(PEOPLE)
    now = datetime.now(UTC)
    assert all(now - timedelta(hours=1) < (person.password_changed_at or now) < now for person in people)


def test_starttls_and_the_name_of_the_account_as_windows_writes_it(domain: DomainController) -> None:
    account = {"bind_dn": "skyoseki@city.example.jp"}
    assert read(domain, **account) == read(domain, servers=(domain.ldap,), start_tls=True)


def test_page_by_page_it_is_the_same_roll(domain: DomainController) -> None:
    assert read(domain, page_size=1) == read(domain)


def test_the_whole_domain_as_base_goes_past_referrals_and_tells_who_is_nobody(domain: DomainController) -> None:
    settings = city(domain)
    people = replace(settings.people, base=BASE)
    roll = read(domain, people=people)
    assert [person.id for person in roll.people] == [person.id for person in PEOPLE]
    found = {(finding.entry.partition(",")[0], finding.code) for finding in roll.findings}
    # krbtgt and Guest are disabled; the account that reads has a name and a number.
    nobody = (FindingCode.NO_NUMBER, FindingCode.NO_NAME, FindingCode.NO_DEPARTMENT, FindingCode.UNKNOWN_EMPLOYMENT)
    assert found == {
        *((f"CN={name}", code) for name in ("Administrator", "dns-dc1") for code in nobody),
        ("CN=kyoseki", FindingCode.NO_DEPARTMENT),
    }


class TestChanges:
    """Each on a domain that goes on changing; a person is known by the GUID."""

    @pytest.fixture(scope="class")
    @classmethod
    def changing(cls, start_domain: Domain) -> Iterator[DomainController]:
        with start_domain() as controller:
            yield controller

    def test_a_renamed_account_is_the_same_person(self, changing: DomainController) -> None:
        before = misaki(read(changing))
        changing.modify(change(person_dn(MISAKI), replace={"sAMAccountName": "m.agatsuma"}))
        assert misaki(read(changing)) == replace(before, id="m.agatsuma")

    def test_who_is_moved_to_another_unit_works_there(self, changing: DomainController) -> None:
        before = misaki(read(changing))
        changing.modify(change(person_dn(MISAKI), below=place_of("030201")))
        assert misaki(read(changing)) == replace(before, department="030201")
        changing.modify(change(person_dn(replace(MISAKI, department="030201")), below=place_of("030202")))

    def test_a_unit_that_is_moved_takes_its_people_along(self, changing: DomainController) -> None:
        before = read(changing)
        changing.modify(change(place_of("030202"), below=place_of("03")))
        after = read(changing)
        assert [section.parent for section in after.departments if section.code == "030202"] == ["03"]
        assert (after.people, after.posts, after.findings) == (before.people, before.posts, ())
        changing.modify(change(f"OU=030202,{place_of('03')}", below=place_of("0302")))

    def test_a_disabled_account_is_nobody_and_comes_back_enabled(self, changing: DomainController) -> None:
        before = read(changing)
        changing.modify(change(person_dn(MISAKI), replace={"userAccountControl": "514"}))
        without = read(changing)
        assert [person.number for person in without.people] == ["000001", "000002"]
        assert (without.posts, without.findings) == ((), ())
        changing.modify(change(person_dn(MISAKI), replace={"userAccountControl": "512"}))
        assert read(changing) == before

    def test_a_changed_password_is_told(self, changing: DomainController) -> None:
        before = misaki(read(changing)).password_changed_at
        changing.modify(change(person_dn(MISAKI), replace={"unicodePwd": quoted("Another-2026!")}))
        after = misaki(read(changing)).password_changed_at
        assert before is not None
        assert after is not None
        assert after > before

    def test_names_with_what_has_to_be_escaped_are_led_to_their_person(self, changing: DomainController) -> None:
        taro = replace(someone("000010", "佐藤 太郎", "030202"), manager=MISAKI.number)
        dn = rf"CN=佐藤\, 太郎 \(広聴\) \#1,{place_of('030202')}"
        changing.add(user(taro, dn, manager=person_dn(MISAKI)))
        changing.modify(change(f"CN=030201,{POSTS_BASE}", add={"member": dn}))
        roll = read(changing)
        found = next(person for person in roll.people if person.number == taro.number)
        assert (found.name, found.department, found.manager) == (taro.name, "030202", misaki(roll).id)
        assert (found.id, "030201") in {(post.person, post.department) for post in roll.posts}
        assert roll.findings == ()

    def test_an_account_that_may_not_come_in_reads_nothing(self, changing: DomainController) -> None:
        changing.modify(change(READER, replace={"userAccountControl": "514"}))
        with pytest.raises(DirectoryUnavailable) as refused:
            read(changing)
        assert refused.value.trouble is Trouble.PASSWORD


@pytest.mark.slow
class TestLargeGroup:
    """A group with more members than Windows answers at once."""

    @pytest.fixture(scope="class")
    @classmethod
    def large(cls, start_domain: Domain) -> Iterator[DomainController]:
        with start_domain() as controller:
            for part in large_city():
                controller.add(part)
            yield controller

    def test_all_its_members_have_their_post(self, large: DomainController) -> None:
        base = f"OU=Departments,{LARGE}"
        given = city(large)
        people = replace(
            given.people,
            base=base,
            filter="(objectClass=contact)",
            employment="regular",
            attributes=replace(given.people.attributes, id="cn"),
        )
        posts = replace(given.posts, base=f"OU=Posts,{LARGE}")
        roll = read(large, people=people, departments=replace(given.departments, base=base), posts=posts)
        assert (len(roll.people), len(roll.posts), roll.findings) == (LARGE_GROUP, LARGE_GROUP, ())

    def test_ranges_are_asked_for_until_the_last(self, large: DomainController) -> None:
        connection = AsWindows(large.ldaps)
        for option, value in connection_options(city(large)).items():
            connection.set_option(option, value)
        connection.simple_bind_s(READER, PASSWORD)
        group = f"CN=90,OU=Posts,{LARGE}"
        [(dn, values)] = connection.search_ext_s(group, ldap.SCOPE_BASE, attrlist=["member;range=0-*"])
        assert list(values) == ["member;range=0-1499"]
        members = whole(connection, dn, values)["member"]
        assert len(set(members)) == len(members) == LARGE_GROUP
        assert connection.asked == [(0, 1499), (1500, 2999), (3000, 4499)]


class AsWindows(ldap.ldapobject.SimpleLDAPObject):  # type: ignore[misc]  # the library has no types
    """Asks a Samba, which answers as many values as one wants, for no more than Windows would give."""

    def __init__(self, server: str) -> None:
        super().__init__(server)
        self.asked: list[tuple[int, int]] = []

    def search_ext_s(
        self, base: str, scope: int, *_more: Any, attrlist: list[str]
    ) -> list[tuple[str, Mapping[str, Any]]]:
        attribute, first = attrlist[0].removesuffix("-*").split(";range=")
        self.asked.append((int(first), int(first) + WINDOWS_AT_ONCE - 1))
        wanted = f"{attribute};range={first}-{int(first) + WINDOWS_AT_ONCE - 1}"
        found: list[tuple[str, Mapping[str, Any]]] = super().search_ext_s(base, scope, attrlist=[wanted])
        return found
