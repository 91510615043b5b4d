"""A directory from an LDIF file with the demonstration hall's shape: what `ldapsearch -L` of it would print.

Departments are nested organizationalUnits below `ou=departments` (`ou` the code, `description` the name,
`businessCategory` 局, 部, 課 or 係), people are inetOrgPersons (`departmentNumber` the main post), and each
groupOfNames below `ou=posts` holds those with a concurrent post in the department its `cn` names.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from integrations.directory.checked import checked
from integrations.directory.ldif_entries import Entry, entries
from integrations.directory.port import (
    DepartmentKind,
    DirectoryDepartment,
    DirectoryFaulty,
    DirectoryPerson,
    DirectoryPost,
    DirectoryUnavailable,
    Employment,
    Roll,
)

_KINDS = {
    "局": DepartmentKind.BUREAU,
    "部": DepartmentKind.DIVISION,
    "課": DepartmentKind.SECTION,
    "係": DepartmentKind.UNIT,
}
_EMPLOYMENTS = {
    "常勤": Employment.REGULAR,
    "会計年度任用": Employment.FISCAL_YEAR,
    "再任用": Employment.REAPPOINTED,
    "条件付採用": Employment.CONDITIONAL,
}


@dataclass(frozen=True)
class LdifDirectory:
    """The directory in the file at `path`, read whole each time."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.name

    def read(self) -> Roll:
        try:
            text = self.path.read_text(encoding="utf-8")
        except OSError as error:
            raise DirectoryUnavailable(f"{self.path} cannot be read: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise DirectoryFaulty(str(self.path), "the file is not UTF-8") from error
        found = list(entries(text))
        return checked(_departments(found), _people(found), list(_posts(found)))


def _departments(found: Iterable[Entry]) -> Iterator[DirectoryDepartment]:
    for entry in found:
        if not entry.is_a("organizationalUnit") or not entry.get("businesscategory"):
            continue
        kind = _KINDS.get(entry.get("businesscategory"))
        if kind is None:
            raise DirectoryFaulty(entry.dn, f"businessCategory {entry.get('businesscategory')} is unknown")
        _own, above, *_rest = _names(entry.dn)
        parent = None if above == ("ou", "departments") else above[1]
        yield DirectoryDepartment(entry.need("ou"), entry.need("description"), kind, parent)


def _people(found: Iterable[Entry]) -> Iterator[DirectoryPerson]:
    for entry in found:
        if not entry.is_a("inetOrgPerson"):
            continue
        employment = _EMPLOYMENTS.get(entry.get("employeetype"))
        if employment is None:
            raise DirectoryFaulty(entry.dn, f"employeeType {entry.get('employeetype') or '(none)'} is unknown")
        yield DirectoryPerson(
            id=entry.need("uid"),
            number=entry.need("employeenumber"),
            name=entry.need("cn"),
            family_name=entry.need("sn"),
            given_name=entry.get("givenname"),
            kana=entry.get("cn;lang-ja-kana"),
            mail=entry.get("mail"),
            title=entry.get("title"),
            employment=employment,
            department=entry.need("departmentnumber"),
        )


def _posts(found: Iterable[Entry]) -> Iterator[DirectoryPost]:
    for entry in found:
        if not entry.is_a("groupOfNames"):
            continue
        department = entry.need("cn")
        for member in entry.all("member"):
            yield DirectoryPost(dict(_names(member)[:1]).get("uid", member), department)


def _names(dn: str) -> list[tuple[str, str]]:
    """The parts of a DN, nearest first. The hall's names hold no escaped comma."""
    parts = [part.partition("=") for part in dn.split(",")]
    return [(name.strip().lower(), value.strip()) for name, _equals, value in parts]
