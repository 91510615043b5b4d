"""A city as its Active Directory keeps it, in LDIF: what the fixture of Samba is filled with.

`OU=Hall` holds exactly the small city of the port's contract, and beside it what lives in every domain and is nobody on
the roll: a disabled account, a computer, the account that Kyoseki reads with. `OU=Large` is a city of one section whose
group has more members than Windows answers at once (1,500).
"""

import base64
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from integrations.directory.port import DepartmentKind, DirectoryDepartment, DirectoryPerson, Employment
from integrations.directory.tests.contract import DEPARTMENTS, PEOPLE, POSTS

BASE = "DC=city,DC=example,DC=jp"
HALL = f"OU=Hall,{BASE}"
DEPARTMENTS_BASE = f"OU=Departments,{HALL}"
POSTS_BASE = f"OU=Posts,{HALL}"
READER = f"CN=kyoseki,{HALL}"
LARGE = f"OU=Large,{BASE}"
PASSWORD = "Kyoseki-2026!"
LARGE_GROUP = 3100
"""Windows tells them in three parts: a first one, one between, and a last one that is not full."""
KINDS = {
    DepartmentKind.BUREAU: "局",
    DepartmentKind.DIVISION: "部",
    DepartmentKind.SECTION: "課",
    DepartmentKind.UNIT: "係",
}
EMPLOYMENTS = {
    Employment.REGULAR: "常勤",
    Employment.FISCAL_YEAR: "会計年度任用",
    Employment.REAPPOINTED: "再任用",
    Employment.CONDITIONAL: "条件付採用",
}
IN_USE, DISABLED = 0x200, 0x202  # userAccountControl
_AT_ONCE = 500


def entry(dn: str, **attributes: str | bytes | Sequence[str]) -> str:
    """An entry of LDIF; `_` in a name stands for `-`, and an empty text for nothing at all."""
    lines = [_line("dn", dn)]
    for name, given in attributes.items():
        values: Iterable[str | bytes] = [given] if isinstance(given, str | bytes) else given
        lines += [_line(name.replace("_", "-"), value) for value in values if value]
    return "\n".join(lines) + "\n\n"


def unit(dn: str) -> str:
    return entry(dn, objectClass="organizationalUnit", ou=dn.split(",", maxsplit=1)[0].removeprefix("OU="))


def department(given: DirectoryDepartment, dn: str) -> str:
    return entry(
        dn,
        objectClass="organizationalUnit",
        ou=given.code,
        description=given.name,
        businessCategory=KINDS[given.kind],
    )


def user(given: DirectoryPerson, dn: str, *, control: int = IN_USE, manager: str = "") -> str:
    """A person's account, with the password of all of them."""
    return entry(
        dn,
        objectClass="user",
        sAMAccountName=given.id,
        userPrincipalName=given.mail,
        displayName=given.name,
        sn=given.family_name,
        givenName=given.given_name,
        msDS_PhoneticDisplayName=given.kana,
        mail=given.mail,
        title=given.title,
        employeeID=given.number,
        employeeType=EMPLOYMENTS[given.employment],
        manager=manager,
        userAccountControl=str(control),
        unicodePwd=quoted(PASSWORD),
    )


def group(dn: str, members: Sequence[str]) -> str:
    name = dn.split(",", maxsplit=1)[0].removeprefix("CN=")
    return entry(dn, objectClass="group", cn=name, sAMAccountName=f"post-{name}", member=members)


def change(
    dn: str,
    *,
    replace: Mapping[str, str | bytes] | None = None,
    add: Mapping[str, str | bytes] | None = None,
    below: str = "",
) -> str:
    """A change of an entry: values put in place of others or added to them, or the entry moved below another."""
    lines = [_line("dn", dn)]
    if below:
        name = re.split(r"(?<!\\),", dn, maxsplit=1)[0]
        return "\n".join(
            [*lines, "changetype: modrdn", _line("newrdn", name), "deleteoldrdn: 1", _line("newsuperior", below), ""]
        )
    lines.append("changetype: modify")
    for word, given in (("replace", replace or {}), ("add", add or {})):
        for name, value in given.items():
            lines += [f"{word}: {name}", _line(name, value), "-"]
    return "\n".join([*lines, ""])


def quoted(password: str) -> bytes:
    """A password as `unicodePwd` wants it."""
    return f'"{password}"'.encode("utf-16-le")


def place_of(code: str | None) -> str:
    """The DN of a department of the small city: a tree of units, and people right in theirs."""
    if code is None:
        return DEPARTMENTS_BASE
    above = next(given.parent for given in DEPARTMENTS if given.code == code)
    return f"OU={code},{place_of(above)}"


def person_dn(person: DirectoryPerson) -> str:
    return f"CN={person.name},{place_of(person.department)}"


def small_city() -> str:
    """The contract's departments, people and posts, and the accounts that are nobody's."""
    text = unit(HALL) + unit(DEPARTMENTS_BASE) + unit(POSTS_BASE)
    text += "".join(department(given, place_of(given.code)) for given in DEPARTMENTS)
    text += "".join(user(person, person_dn(person)) for person in PEOPLE)
    retired = someone("000009", "退職 済")
    text += user(retired, person_dn(retired), control=DISABLED)
    text += entry(f"CN=PC-0302,{place_of('0302')}", objectClass="computer", sAMAccountName="PC-0302$")
    text += user(someone("kyoseki", "結 席"), READER)
    for post in POSTS:
        members = [person_dn(person) for person in PEOPLE if person.id == post.person]
        text += group(f"CN={post.department},{POSTS_BASE}", members)
    return text


def large_city() -> Iterator[str]:
    """A bureau and its section, and everybody of it with a concurrent post in the bureau; in parts that load quickly.

    Its people are contacts, for which a domain has far less to do than for accounts.
    """
    above, section = f"OU=90,OU=Departments,{LARGE}", f"OU=9001,OU=90,OU=Departments,{LARGE}"
    text = unit(LARGE) + unit(f"OU=Departments,{LARGE}") + unit(f"OU=Posts,{LARGE}")
    text += department(DirectoryDepartment("90", "大局", DepartmentKind.BUREAU, None), above)
    yield text + department(DirectoryDepartment("9001", "大課", DepartmentKind.SECTION, "90"), section)
    dns = [f"CN=t{number:06},{section}" for number in range(LARGE_GROUP)]
    for begin in range(0, LARGE_GROUP, _AT_ONCE):
        yield "".join(
            entry(
                dns[number],
                objectClass="contact",
                displayName=f"多数 {number}",
                employeeID=f"{number:06}",
                title="主事",
            )
            for number in range(begin, min(begin + _AT_ONCE, LARGE_GROUP))
        )
    yield group(f"CN=90,OU=Posts,{LARGE}", dns)


def someone(number: str, name: str, department: str = "030201") -> DirectoryPerson:
    """A person of the small city whom the contract does not know."""
    family_name, given_name = name.split()
    return DirectoryPerson(
        id=f"s{number}" if number.isdigit() else number, number=number, name=name, family_name=family_name,
        given_name=given_name, kana="", mail=f"s{number}@city.example.jp", title="主事",
        employment=Employment.REGULAR, department=department,
    )  # fmt: skip


def _line(name: str, value: str | bytes) -> str:
    if isinstance(value, str) and value.isascii() and value[0] not in " :<" and value.isprintable():
        return f"{name}: {value}"
    return f"{name}:: {base64.b64encode(value if isinstance(value, bytes) else value.encode()).decode()}"
