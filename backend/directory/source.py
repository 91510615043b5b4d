"""The seam to the city's directory: which one it is, and its words for the services of this app."""

from pathlib import Path

from django.conf import settings

from integrations.directory import (
    DepartmentKind,
    Directory,
    DirectoryDepartment,
    DirectoryFaulty,
    DirectoryPerson,
    DirectoryPost,
    DirectorySettings,
    DirectoryUnavailable,
    Employment,
    Finding,
    FindingCode,
    Progress,
    Roll,
    Trouble,
    open_directory,
)
from integrations.directory import directory_in_file as in_file

__all__ = [
    "DepartmentKind",
    "Directory",
    "DirectoryDepartment",
    "DirectoryFaulty",
    "DirectoryPerson",
    "DirectoryPost",
    "DirectorySettings",
    "DirectoryUnavailable",
    "Employment",
    "Finding",
    "FindingCode",
    "Progress",
    "Roll",
    "Trouble",
    "configured_directory",
    "directory_in_file",
    "directory_settings",
]


def directory_settings() -> DirectorySettings | None:
    """How the city's directory is reached and read; None where none is configured."""
    return settings.DIRECTORY


def configured_directory(progress: Progress | None = None) -> Directory | None:
    """The city's directory, or None where none is configured. Nothing is read or reached yet.

    Raises DirectoryUnavailable where a part of the product that it needs is not installed.
    """
    given = directory_settings()
    return open_directory(given, settings.DIRECTORY_PASSWORD, progress) if given else None


def directory_in_file(path: Path, *, as_configured: bool = False) -> Directory:
    """The directory in an LDIF file, or in a folder or ZIP of CSV files.

    LDIF is read as the city's own directory is (`as_configured`), or as an OpenLDAP with its usual attributes. Raises
    DirectoryFaulty for a file that is neither.
    """
    return in_file(path, directory_settings() if as_configured else None)
