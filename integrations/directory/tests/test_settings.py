import sys
from pathlib import Path

import pytest

from integrations.directory import open_directory
from integrations.directory.csv_folder import CsvDirectory
from integrations.directory.ldif import LdifDirectory
from integrations.directory.port import DepartmentKind, DirectoryUnavailable, Employment, Trouble
from integrations.directory.settings import By, DirectorySettings, Preset, SettingsFaulty, directory_settings

LDAP = """
servers = ["ldaps://dc1.city.example", "ldaps://dc2.city.example"]
bind_dn = "cn=kyoseki,dc=city,dc=example"
{}
[people]
base = "ou=people,dc=city,dc=example"
{}
[departments]
base = "ou=departments,dc=city,dc=example"
{}
"""


def ldap(more: str = "", people: str = "", departments: str = "") -> DirectorySettings:
    return directory_settings(LDAP.format(more, people, departments))


def test_what_is_not_said_is_as_the_preset_has_it() -> None:
    settings = ldap('preset = "active_directory"')
    assert settings.preset is Preset.ACTIVE_DIRECTORY
    assert settings.people.attributes.uuid == "objectGUID"
    assert settings.departments.by is By.TREE
    assert settings.sign_in.filter == "(sAMAccountName={})"
    assert (settings.sync.every_minutes, settings.sync.most_ended_percent) == (15, 5)
    assert (settings.check_certificate, settings.timeout_seconds, settings.page_size) == (True, 10, 500)
    assert settings.name == "ldaps://dc1.city.example, ldaps://dc2.city.example"


def test_one_key_of_a_table_leaves_the_others_as_they_are() -> None:
    settings = ldap(people='attributes = {number = "employeeID", manager = ""}')
    assert (settings.people.attributes.number, settings.people.attributes.manager) == ("employeeID", "")
    assert settings.people.attributes.id == "uid"


def test_a_table_of_words_takes_the_place_of_the_presets() -> None:
    settings = ldap(
        people='employment = "regular"\nemployments = {"任期付" = "fiscal_year"}',
        departments='kinds = {"室" = "section"}',
    )
    assert settings.people.employments == {"任期付": Employment.FISCAL_YEAR}
    assert settings.people.employment_otherwise is Employment.REGULAR
    assert settings.departments.kinds == {"室": DepartmentKind.SECTION}


@pytest.mark.parametrize(
    ("more", "people", "departments", "mistake"),
    [
        ("surprise = 1", "", "", "surprise is no setting; there are kind, preset, "),
        ('preset = "novell"', "", "", "preset is 'novell'; it may be openldap, active_directory."),
        ("sync = {every_hours = 1}", "", "", "sync.every_hours is no setting; there are every_minutes, "),
        ("sync = 15", "", "", "sync is 15; it has to be a table: [sync]."),
        ('start_tls = "yes"', "", "", "start_tls is 'yes'; it has to be true or false."),
        ("timeout_seconds = 0", "", "", "timeout_seconds is 0; it may be a whole number from 1 to 120."),
        ("page_size = true", "", "", "page_size is True; it may be a whole number from 1 to 100000."),
        ('ca_file = "/nowhere/ca.pem"', "", "", "ca_file is '/nowhere/ca.pem', and there is no such file."),
        ('path = "/srv/roll"', "", "", "path is for kind = 'csv' and 'ldif'."),
        ("start_tls = true", "", "", "servers hold 'ldaps://dc1.city.example', which speaks TLS from the beginning"),
        ('sign_in = {filter = "(uid=x)"}', "", "", "sign_in.filter needs {} once"),
        ("", "attributes = {number = ''}", "", "people.attributes.number may not be empty."),
        ("", "employment = 'part_time'", "", "people.employment is 'part_time'; it may be regular, "),
        ("", "employments = {'x' = 'y'}", "", "people.employments.\"x\" is 'y'; it may be regular, "),
        ("", "attributes = {employment = ''}", "", "people.attributes.employment and people.employment are both empty"),
        ("", "attributes = {department = ''}", "", "people.attributes.department is empty, and departments.by ="),
        ("", "", "by = 'chance'", "departments.by is 'chance'; it may be attribute, tree, groups."),
        ("", "", "by = 'groups'\nmember = ''", "departments.member is empty, and departments.by = 'groups' needs it."),
        ("", "", "kinds = {}", "departments.kinds is empty"),
    ],
)
def test_a_mistake_is_said_by_its_key(more: str, people: str, departments: str, mistake: str) -> None:
    with pytest.raises(SettingsFaulty) as raised:
        ldap(more, people, departments)
    assert mistake in str(raised.value)


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("servers = 1 2", "The file is not TOML: "),
        ("", "servers are missing: such as ['ldaps://dc1.city.example']."),
        ("servers = ['ldaps://a']", "people.base is missing"),
        ("servers = ['ldap://a']", "servers hold 'ldap://a', to which passwords would go openly"),
        ("servers = ['dc1.city.example']", "servers hold 'dc1.city.example', which is no address"),
        ("servers = ['ldaps://a/dc=city']", "which is no address"),
        ("servers = [1]", "servers is 1; it has to be a list of texts."),
        ("kind = 'csv'", "path is missing: it names the csv to read."),
        ("kind = 'ldif'\npath='x'\n[sign_in]\nenabled = true", "sign_in.enabled needs kind = 'ldap'"),
        ("kind = 'ldif'\npath='x'\n[people]\nfilter = '(a>=1)'", "people.filter: '(a>=1)' asks at 2 what can be asked"),
        ("kind = 'csv'\npath='x'\nservers = ['ldaps://a']", "servers are for kind = 'ldap'."),
    ],
)
def test_what_is_missing_or_does_not_go_together_is_said(text: str, mistake: str) -> None:
    with pytest.raises(SettingsFaulty) as raised:
        directory_settings(text)
    assert mistake in str(raised.value)


def test_every_mistake_is_said_at_once() -> None:
    with pytest.raises(SettingsFaulty) as raised:
        directory_settings("servers = ['ldap://a', 'x']\nbase = 1")
    assert len(raised.value.mistakes) == 1
    with pytest.raises(SettingsFaulty) as raised:
        directory_settings("servers = ['ldap://a', 'x']")
    assert len(raised.value.mistakes) == 4


def test_settings_open_the_directory_they_describe(tmp_path: Path) -> None:
    csv = open_directory(directory_settings(f"kind = 'csv'\npath = '{tmp_path}'"))
    ldif = open_directory(directory_settings("kind = 'ldif'\npath = '/srv/roll.ldif'"))
    assert isinstance(csv, CsvDirectory)
    assert isinstance(ldif, LdifDirectory)
    assert (csv.path, ldif.name) == (tmp_path, "roll.ldif")


def test_without_python_ldap_a_server_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("integrations.directory.ldap.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "ldap", None)
    with pytest.raises(DirectoryUnavailable, match=r"requirements/ldap\.txt") as raised:
        open_directory(ldap())
    assert raised.value.trouble is Trouble.NOT_INSTALLED


def test_a_password_is_never_shown() -> None:
    assert "secret" not in repr(open_directory(ldap(), "secret"))
