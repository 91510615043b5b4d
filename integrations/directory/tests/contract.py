"""The promise of the port, kept by every adapter: inherit, and give `directory` and `switched_off`.

`directory` has to hold the small city described here.
"""

from dataclasses import replace

import pytest

from integrations.directory.port import (
    DepartmentKind,
    Directory,
    DirectoryDepartment,
    DirectoryPerson,
    DirectoryPost,
    DirectoryUnavailable,
    Employment,
)

DEPARTMENTS = (
    DirectoryDepartment("03", "まちづくり政策局", DepartmentKind.BUREAU, None),
    DirectoryDepartment("0302", "広報部", DepartmentKind.DIVISION, "03"),
    DirectoryDepartment("030201", "広報課", DepartmentKind.SECTION, "0302"),
    DirectoryDepartment("030202", "広聴課", DepartmentKind.SECTION, "0302"),
)


def person(
    number: str, name: str, kana: str, title: str, department: str, *, employment: Employment = Employment.REGULAR
) -> DirectoryPerson:
    family_name, given_name = name.split()
    return DirectoryPerson(
        id=f"s{number}",
        number=number,
        name=name,
        family_name=family_name,
        given_name=given_name,
        kana=kana,
        mail=f"s{number}@city.example.jp",
        title=title,
        employment=employment,
        department=department,
    )


PEOPLE = (
    person("000001", "髙橋 一郎", "タカハシ イチロウ", "部長", "030201"),
    person("000002", "渡邉 花子", "ワタナベ ハナコ", "課長", "030202"),
    person("000003", "我妻 美咲", "ワガツマ ミサキ", "主事", "030202", employment=Employment.FISCAL_YEAR),
)
POSTS = (DirectoryPost("s000003", "030201"),)


class DirectoryContract:
    """What any directory answers."""

    @pytest.fixture
    def directory(self) -> Directory:
        """A directory that holds exactly PEOPLE and POSTS."""
        pytest.fail("every adapter's tests give a directory")

    @pytest.fixture
    def switched_off(self) -> Directory:
        """A directory that cannot be read."""
        pytest.fail("every adapter's tests give one that cannot be read")

    def test_departments_come_with_their_parents_first(self, directory: Directory) -> None:
        assert directory.read().departments == DEPARTMENTS

    def test_everyone_on_the_roll_comes_once_in_order(self, directory: Directory) -> None:
        people = directory.read().people
        assert tuple(replace(person, uuid="", password_changed_at=None) for person in people) == PEOPLE

    def test_concurrent_posts_name_a_person_and_a_department(self, directory: Directory) -> None:
        assert directory.read().posts == POSTS

    def test_what_makes_sense_leaves_no_finding(self, directory: Directory) -> None:
        assert directory.read().findings == ()

    def test_asked_twice_it_answers_twice(self, directory: Directory) -> None:
        assert directory.read() == directory.read()

    def test_it_says_which_it_is(self, directory: Directory) -> None:
        assert directory.name

    def test_a_directory_that_cannot_be_asked_says_so(self, switched_off: Directory) -> None:
        with pytest.raises(DirectoryUnavailable):
            switched_off.read()
