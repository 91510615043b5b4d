"""What Kyoseki wants of a directory, whatever kind it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
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
    """A person on the roll. `id` is the name for signing in, `department` the code of the main post.

    `uuid` is the entry's lasting identity (entryUUID, objectGUID): a renamed `id` keeps it. Empty where a directory
    has none; then the staff number is who somebody is. `manager` is the id of the superior, empty when none is named;
    `password_changed_at` is None where the directory does not tell.
    """

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
    uuid: str = ""
    manager: str = ""
    password_changed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DirectoryPost:
    """A concurrent post (兼務): a person's id and a department's code."""

    person: str
    department: str


class FindingCode(StrEnum):
    """What can be wrong with an entry."""

    NO_NAME = "no_name"
    NO_NUMBER = "no_number"
    NO_ID = "no_id"
    NO_CODE = "no_code"
    NO_DEPARTMENT = "no_department"
    UNKNOWN_DEPARTMENT = "unknown_department"
    UNKNOWN_EMPLOYMENT = "unknown_employment"
    UNKNOWN_KIND = "unknown_kind"
    UNKNOWN_MANAGER = "unknown_manager"
    UNKNOWN_PERSON = "unknown_person"
    NUMBER_TWICE = "number_twice"
    ID_TWICE = "id_twice"
    CODE_TWICE = "code_twice"
    BELOW_ITSELF = "below_itself"
    SEVERAL_DEPARTMENTS = "several_departments"
    NOT_UTF8 = "not_utf8"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Finding:
    """An entry that makes no sense. It is left out of the roll, and whom it is about stays as known until it is mended.

    `entry` is its DN (or the line of a file). A finding about a person tells `uuid`, `id` and `number`, one about a
    department its code in `department`, each as far as the entry still says; `facts` are what a sentence needs
    (`{"attribute": "departmentNumber", "value": "99"}`). A finding that `warns` only (a manager who is nowhere, a
    group with a member who is nobody) leaves its entry in the roll.
    """

    entry: str
    code: FindingCode
    facts: Mapping[str, str] = field(default_factory=dict)
    uuid: str = ""
    id: str = ""
    number: str = ""
    department: str = ""
    warns: bool = False


@dataclass(frozen=True, slots=True)
class Roll:
    """Everything a directory says at one moment: departments with parents first, people in order of id, concurrent
    posts in order of person and department, and what of it made no sense."""

    departments: tuple[DirectoryDepartment, ...]
    people: tuple[DirectoryPerson, ...]
    posts: tuple[DirectoryPost, ...]
    findings: tuple[Finding, ...] = ()


class Trouble(StrEnum):
    """Why a directory gives no answer."""

    UNREACHABLE = "unreachable"
    CERTIFICATE = "certificate"
    PASSWORD = "password"  # noqa: S105 - the name of a trouble
    TOO_SLOW = "too_slow"
    CUT_OFF = "cut_off"
    SIZE_LIMIT = "size_limit"
    NO_BASE = "no_base"
    REFUSED = "refused"
    NOT_INSTALLED = "not_installed"


@dataclass(eq=False)
class DirectoryUnavailable(Exception):
    """The directory cannot be asked now, or stopped in the middle. Nothing of what it said may be taken for granted.

    `reason` is a sentence for who looks after it, with the server's own words and never a password.
    """

    reason: str
    trouble: Trouble = Trouble.UNREACHABLE

    def __str__(self) -> str:
        return self.reason


@dataclass(eq=False)
class DirectoryFaulty(Exception):
    """What was read is no directory at all: `entry` says where (a file, a line, a base), `reason` why."""

    entry: str
    reason: str

    def __str__(self) -> str:
        return f"{self.entry}: {self.reason}"


Progress = Callable[[str, str], None]
"""Is told what a reading has done: `reached`, `secured` and `bound` with the server or account, then `departments`,
`people` and `posts` with how many entries were found."""


class Directory(Protocol):
    """A directory, whatever kind it is."""

    @property
    def name(self) -> str:
        """Which directory it is, for people: a file's name, a server's address. Never a password."""
        ...

    def read(self) -> Roll:
        """Everything, as it is now. Raises DirectoryUnavailable or DirectoryFaulty: never a silent half.

        In the roll every department and person that is referred to is there: what refers to something that made no
        sense is left out with it, each with a finding of its own.
        """
        ...
