"""How the city's directory is reached and read: a file of TOML becomes values, or a list of what is wrong with it.

The names of the fields are the keys of the file. docs/directory-settings.md explains each of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from integrations.directory.ldif_filter import FilterFaulty, parsed_filter
from integrations.directory.port import DepartmentKind, Employment
from integrations.directory.presets import PRESETS
from integrations.directory.toml_reading import Required, SettingsFaulty, Within, read_toml

__all__ = [
    "By",
    "DepartmentSettings",
    "DirectoryKind",
    "DirectorySettings",
    "PeopleSettings",
    "PersonAttributes",
    "PostSettings",
    "Preset",
    "SettingsFaulty",
    "SignInSettings",
    "SyncSettings",
    "directory_settings",
    "settings_of_preset",
]


class DirectoryKind(StrEnum):
    """A server, a folder of CSV files, or a file of LDIF."""

    LDAP = "ldap"
    CSV = "csv"
    LDIF = "ldif"


class Preset(StrEnum):
    """Whose habits the defaults follow."""

    OPENLDAP = "openldap"
    ACTIVE_DIRECTORY = "active_directory"


class By(StrEnum):
    """How a person's main department is known: an attribute holds its code, the entry lies below it, or it is a group
    with the person as member."""

    ATTRIBUTE = "attribute"
    TREE = "tree"
    GROUPS = "groups"


@dataclass(frozen=True)
class PersonAttributes:
    """Which attribute of a person's entry says what. An empty name: the directory does not say."""

    id: Required
    number: Required
    name: Required
    family_name: str
    given_name: str
    kana: str
    mail: str
    title: str
    employment: str
    department: str
    manager: str
    uuid: str
    password_changed: str
    disabled: str


@dataclass(frozen=True)
class PeopleSettings:
    """Where people are found, and what their entries say."""

    base: str
    filter: Required
    employment: str
    attributes: PersonAttributes
    employments: Mapping[str, Employment]

    @property
    def employment_otherwise(self) -> Employment | None:
        """The class of those whose entry names none; None where each entry has to name one."""
        return Employment(self.employment) if self.employment else None


@dataclass(frozen=True)
class DepartmentSettings:
    """Where departments are found, and how people belong to them."""

    by: By
    base: str
    filter: Required
    code: Required
    name: Required
    kind: str
    parent: str
    member: str
    kinds: Mapping[str, DepartmentKind]


@dataclass(frozen=True)
class PostSettings:
    """Which groups hold those with a concurrent post. An empty base on a server: there are none."""

    base: str
    filter: Required
    department: Required
    member: Required


@dataclass(frozen=True)
class SignInSettings:
    """Whether people sign in with the directory's password, and how an entry is found by what they typed (`{}`)."""

    enabled: bool
    filter: Required


@dataclass(frozen=True)
class SyncSettings:
    """How often the directory is read, and what share of people or departments a run may end unasked."""

    every_minutes: Annotated[int, Within(1, 1440)]
    most_ended_percent: Annotated[int, Within(0, 100)]


@dataclass(frozen=True)
class DirectorySettings:
    """A whole file of settings. There is no secret in it."""

    kind: DirectoryKind
    preset: Preset
    path: Path | None
    servers: tuple[str, ...]
    start_tls: bool
    ca_file: Path | None
    check_certificate: bool
    bind_dn: str
    timeout_seconds: Annotated[int, Within(1, 120)]
    page_size: Annotated[int, Within(1, 100_000)]
    people: PeopleSettings
    departments: DepartmentSettings
    posts: PostSettings
    sign_in: SignInSettings
    sync: SyncSettings

    @property
    def name(self) -> str:
        """Which directory it is, for people."""
        if self.kind is DirectoryKind.LDAP:
            return ", ".join(self.servers)
        return self.path.name if self.path else ""


@dataclass
class _Mistakes:
    found: list[str] = field(default_factory=list)

    def unless(self, condition: object, sentence: str) -> None:
        if not condition:
            self.found.append(sentence)


def directory_settings(text: str) -> DirectorySettings:
    """The settings in a file's text. Raises SettingsFaulty with a sentence for each key that is unknown or wrong."""
    settings = read_toml(text, DirectorySettings, PRESETS)
    mistakes = _Mistakes()
    _check_source(settings, mistakes)
    _check_people(settings, mistakes)
    if mistakes.found:
        raise SettingsFaulty(tuple(mistakes.found))
    return settings


def settings_of_preset(preset: Preset, *, kind: DirectoryKind, path: Path | None = None) -> DirectorySettings:
    """What holds where a file says nothing but its preset; for a directory in a file, `path`."""
    head = f'preset = "{preset.value}"\nkind = "{kind.value}"\n'
    return read_toml(head + (f"path = {_quoted(str(path))}\n" if path else ""), DirectorySettings, PRESETS)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _check_source(settings: DirectorySettings, mistakes: _Mistakes) -> None:
    if settings.kind is not DirectoryKind.LDAP:
        mistakes.unless(settings.path, f"path is missing: it names the {settings.kind.value} to read.")
        mistakes.unless(not settings.servers, "servers are for kind = 'ldap'.")
        mistakes.unless(not settings.sign_in.enabled, "sign_in.enabled needs kind = 'ldap': a file has no passwords.")
        _check_filters(settings, mistakes)
        return
    mistakes.unless(not settings.path, "path is for kind = 'csv' and 'ldif'.")
    mistakes.unless(settings.servers, "servers are missing: such as ['ldaps://dc1.city.example'].")
    mistakes.unless(settings.people.base, "people.base is missing: the DN below which people are.")
    mistakes.unless(settings.departments.base, "departments.base is missing: the DN below which departments are.")
    mistakes.unless(settings.sign_in.filter.count("{}") == 1, "sign_in.filter needs {} once, for what a person typed.")
    for server in settings.servers:
        url = urlsplit(server)
        named = url.scheme == "ldapi" or (url.scheme in {"ldaps", "ldap"} and url.hostname)
        mistakes.unless(
            named and not (url.path.strip("/") or url.query),
            f"servers hold {server!r}, which is no address such as ldaps://dc1.city.example.",
        )
        mistakes.unless(
            url.scheme != "ldap" or settings.start_tls,
            f"servers hold {server!r}, to which passwords would go openly: take ldaps:// or start_tls = true.",
        )
        mistakes.unless(
            url.scheme != "ldaps" or not settings.start_tls,
            f"servers hold {server!r}, which speaks TLS from the beginning: it goes without start_tls.",
        )
    if settings.ca_file:
        mistakes.unless(settings.ca_file.is_file(), f"ca_file is {str(settings.ca_file)!r}, and there is no such file.")


def _check_filters(settings: DirectorySettings, mistakes: _Mistakes) -> None:
    for name, table in (("people", settings.people), ("departments", settings.departments), ("posts", settings.posts)):
        try:
            parsed_filter(table.filter)
        except FilterFaulty as error:
            mistakes.found.append(f"{name}.filter: {error}.")


def _check_people(settings: DirectorySettings, mistakes: _Mistakes) -> None:
    people, departments = settings.people, settings.departments
    mistakes.unless(
        people.employment in {"", *Employment},
        f"people.employment is {people.employment!r}; it may be {', '.join(Employment)} or empty.",
    )
    mistakes.unless(
        people.attributes.employment or people.employment,
        "people.attributes.employment and people.employment are both empty: nothing tells the class of employment.",
    )
    mistakes.unless(
        departments.by is not By.ATTRIBUTE or people.attributes.department,
        "people.attributes.department is empty, and departments.by = 'attribute' needs it.",
    )
    mistakes.unless(
        departments.by is not By.GROUPS or departments.member,
        "departments.member is empty, and departments.by = 'groups' needs it.",
    )
    mistakes.unless(departments.kinds, "departments.kinds is empty: nothing tells bureaus from sections.")
