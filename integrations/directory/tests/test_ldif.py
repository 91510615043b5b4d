import base64
from pathlib import Path

import pytest

from integrations.directory.ldif import LdifDirectory
from integrations.directory.ldif_entries import entries
from integrations.directory.port import Directory, DirectoryFaulty, Finding, FindingCode
from integrations.directory.tests.city_in_ldif import BASE, attribute, entry, small_city
from integrations.directory.tests.contract import DirectoryContract

MISAKI = f"uid=s000003,ou=people,{BASE}"


class TestLdifDirectory(DirectoryContract):
    @pytest.fixture
    def directory(self, tmp_path: Path) -> Directory:
        return written(tmp_path, "version: 1\n# a comment\n  that goes on\n\n" + small_city())

    @pytest.fixture
    def switched_off(self, tmp_path: Path) -> Directory:
        return LdifDirectory(tmp_path / "nowhere.ldif")


def written(folder: Path, text: str | bytes) -> LdifDirectory:
    path = folder / "directory.ldif"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return LdifDirectory(path)


def in_base64(value: bytes) -> str:
    return base64.b64encode(value).decode()


def about_misaki(code: FindingCode, *, number: str = "000003", warns: bool = False, **facts: str) -> Finding:
    return Finding(MISAKI, code, facts, id="s000003", number=number, warns=warns)


@pytest.mark.parametrize(
    ("before", "after", "finding"),
    [
        (
            "employeeNumber: 000003\n",
            "",
            about_misaki(FindingCode.NO_NUMBER, number="", attribute="employeeNumber"),
        ),
        (
            attribute("employeeType", "会計年度任用"),
            "employeeType: other",
            about_misaki(FindingCode.UNKNOWN_EMPLOYMENT, attribute="employeeType", value="other"),
        ),
        (
            attribute("cn", "我妻 美咲"),
            "cn:: " + in_base64("我妻".encode("shift_jis")),
            about_misaki(FindingCode.NOT_UTF8, attribute="cn"),
        ),
        (attribute("cn", "我妻 美咲"), "cn: ", about_misaki(FindingCode.NO_NAME, attribute="cn")),
        ("uid: s000003\n", "", about_misaki(FindingCode.NO_ID, attribute="uid")),
        (
            attribute("title", "主事"),
            "title:: " + in_base64(b"a\x00b"),
            about_misaki(FindingCode.NOT_UTF8, attribute="title"),
        ),
        (
            attribute("title", "主事"),
            attribute("title", "長" * 51),
            about_misaki(FindingCode.TOO_LONG, attribute="title", most="50"),
        ),
    ],
)
def test_a_person_that_makes_no_sense_is_said_and_left_out(
    tmp_path: Path, before: str, after: str, finding: Finding
) -> None:
    text = small_city()
    assert before in text
    roll = written(tmp_path, text.replace(before, after)).read()
    assert roll.findings == (finding,)
    assert [person.id for person in roll.people] == ["s000001", "s000002"]
    assert roll.posts == ()


def test_whoever_stands_in_a_department_that_makes_no_sense_is_left_out_with_it(tmp_path: Path) -> None:
    text = small_city().replace(attribute("description", "広聴課"), "description:: " + in_base64(b"\xff"))
    roll = written(tmp_path, text).read()
    section = f"ou=030202,ou=0302,ou=03,ou=departments,{BASE}"
    assert roll.findings == (
        Finding(section, FindingCode.NOT_UTF8, {"attribute": "description"}, department="030202"),
        Finding(
            f"uid=s000002,ou=people,{BASE}",
            FindingCode.UNKNOWN_DEPARTMENT,
            {"value": "030202"},
            id="s000002",
            number="000002",
        ),
        about_misaki(FindingCode.UNKNOWN_DEPARTMENT, value="030202"),
    )
    assert [person.id for person in roll.people] == ["s000001"]


def test_what_lies_below_a_department_without_a_code_is_not_moved_to_the_top(tmp_path: Path) -> None:
    text = small_city().replace("ou: 0302\n", "ou:: " + in_base64(b"\xff") + "\n")
    roll = written(tmp_path, text).read()
    assert [department.code for department in roll.departments] == ["03"]
    assert {finding.code for finding in roll.findings} == {FindingCode.NOT_UTF8, FindingCode.UNKNOWN_DEPARTMENT}


def test_an_unknown_kind_of_department_is_said(tmp_path: Path) -> None:
    roll = written(tmp_path, small_city().replace(attribute("businessCategory", "局"), "businessCategory: x")).read()
    assert roll.findings[0] == Finding(
        f"ou=03,ou=departments,{BASE}",
        FindingCode.UNKNOWN_KIND,
        {"attribute": "businessCategory", "value": "x"},
        department="03",
    )
    assert {finding.code for finding in roll.findings[1:]} == {FindingCode.UNKNOWN_DEPARTMENT}
    assert roll.departments == ()


def test_a_member_who_is_nobody_and_a_group_of_no_department_warn(tmp_path: Path) -> None:
    groups = entry(
        f"cn=030202,ou=posts,{BASE}",
        ("objectClass", "groupOfNames"),
        ("cn", "030202"),
        ("member", f"uid=gone,ou=people,{BASE}"),
    ) + entry(
        f"cn=printers,ou=posts,{BASE}",
        ("objectClass", "groupOfNames"),
        ("cn", "printers"),
        ("member", MISAKI),
        ("member", f"uid=s000001,ou=people,{BASE}"),
    )
    roll = written(tmp_path, small_city() + groups).read()
    assert roll.findings == (
        Finding(
            f"cn=030202,ou=posts,{BASE}",
            FindingCode.UNKNOWN_PERSON,
            {"value": f"uid=gone,ou=people,{BASE}"},
            warns=True,
        ),
        Finding(f"cn=printers,ou=posts,{BASE}", FindingCode.UNKNOWN_DEPARTMENT, {"value": "printers"}, warns=True),
    )
    assert len(roll.people) == 3


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("uid: s000003\n", "uid:: &&&\n", "line [0-9]+: the value of uid is no Base64"),
        ("uid: s000003\n", "uid:< file:///etc/passwd\n", "line [0-9]+: values behind a URL are not read"),
        ("uid: s000003\n", "changetype: delete\n", "uid=s000003,.*: this is a change and not content"),
        ("dn: uid=s000003,", "nd: uid=s000003,", "line [0-9]+: an entry begins with dn"),
        ("dn: uid=s000003,", "dn:: /////,", "line [0-9]+: the value of dn is no Base64"),
        ("dn: uid=s000003,", "dn:: //8=\n\ndn: uid=s000003,", "line [0-9]+: the DN is no UTF-8"),
        ("uid: s000003\n", "uid s000003\n", "line [0-9]+: there is no attribute"),
        ("inetOrgPerson", "person", "directory.ldif: there is nobody"),
        ("businessCategory", "l", "directory.ldif: there is no department"),
    ],
)
def test_what_is_no_directory_is_refused_with_the_place(tmp_path: Path, before: str, after: str, reason: str) -> None:
    text = small_city()
    assert before in text
    with pytest.raises(DirectoryFaulty, match=reason):
        written(tmp_path, text.replace(before, after)).read()


def test_lines_that_end_as_on_windows_are_read_alike() -> None:
    text = small_city().encode()
    assert list(entries(text.replace(b"\n", b"\r\n"))) == list(entries(text))


def test_the_demonstration_hall_is_read_whole() -> None:
    hall = LdifDirectory(Path(__file__).parents[3] / "demonstration" / "hall" / "directory.ldif")
    roll = hall.read()
    assert (len(roll.departments), len(roll.people), len(roll.posts), roll.findings) == (157, 2899, 90, ())
