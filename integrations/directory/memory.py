"""A directory made of values, for tests and for cities that have none."""

from collections.abc import Sequence
from dataclasses import dataclass

from integrations.directory.checked import Told, checked
from integrations.directory.port import DirectoryDepartment, DirectoryPerson, DirectoryPost, DirectoryUnavailable, Roll


@dataclass(slots=True)
class MemoryDirectory:
    """Answers what it was given; `available` false makes it one that cannot be asked."""

    given_departments: Sequence[DirectoryDepartment] = ()
    given_people: Sequence[DirectoryPerson] = ()
    given_posts: Sequence[DirectoryPost] = ()
    available: bool = True

    @property
    def name(self) -> str:
        return "memory"

    def read(self) -> Roll:
        if not self.available:
            raise DirectoryUnavailable("the directory in memory was switched off")
        return checked(
            [Told(f"department {one.code}", one) for one in self.given_departments],
            [Told(f"person {one.id}", one) for one in self.given_people],
            [Told(f"post of {one.person}", one) for one in self.given_posts],
        )
