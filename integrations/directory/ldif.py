"""A directory from an LDIF file: what `ldapsearch -L` of a server prints, or `slapcat`, read as the server would be."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from integrations.directory.ldif_entries import entries
from integrations.directory.ldif_filter import Filter, FilterFaulty, parsed_filter
from integrations.directory.mapping.distinguished_names import dn_key, is_within
from integrations.directory.mapping.entry import Entry
from integrations.directory.mapping.roll import mapped_roll
from integrations.directory.port import DirectoryFaulty, DirectoryUnavailable, Roll
from integrations.directory.settings import DirectoryKind, DirectorySettings, Preset, settings_of_preset

_AS_OPENLDAP = settings_of_preset(Preset.OPENLDAP, kind=DirectoryKind.LDIF)


@dataclass(frozen=True)
class LdifDirectory:
    """The directory in the file at `path`, read whole each time.

    An empty base of `settings` is the whole file.
    """

    path: Path
    settings: DirectorySettings = field(default=_AS_OPENLDAP, repr=False)

    @property
    def name(self) -> str:
        return self.path.name

    def read(self) -> Roll:
        try:
            content = self.path.read_bytes()
        except OSError as error:
            raise DirectoryUnavailable(f"{self.path} cannot be read: {error.strerror}") from error
        found = [(dn_key(entry.dn), entry) for entry in entries(content)]
        try:
            departments, people, posts = (
                _those(found, table.base, parsed_filter(table.filter))
                for table in (self.settings.departments, self.settings.people, self.settings.posts)
            )
        except FilterFaulty as error:
            raise DirectoryFaulty(self.name, f"the filter of the settings: {error}") from error
        return mapped_roll(self.settings, source=self.name, departments=departments, people=people, posts=posts)


def _those(found: Iterable[tuple[tuple[str, ...], Entry]], base: str, wanted: Filter) -> list[Entry]:
    above = dn_key(base)
    return [entry for key, entry in found if is_within(key, above) and wanted(entry)]
