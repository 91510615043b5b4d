"""The small city of the contract as LDIF, as an OpenLDAP would hold it."""

import base64
from collections.abc import Sequence

from integrations.directory.port import DirectoryDepartment, DirectoryPerson
from integrations.directory.tests.contract import DEPARTMENTS, PEOPLE, POSTS

BASE = "dc=city,dc=example,dc=jp"
KINDS = {"bureau": "局", "division": "部", "section": "課", "unit": "係"}
EMPLOYMENTS = {"regular": "常勤", "fiscal_year": "会計年度任用", "reappointed": "再任用", "conditional": "条件付採用"}


def attribute(name: str, value: str) -> str:
    """As LDIF writes it: other than ASCII in Base64, and long lines folded."""
    line = f"{name}: {value}" if value.isascii() else f"{name}:: {base64.b64encode(value.encode()).decode()}"
    return "\n ".join(line[at : at + 40] for at in range(0, len(line), 40))


def entry(dn: str, *pairs: tuple[str, str]) -> str:
    return "\n".join(attribute(name, value) for name, value in (("dn", dn), *pairs)) + "\n\n"


def small_city() -> str:
    text = containers()
    for department in DEPARTMENTS:
        text += department_entry(department, DEPARTMENTS)
    for person in PEOPLE:
        text += person_entry(person)
    for post in POSTS:
        text += entry(
            f"cn={post.department},ou=posts,{BASE}",
            ("objectClass", "groupOfNames"),
            ("cn", post.department),
            ("member", f"uid={post.person},ou=people,{BASE}"),
        )
    return text


def containers() -> str:
    text = entry(BASE, ("objectClass", "dcObject"), ("objectClass", "organization"), ("dc", "city"), ("o", "市"))
    for name in ("departments", "people", "posts"):
        text += entry(f"ou={name},{BASE}", ("objectClass", "organizationalUnit"), ("ou", name))
    return text


def department_dn(department: DirectoryDepartment, among: Sequence[DirectoryDepartment]) -> str:
    above = next((one for one in among if one.code == department.parent), None)
    return f"ou={department.code}," + (department_dn(above, among) if above else f"ou=departments,{BASE}")


def department_entry(department: DirectoryDepartment, among: Sequence[DirectoryDepartment]) -> str:
    return entry(
        department_dn(department, among),
        ("objectClass", "organizationalUnit"),
        ("ou", department.code),
        ("description", department.name),
        ("businessCategory", KINDS[department.kind.value]),
    )


def person_entry(person: DirectoryPerson, *more: tuple[str, str]) -> str:
    return entry(
        f"uid={person.id},ou=people,{BASE}",
        ("objectClass", "inetOrgPerson"),
        ("uid", person.id),
        ("cn", person.name),
        ("sn", person.family_name),
        ("givenName", person.given_name),
        ("cn;lang-ja-kana", person.kana),
        ("employeeNumber", person.number),
        ("mail", person.mail),
        ("title", person.title),
        ("employeeType", EMPLOYMENTS[person.employment.value]),
        ("departmentNumber", person.department),
        *more,
    )
