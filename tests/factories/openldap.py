"""A city of any size as an OpenLDAP keeps it, in LDIF, the same at every call."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import NAMESPACE_DNS, uuid5

BASE = "dc=city,dc=example,dc=jp"
_FAMILY = [
    "佐藤",
    "鈴木",
    "高橋",
    "髙橋",
    "田中",
    "伊藤",
    "渡辺",
    "渡邉",
    "山本",
    "中村",
    "小林",
    "加藤",
    "齋藤",
    "我妻",
]
_GIVEN = ["一郎", "花子", "美咲", "蓮", "陽菜", "大翔", "葵", "結衣", "悠真", "さくら", "健", "久美子"]
_TITLES = ("主事", "主事", "主任", "係長", "主幹")
_SECTIONS_A_DIVISION, _DIVISIONS_A_BUREAU = 5, 4


@dataclass(frozen=True)
class City:
    """`people` in `departments`, the people of `without` left out and those of `promoted` with another title."""

    people: int
    departments: int
    without: range = range(0)
    promoted: range = range(0)

    def write(self, path: Path) -> Path:
        """The file at `path`, filled."""
        with path.open("w", encoding="utf-8") as file:
            file.writelines(self.entries())
        return path

    def entries(self) -> Iterator[str]:
        yield _entry(
            BASE, ("objectClass", "dcObject"), ("objectClass", "organization"), ("dc", "city"), ("o", "架空市")
        )
        for name in ("people", "departments", "posts"):
            yield _entry(f"ou={name},{BASE}", ("objectClass", "organizationalUnit"), ("ou", name))
        codes = self.codes()
        for code in codes:
            above = "".join(f",ou={code[:size]}" for size in range(len(code) - 2, 0, -2))
            kind = {2: "局", 4: "部", 6: "課"}[len(code)]
            yield _entry(
                f"ou={code}{above},ou=departments,{BASE}",
                ("objectClass", "organizationalUnit"),
                ("ou", code),
                ("description", f"第{code}{kind}"),
                ("businessCategory", kind),
            )
        sections = [code for code in codes if len(code) == 6]
        for number in range(self.people):
            if number not in self.without:
                yield self._person(number, sections[number % len(sections)])
        for at, code in enumerate(sections[::10]):
            yield _entry(
                f"cn={code},ou=posts,{BASE}",
                ("objectClass", "groupOfNames"),
                ("cn", code),
                *(("member", _dn(number)) for number in range(at * 3, at * 3 + 3) if number not in self.without),
            )

    def codes(self) -> list[str]:
        """The departments, each after those above it."""
        found: list[str] = []
        bureau, division, section = 0, 0, 0
        while len(found) < self.departments:
            if section % _SECTIONS_A_DIVISION == 0:
                if division % _DIVISIONS_A_BUREAU == 0:
                    bureau, division = bureau + 1, 0
                    found.append(f"{bureau:02}")
                division += 1
                found.append(f"{bureau:02}{division:02}")
                section = 0
            section += 1
            found.append(f"{bureau:02}{division:02}{section:02}")
        return found[: self.departments]

    def _person(self, number: int, section: str) -> str:
        family, given = _FAMILY[number % len(_FAMILY)], _GIVEN[number // 7 % len(_GIVEN)]
        title = "課長" if number in self.promoted else _TITLES[number % len(_TITLES)]
        return _entry(
            _dn(number),
            ("objectClass", "inetOrgPerson"),
            ("uid", f"s{number:06}"),
            ("entryUUID", str(uuid5(NAMESPACE_DNS, f"s{number:06}"))),
            ("cn", f"{family} {given}"),
            ("sn", family),
            ("givenName", given),
            ("cn;lang-ja-kana", "シメイ カナ"),
            ("employeeNumber", f"{number:06}"),
            ("mail", f"s{number:06}@city.example.jp"),
            ("departmentNumber", section),
            ("employeeType", "常勤"),
            ("title", title),
            *((("manager", _dn(number % 100)),) if number >= 100 else ()),
            ("userPassword", "kyoseki"),
        )


def _dn(number: int) -> str:
    return f"uid=s{number:06},ou=people,{BASE}"


def _entry(dn: str, *pairs: tuple[str, str]) -> str:
    lines = (
        f"{name}: {value}" if value.isascii() else f"{name}:: {base64.b64encode(value.encode()).decode()}"
        for name, value in (("dn", dn), *pairs)
    )
    return "\n".join(lines) + "\n\n"
