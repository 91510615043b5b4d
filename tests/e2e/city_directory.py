"""The city's directory of the served hall: a file of LDIF that a test may change, and puts back."""

import base64
from pathlib import Path

SETTINGS = 'kind = "ldif"\npreset = "openldap"\npath = "{path}"\n[sync]\nevery_minutes = 1440\n'
"""Read by who asks for it alone: the clock would come into the middle of a story."""

ROOT = "dc=city,dc=example,dc=jp"


class CityDirectory:
    """What the directory says; each change is there for whoever reads it next."""

    def __init__(self, folder: Path, hall: Path) -> None:
        self._hall = hall.read_text(encoding="utf-8")
        self._path = folder / "directory.ldif"
        self.settings = folder / "directory.toml"
        self.settings.write_text(SETTINGS.format(path=self._path), encoding="utf-8")
        self.is_as_before()

    def is_as_before(self) -> None:
        self._path.write_text(self._hall, encoding="utf-8")

    def has_joiner(self, number: str, family_name: str, given_name: str, department: str = "010103") -> None:
        """A 主事 who is new."""
        self._has(
            f"dn: uid=s{number},ou=people,{ROOT}",
            "objectClass: inetOrgPerson",
            f"uid: s{number}",
            _said("cn", f"{family_name} {given_name}"),
            _said("sn", family_name),
            _said("givenName", given_name),
            f"employeeNumber: {number}",
            f"departmentNumber: {department}",
            _said("employeeType", "常勤"),
            _said("title", "主事"),
        )

    def has_somebody_without_a_name(self, number: str) -> None:
        self._has(
            f"dn: uid=s{number},ou=people,{ROOT}",
            "objectClass: inetOrgPerson",
            f"uid: s{number}",
            f"employeeNumber: {number}",
            "departmentNumber: 010103",
        )

    def has_section(self, code: str, name: str) -> None:
        """A section below the division 0101, with nobody in it."""
        self._has(
            f"dn: ou={code},ou=0101,ou=01,ou=departments,{ROOT}",
            "objectClass: organizationalUnit",
            f"ou: {code}",
            _said("description", name),
            _said("businessCategory", "課"),
        )

    def _has(self, *lines: str) -> None:
        with self._path.open("a", encoding="utf-8") as file:
            file.write("\n" + "\n".join(lines) + "\n")


def _said(name: str, value: str) -> str:
    return f"{name}:: {base64.b64encode(value.encode()).decode()}"
