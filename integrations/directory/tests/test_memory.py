from dataclasses import replace

import pytest

from integrations.directory.memory import MemoryDirectory
from integrations.directory.port import Directory, DirectoryFaulty, DirectoryPost
from integrations.directory.tests.contract import DEPARTMENTS, PEOPLE, POSTS, DirectoryContract


class TestMemoryDirectory(DirectoryContract):
    @pytest.fixture
    def directory(self) -> Directory:
        return MemoryDirectory(DEPARTMENTS[::-1], PEOPLE[::-1], POSTS)

    @pytest.fixture
    def switched_off(self) -> Directory:
        return MemoryDirectory(DEPARTMENTS, PEOPLE, POSTS, available=False)


@pytest.mark.parametrize(
    ("directory", "reason"),
    [
        (MemoryDirectory(DEPARTMENTS * 2), "the code is there twice"),
        (MemoryDirectory(DEPARTMENTS[1:]), "there is no department 03 above it"),
        (MemoryDirectory((replace(DEPARTMENTS[0], parent="0302"), *DEPARTMENTS[1:])), "it lies below itself"),
        (MemoryDirectory(DEPARTMENTS, PEOPLE * 2), "the id is there twice"),
        (MemoryDirectory(DEPARTMENTS, (*PEOPLE, replace(PEOPLE[0], id="other"))), "s000001 has the same number"),
        (MemoryDirectory((), PEOPLE), "there is no department 030201"),
        (MemoryDirectory(DEPARTMENTS, (), POSTS), "there is no person s000003"),
        (MemoryDirectory(DEPARTMENTS, PEOPLE, (DirectoryPost("s000001", "99"),)), "there is no department 99"),
    ],
)
def test_what_contradicts_itself_is_refused_with_the_entry(directory: MemoryDirectory, reason: str) -> None:
    with pytest.raises(DirectoryFaulty, match=reason):
        directory.read()
