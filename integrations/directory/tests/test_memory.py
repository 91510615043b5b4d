from dataclasses import replace

import pytest

from integrations.directory.memory import MemoryDirectory
from integrations.directory.port import Directory, DirectoryPost, FindingCode
from integrations.directory.tests.contract import DEPARTMENTS, PEOPLE, POSTS, DirectoryContract

TOP, DIVISION, SECTION, OTHER = DEPARTMENTS


class TestMemoryDirectory(DirectoryContract):
    @pytest.fixture
    def directory(self) -> Directory:
        return MemoryDirectory(DEPARTMENTS[::-1], PEOPLE[::-1], POSTS)

    @pytest.fixture
    def switched_off(self) -> Directory:
        return MemoryDirectory(DEPARTMENTS, PEOPLE, POSTS, available=False)


@pytest.mark.parametrize(
    ("directory", "said", "departments", "people"),
    [
        (
            MemoryDirectory((*DEPARTMENTS, replace(OTHER, name="別の課")), PEOPLE[:1]),
            {("department 030202", FindingCode.CODE_TWICE)},
            ["03", "0302", "030201"],
            ["s000001"],
        ),
        (
            MemoryDirectory(DEPARTMENTS[1:]),
            {(f"department {code}", FindingCode.UNKNOWN_DEPARTMENT) for code in ("0302", "030201", "030202")},
            [],
            [],
        ),
        (
            MemoryDirectory((replace(TOP, parent="0302"), DIVISION, SECTION, replace(OTHER, parent=None)), PEOPLE[1:]),
            {
                ("department 03", FindingCode.BELOW_ITSELF),
                ("department 0302", FindingCode.BELOW_ITSELF),
                ("department 030201", FindingCode.UNKNOWN_DEPARTMENT),
            },
            ["030202"],
            ["s000002", "s000003"],
        ),
        (
            MemoryDirectory(DEPARTMENTS, (*PEOPLE, replace(PEOPLE[0], number="000009", id="S000001"))),
            {("person s000001", FindingCode.ID_TWICE), ("person S000001", FindingCode.ID_TWICE)},
            ["03", "0302", "030201", "030202"],
            ["s000002", "s000003"],
        ),
        (
            MemoryDirectory(DEPARTMENTS, (*PEOPLE, replace(PEOPLE[0], id="other"))),
            {("person s000001", FindingCode.NUMBER_TWICE), ("person other", FindingCode.NUMBER_TWICE)},
            ["03", "0302", "030201", "030202"],
            ["s000002", "s000003"],
        ),
        (
            MemoryDirectory(DEPARTMENTS, (replace(PEOPLE[0], department="99"), *PEOPLE[1:])),
            {("person s000001", FindingCode.UNKNOWN_DEPARTMENT)},
            ["03", "0302", "030201", "030202"],
            ["s000002", "s000003"],
        ),
        (
            MemoryDirectory(DEPARTMENTS, (), POSTS),
            {("post of s000003", FindingCode.UNKNOWN_PERSON)},
            ["03", "0302", "030201", "030202"],
            [],
        ),
        (
            MemoryDirectory(DEPARTMENTS, PEOPLE, (DirectoryPost("s000001", "99"),)),
            {("post of s000001", FindingCode.UNKNOWN_DEPARTMENT)},
            ["03", "0302", "030201", "030202"],
            ["s000001", "s000002", "s000003"],
        ),
        (
            MemoryDirectory(DEPARTMENTS, (replace(PEOPLE[0], manager="nobody"), *PEOPLE[1:])),
            {("person s000001", FindingCode.UNKNOWN_MANAGER)},
            ["03", "0302", "030201", "030202"],
            ["s000001", "s000002", "s000003"],
        ),
    ],
)
def test_what_contradicts_itself_is_said_and_the_rest_stands(
    directory: MemoryDirectory, said: set[tuple[str, FindingCode]], departments: list[str], people: list[str]
) -> None:
    roll = directory.read()
    assert {(finding.entry, finding.code) for finding in roll.findings} == said
    assert [department.code for department in roll.departments] == departments
    assert [person.id for person in roll.people] == people


def test_a_post_in_a_department_that_makes_no_sense_leaves_its_person_as_known() -> None:
    twice = (*DEPARTMENTS, replace(SECTION, name="同じ番号の課"))
    roll = MemoryDirectory(twice, PEOPLE[1:], POSTS).read()
    assert [person.id for person in roll.people] == ["s000002"]
    assert roll.findings[-1].code is FindingCode.UNKNOWN_DEPARTMENT
    assert roll.findings[-1].id == "s000003"
    assert not roll.findings[-1].warns


def test_a_superior_who_stands_is_kept() -> None:
    people = (PEOPLE[0], replace(PEOPLE[1], manager="s000001"), PEOPLE[2])
    roll = MemoryDirectory(DEPARTMENTS, people).read()
    assert [person.manager for person in roll.people] == ["", "s000001", ""]
    assert roll.findings == ()
