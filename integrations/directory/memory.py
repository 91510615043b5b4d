"""A directory made of values, for tests and for cities that have none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from integrations.directory.checked import Content, checked
from integrations.directory.port import DirectoryDepartment, DirectoryPerson, DirectoryPost, DirectoryUnavailable


@dataclass(slots=True)
class MemoryDirectory:
    """Answers what it was given; `available` false makes it one that cannot be asked."""

    given_departments: Sequence[DirectoryDepartment] = ()
    given_people: Sequence[DirectoryPerson] = ()
    given_posts: Sequence[DirectoryPost] = ()
    available: bool = True

    def departments(self) -> Iterator[DirectoryDepartment]:
        return iter(self._content().departments)

    def people(self) -> Iterator[DirectoryPerson]:
        return iter(self._content().people)

    def concurrent_posts(self) -> Iterator[DirectoryPost]:
        return iter(self._content().posts)

    def _content(self) -> Content:
        if not self.available:
            raise DirectoryUnavailable("the directory in memory was switched off")
        return checked(self.given_departments, self.given_people, self.given_posts)
