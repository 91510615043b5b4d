"""What is known of departments and people, in the directory's words: what a roll is compared with."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from directory.source import DirectoryDepartment, DirectoryPerson
from people.policies.posts import WantedPost


@dataclass(frozen=True, slots=True)
class KnownDepartment:
    """A department as it is on record; `ended`: its last day is over."""

    entry: DirectoryDepartment
    ended: bool = False


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody of the staff as they are on record.

    `entry` holds the values under the directory's names: `id` and `uuid` are empty for those whom no directory has
    named, `department` where there is none. `left`: the last day is over; `last_day`: there is one, past or to come.
    `posts` are those of today and later. `username` is empty without an account.
    """

    person_id: int
    entry: DirectoryPerson
    posts: frozenset[WantedPost] = frozenset()
    last_day: date | None = None
    left: bool = False
    username: str = ""
    account_active: bool = False

    @property
    def listed(self) -> bool:
        """Whether a directory has named them: who was entered by hand is not a directory's to end."""
        return bool(self.entry.id or self.entry.uuid)


@dataclass(frozen=True, slots=True)
class KnownRoll:
    """Everything that is known, ended departments and leavers included.

    `names_taken` are user names, in lower case, of accounts that are no member of staff's (break-glass accounts);
    `numbers_taken` the numbers of visitors. No entry of a directory may have either.
    """

    departments: Sequence[KnownDepartment] = ()
    people: Sequence[KnownPerson] = ()
    names_taken: frozenset[str] = field(default=frozenset())
    numbers_taken: frozenset[str] = field(default=frozenset())

    @property
    def is_first(self) -> bool:
        """Whether no directory has been taken over yet."""
        return not any(person.listed for person in self.people)

    @property
    def people_here(self) -> int:
        """How many people of the directory are on the roll now."""
        return sum(person.listed and not person.left for person in self.people)

    @property
    def departments_here(self) -> int:
        """How many departments there are now."""
        return sum(not department.ended for department in self.departments)
