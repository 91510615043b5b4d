import base64
from pathlib import Path

import pytest

from integrations.directory.ldif import LdifDirectory
from integrations.directory.ldif_entries import entries
from integrations.directory.port import Directory, DirectoryFaulty
from integrations.directory.tests.contract import DEPARTMENTS, PEOPLE, POSTS, DirectoryContract

_BASE = "dc=city,dc=example,dc=jp"
_KINDS = {"bureau": "局", "division": "部", "section": "課"}
_EMPLOYMENTS = {"regular": "常勤", "fiscal_year": "会計年度任用"}


def attribute(name: str, value: str) -> str:
    """As LDIF writes it: other than ASCII in Base64, and long lines folded."""
    line = f"{name}: {value}" if value.isascii() else f"{name}:: {base64.b64encode(value.encode()).decode()}"
    return "\n ".join(line[at : at + 40] for at in range(0, len(line), 40))


def entry(dn: str, *pairs: tuple[str, str]) -> str:
    return "\n".join(attribute(name, value) for name, value in (("dn", dn), *pairs)) + "\n\n"


def small_city() -> str:
    text = "version: 1\n# a comment\n  that goes on\n\n"
    text += entry(f"ou=departments,{_BASE}", ("objectClass", "organizationalUnit"), ("ou", "departments"))
    for department in DEPARTMENTS:
        above = [code for code in ("0302", "03") if department.code.startswith(code) and department.code != code]
        text += entry(
            ",".join(f"ou={code}" for code in (department.code, *above, "departments")) + f",{_BASE}",
            ("objectClass", "organizationalUnit"),
            ("ou", department.code),
            ("description", department.name),
            ("businessCategory", _KINDS[department.kind.value]),
        )
    for person in PEOPLE:
        text += entry(
            f"uid={person.id},ou=people,{_BASE}",
            ("objectClass", "inetOrgPerson"),
            ("uid", person.id),
            ("cn", person.name),
            ("sn", person.family_name),
            ("givenName", person.given_name),
            ("cn;lang-ja-kana", person.kana),
            ("employeeNumber", person.number),
            ("mail", person.mail),
            ("title", person.title),
            ("employeeType", _EMPLOYMENTS[person.employment.value]),
            ("departmentNumber", person.department),
        )
    for post in POSTS:
        text += entry(
            f"cn={post.department},ou=posts,{_BASE}",
            ("objectClass", "groupOfNames"),
            ("cn", post.department),
            ("member", f"uid={post.person},ou=people,{_BASE}"),
        )
    return text


class TestLdifDirectory(DirectoryContract):
    @pytest.fixture
    def directory(self, tmp_path: Path) -> Directory:
        path = tmp_path / "directory.ldif"
        path.write_text(small_city(), encoding="utf-8")
        return LdifDirectory(path)

    @pytest.fixture
    def switched_off(self, tmp_path: Path) -> Directory:
        return LdifDirectory(tmp_path / "nowhere.ldif")


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("employeeNumber: 000003\n", "", "uid=s000003,.*: employeenumber is missing"),
        (
            attribute("employeeType", "会計年度任用"),
            "employeeType: other",
            "uid=s000003,.*: employeeType other is unknown",
        ),
        (attribute("businessCategory", "局"), "businessCategory: x", "ou=03,.*: businessCategory x is unknown"),
        ("departmentNumber: 030201", "departmentNumber: 990101", "person s000001: there is no department 990101"),
        ("uid: s000003\n", "uid:: &&&\n", "line [0-9]+: the value of uid is no UTF-8 in Base64"),
        ("uid: s000003\n", "uid:< file:///etc/passwd\n", "line [0-9]+: values behind a URL are not read"),
        ("uid: s000003\n", "changetype: delete\n", "uid=s000003,.*: this is a change and not content"),
        ("dn: uid=s000003,", "nd: uid=s000003,", "line [0-9]+: an entry begins with dn"),
        ("uid: s000003\n", "uid s000003\n", "line [0-9]+: there is no attribute"),
    ],
)
def test_a_faulty_file_is_refused_with_the_place(tmp_path: Path, before: str, after: str, reason: str) -> None:
    path = tmp_path / "directory.ldif"
    text = small_city()
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    with pytest.raises(DirectoryFaulty, match=reason):
        LdifDirectory(path).read()


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "directory.ldif"
    path.write_bytes("# 広聴課\n".encode("shift_jis"))
    with pytest.raises(DirectoryFaulty, match="not UTF-8"):
        LdifDirectory(path).read()


def test_lines_that_end_as_on_windows_are_read_alike() -> None:
    text = small_city()
    assert list(entries(text.replace("\n", "\r\n"))) == list(entries(text))


def test_the_demonstration_hall_is_read_whole() -> None:
    hall = LdifDirectory(Path(__file__).parents[3] / "demonstration" / "hall" / "directory.ldif")
    roll = hall.read()
    assert (len(roll.departments), len(roll.people), len(roll.findings)) == (157, 2899, 0)
    assert len(roll.posts) > 62
