"""What Kyoseki wants of a directory, whatever kind it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class DepartmentKind(StrEnum):
    """局, 部, 課, 係."""

    BUREAU = "bureau"
    DIVISION = "division"
    SECTION = "section"
    UNIT = "unit"


class Employment(StrEnum):
    """任用区分: 常勤, 会計年度任用, 再任用, 条件付採用."""

    REGULAR = "regular"
    FISCAL_YEAR = "fiscal_year"
    REAPPOINTED = "reappointed"
    CONDITIONAL = "conditional"


@dataclass(frozen=True, slots=True)
class DirectoryDepartment:
    """A department by its code; `parent` is the code of the one above, None at the top."""

    code: str
    name: str
    kind: DepartmentKind
    parent: str | None


@dataclass(frozen=True, slots=True)
class DirectoryPerson:
    """A person on the roll. `id` is the directory's and the sign-in name, `department` the code of the main post."""

    id: str
    number: str
    name: str
    family_name: str
    given_name: str
    kana: str
    mail: str
    title: str
    employment: Employment
    department: str


@dataclass(frozen=True, slots=True)
class DirectoryPost:
    """A concurrent post (兼務): a person's id and a department's code."""

    person: str
    department: str


class DirectoryUnavailable(Exception):
    """The directory cannot be asked now. Nothing it would have said may be taken for granted."""


@dataclass(eq=False)
class DirectoryFaulty(Exception):
    """An entry makes no sense: `entry` says which one (a DN), `reason` why."""

    entry: str
    reason: str

    def __str__(self) -> str:
        return f"{self.entry}: {self.reason}"


class Directory(Protocol):
    """A directory at one moment: asked twice, an adapter may answer anew, but each answer is whole."""

    def departments(self) -> Iterator[DirectoryDepartment]:
        """Every department, each after its parent. Raises DirectoryUnavailable or DirectoryFaulty before the first."""
        ...

    def people(self) -> Iterator[DirectoryPerson]:
        """Everyone on the roll, each once, in order of `id`. Raises as `departments` does: never a silent half."""
        ...

    def concurrent_posts(self) -> Iterator[DirectoryPost]:
        """Every concurrent post, each once, of people and departments that the directory also lists."""
        ...
