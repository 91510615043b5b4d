"""The directory that settings describe."""

import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

from integrations.directory.csv_folder import CsvDirectory
from integrations.directory.ldif import LdifDirectory
from integrations.directory.port import Directory, DirectoryFaulty, DirectoryUnavailable, Progress, Trouble
from integrations.directory.settings import (
    DirectoryKind,
    DirectorySettings,
    Preset,
    settings_of_preset,
)

_LDAP = "integrations.directory.ldap.adapter"
"""Loaded by name, because python-ldap is installed only where a server is read."""
_Opening = Callable[[DirectorySettings, str, Progress | None], Directory]


def open_directory(settings: DirectorySettings, password: str = "", progress: Progress | None = None) -> Directory:
    """What answers for `settings`. Nothing is read or reached yet; a server's reading tells `progress` how far it is.

    Raises DirectoryUnavailable (`not_installed`) where a server is to be read and python-ldap is not there.
    """
    if settings.kind is DirectoryKind.LDAP:
        try:
            adapter = import_module(_LDAP)
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] not in {"ldap", "_ldap"}:
                raise
            reason = "python-ldap is missing: install the packages of requirements/ldap.txt"
            raise DirectoryUnavailable(reason, Trouble.NOT_INSTALLED) from error
        return cast(_Opening, adapter.LdapDirectory)(settings, password, progress)
    return directory_in_file(cast("Path", settings.path), settings)


def directory_in_file(path: Path, settings: DirectorySettings | None = None) -> Directory:
    """The directory in an LDIF file, or in a folder or ZIP of CSV files.

    LDIF is read by the mapping of `settings`, or as an OpenLDAP with its usual attributes. Raises DirectoryFaulty for
    a file that is neither.
    """
    if path.is_dir() or zipfile.is_zipfile(path) or (settings and settings.kind is DirectoryKind.CSV):
        return CsvDirectory(path)
    if path.suffix.lower() == ".csv":
        raise DirectoryFaulty(path.name, "one CSV alone is no directory: give people.csv and departments.csv in a ZIP")
    return LdifDirectory(path, settings or settings_of_preset(Preset.OPENLDAP, kind=DirectoryKind.LDIF))
