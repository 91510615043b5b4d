"""The directory on a server: OpenLDAP, Active Directory, or another that speaks LDAP version 3."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ldap.ldapobject import LDAPObject

from integrations.directory.ldap.connecting import connected
from integrations.directory.ldap.paging import found_below
from integrations.directory.mapping.entry import Entry
from integrations.directory.mapping.roll import mapped_roll
from integrations.directory.port import Progress, Roll
from integrations.directory.settings import By, DirectorySettings


@dataclass(frozen=True)
class LdapDirectory:
    """The directory at the servers of `settings`, read whole each time over one connection."""

    settings: DirectorySettings
    password: str = field(default="", repr=False)
    progress: Progress | None = field(default=None, repr=False, compare=False)

    @property
    def name(self) -> str:
        return self.settings.name

    def read(self) -> Roll:
        departments, people, posts = self.settings.departments, self.settings.people, self.settings.posts
        of_department = [departments.code, departments.name, departments.kind, departments.parent]
        if departments.by is By.GROUPS:
            of_department.append(departments.member)
        of_person = [str(name) for name in vars(people.attributes).values()]
        with connected(self.settings, self.password, self._done) as connection:
            return mapped_roll(
                self.settings,
                source=self.name,
                departments=self._found(connection, "departments", departments.base, departments.filter, of_department),
                people=self._found(connection, "people", people.base, people.filter, of_person),
                posts=self._found(connection, "posts", posts.base, posts.filter, [posts.department, posts.member]),
            )

    def _done(self, what: str, which: str) -> None:
        if self.progress:
            self.progress(what, which)

    def _found(
        self, connection: LDAPObject, what: str, base: str, wanted: str, attributes: Sequence[str]
    ) -> Iterator[Entry]:
        """The entries, none where there is no base; the count is told once all are there."""
        count = 0
        if base:
            for entry in found_below(
                connection,
                base,
                wanted,
                [name for name in attributes if name],
                page_size=self.settings.page_size,
                timeout_seconds=self.settings.timeout_seconds,
            ):
                count += 1
                yield entry
        self._done(what, str(count))
