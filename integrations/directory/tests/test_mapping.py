"""What entries become under each way of mapping them: values as servers give them."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from integrations.directory.ldif_filter import FilterFaulty, parsed_filter
from integrations.directory.mapping.distinguished_names import dn_key, first_value, is_within
from integrations.directory.mapping.entry import Entry
from integrations.directory.mapping.instants import instant
from integrations.directory.mapping.roll import mapped_roll
from integrations.directory.port import DirectoryFaulty, DirectoryPost, FindingCode, Roll
from integrations.directory.settings import By, DirectoryKind, DirectorySettings, Preset, settings_of_preset

GUID = UUID("01234567-89ab-cdef-0123-456789abcdef")
STAFF = "OU=Staff,DC=city,DC=example"
BUREAU = f"OU=03,{STAFF}"
SECTION = f"OU=030201,{BUREAU}"
AD = settings_of_preset(Preset.ACTIVE_DIRECTORY, kind=DirectoryKind.LDIF)


def entry(dn: str, **values: str | bytes | list[str]) -> Entry:
    """Its attributes, with _ for - in their names."""
    texts = {name: value if isinstance(value, list) else [value] for name, value in values.items()}
    encoded = {
        name.lower().replace("_", "-"): [one if isinstance(one, bytes) else one.encode() for one in these]
        for name, these in texts.items()
    }
    return Entry(dn, encoded)


def section(dn: str, name: str, kind: str, **more: str | list[str]) -> Entry:
    return entry(dn, ou=first_value(dn)[1], description=name, businessCategory=kind, **more)


def user(name: str, *, below: str = SECTION, **more: str | bytes | list[str]) -> Entry:
    number = name.removeprefix("s")
    usual: dict[str, str | bytes | list[str]] = {
        "sAMAccountName": name,
        "displayName": f"職員 {number}",
        "employeeID": number,
        "employeeType": "常勤",
        "userAccountControl": "512",
        "objectGUID": GUID.bytes_le[:-1] + bytes([int(number)]),
    }
    return entry(f"CN={name},{below}", **{**usual, **more})


def roll(
    *people: Entry,
    departments: tuple[Entry, ...] | None = None,
    posts: tuple[Entry, ...] = (),
    settings: DirectorySettings = AD,
) -> Roll:
    sections = departments or (section(BUREAU, "政策局", "局"), section(SECTION, "広報課", "課"))
    return mapped_roll(settings, source="test", departments=sections, people=people, posts=posts)


def by_groups() -> DirectorySettings:
    return replace(AD, departments=replace(AD.departments, by=By.GROUPS, code="cn"))


def test_people_belong_to_the_nearest_department_above_them() -> None:
    found = roll(user("s1", below=f"OU=Laptops,{SECTION}"), user("s2", below=BUREAU))
    assert [(person.id, person.department) for person in found.people] == [("s1", "030201"), ("s2", "03")]


def test_who_lies_below_no_department_is_said() -> None:
    found = roll(user("s1"), user("s2", below=STAFF))
    assert [(finding.entry, finding.code) for finding in found.findings] == [
        (f"CN=s2,{STAFF}", FindingCode.NO_DEPARTMENT)
    ]


def test_a_guid_is_read_as_windows_writes_it() -> None:
    found = roll(user("s1", objectGUID=GUID.bytes_le))
    assert found.people[0].uuid == str(GUID)


def test_an_account_that_is_disabled_is_not_on_the_roll_and_nothing_is_said_of_its_groups() -> None:
    group = entry(f"CN=030201,OU=Posts,{STAFF}", cn="030201", member=[f"CN=s2,{SECTION}"])
    found = roll(user("s1"), user("s2", userAccountControl="514"), posts=(group,))
    assert [person.id for person in found.people] == ["s1"]
    assert found.findings == ()


def test_a_superior_is_found_by_the_dn_however_it_is_written() -> None:
    found = roll(user("s1"), user("s2", manager=f"cn=S1, {SECTION.lower()}"))
    assert [person.manager for person in found.people] == ["", "s1"]


def test_a_superior_who_is_nowhere_is_said_and_the_person_stands() -> None:
    found = roll(user("s1", manager=f"CN=gone,{SECTION}"))
    assert [(finding.code, finding.warns, finding.id) for finding in found.findings] == [
        (FindingCode.UNKNOWN_MANAGER, True, "s1")
    ]
    assert [person.manager for person in found.people] == [""]


def test_when_a_password_was_changed_is_read_where_it_is_said() -> None:
    found = roll(user("s1", pwdLastSet="134085060000000000"), user("s2", pwdLastSet="0"))
    assert [person.password_changed_at for person in found.people] == [datetime(2025, 11, 25, 1, 0, tzinfo=UTC), None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20261122010203Z", datetime(2026, 11, 22, 1, 2, 3, tzinfo=UTC)),
        ("20261122010203.5Z", datetime(2026, 11, 22, 1, 2, 3, 500_000, tzinfo=UTC)),
        ("", None),
        ("-1", None),
        ("9223372036854775807", None),
        ("yesterday", None),
    ],
)
def test_an_instant_is_read_or_is_none(text: str, expected: datetime | None) -> None:
    assert instant(text) == expected


def test_without_an_attribute_of_their_kind_departments_are_told_by_the_end_of_their_names() -> None:
    settings = replace(AD, departments=replace(AD.departments, kind=""))
    found = roll(user("s1"), settings=settings)
    assert [department.kind for department in found.departments] == ["bureau", "section"]


def test_the_department_above_may_be_an_attribute() -> None:
    settings = replace(AD, departments=replace(AD.departments, parent="l"))
    departments = (
        section(f"OU=030201,{STAFF}", "広報課", "課", l="03"),
        section(f"OU=030202,{STAFF}", "広聴課", "課", l=f"ou=03,{STAFF}"),
        section(BUREAU, "政策局", "局"),
    )
    found = roll(user("s1", below=f"OU=030201,{STAFF}"), departments=departments, settings=settings)
    assert [(department.code, department.parent) for department in found.departments] == [
        ("03", None),
        ("030201", "03"),
        ("030202", "03"),
    ]


def test_a_server_that_shows_nobodys_title_is_not_believed() -> None:
    server = replace(AD, kind=DirectoryKind.LDAP)
    crowd = [user(f"s{number}") for number in range(1, 61)]
    with pytest.raises(DirectoryFaulty, match="nobody's entry shows title"):
        roll(*crowd, settings=server)
    assert len(roll(*crowd, user("s61", title="課長"), settings=server).people) == 61
    unasked = replace(server, people=replace(AD.people, attributes=replace(AD.people.attributes, title="")))
    assert len(roll(*crowd, settings=unasked).people) == 60


class TestByGroups:
    def test_members_belong_to_the_group_and_groups_to_the_group_they_are_members_of(self) -> None:
        inner = f"CN=030201,{STAFF}"
        departments = (
            entry(f"CN=03,{STAFF}", cn="03", description="政策局", businessCategory="局", member=[inner]),
            entry(inner, cn="030201", description="広報課", businessCategory="課", member=[f"CN=s1,{STAFF}"]),
        )
        found = roll(user("s1", below=STAFF), departments=departments, settings=by_groups())
        assert [(department.code, department.parent) for department in found.departments] == [
            ("03", None),
            ("030201", "03"),
        ]
        assert [person.department for person in found.people] == ["030201"]

    def test_who_is_in_several_names_the_main_one_and_has_posts_in_the_others(self) -> None:
        found = roll(
            user("s1", below=STAFF, departmentNumber="02"), departments=self.two_groups(), settings=by_groups()
        )
        assert [person.department for person in found.people] == ["02"]
        assert found.posts == (DirectoryPost("s1", "01"),)

    def test_who_is_in_several_and_names_none_is_said(self) -> None:
        found = roll(user("s1", below=STAFF), departments=self.two_groups(), settings=by_groups())
        assert [(finding.code, finding.facts) for finding in found.findings] == [
            (FindingCode.SEVERAL_DEPARTMENTS, {"value": "01, 02"})
        ]

    @staticmethod
    def two_groups() -> tuple[Entry, ...]:
        return tuple(
            entry(f"CN={code},{STAFF}", cn=code, description=code, businessCategory="課", member=[f"CN=s1,{STAFF}"])
            for code in ("01", "02")
        )


def test_of_several_values_the_one_in_the_dn_counts() -> None:
    assert entry("uid=s1,ou=people", uid=["alias", "s1"]).text("uid") == "s1"
    assert entry("cn=x,ou=people", uid=["alias", "s1"]).text("uid") == "alias"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("OU=Staff, DC=City", "ou=staff,dc=city", True),
        (r"CN=Tanaka\, Taro,OU=x", r"cn=tanaka\2c taro,ou=x", True),
        (r"CN=\E5\B1\80,OU=x", "cn=局,ou=x", True),
        ("cn=a,ou=x", "cn=b,ou=x", False),
        (r"cn=a\,ou=x", "cn=a,ou=x", False),
    ],
)
def test_names_are_compared_however_they_are_written(one: str, other: str, same: bool) -> None:
    assert (dn_key(one) == dn_key(other)) is same


def test_what_lies_below_a_base_is_told_by_whole_parts() -> None:
    assert is_within(dn_key("uid=s1,ou=people,dc=city"), dn_key("OU=people,DC=city"))
    assert not is_within(dn_key("uid=s1,ou=otherpeople,dc=city"), dn_key("ou=people,dc=city"))


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("(objectClass=user)", True),
        ("(&(objectclass=USER)(!(objectClass=computer)))", True),
        ("(|(cn=nobody)(description=*))", False),
        ("(cn=s*1)", True),
        (r"(cn=s\2a1)", False),
        ("(cn=*)", True),
    ],
)
def test_a_filter_means_the_entry_or_not(text: str, means: bool) -> None:
    assert parsed_filter(text)(entry("cn=s01", objectClass=["top", "user"], cn="s01")) is means


@pytest.mark.parametrize("text", ["", "cn=x", "(cn=x", "(cn=x))", "(&)", "(!(a=b)(c=d))", "(a:1.2.3:=2)", "(a<=3)"])
def test_a_filter_that_only_a_server_understands_is_refused(text: str) -> None:
    with pytest.raises(FilterFaulty):
        parsed_filter(text)
