"""The seam to the city's directory: which one it is, and its words for the services of this app."""

from pathlib import Path

from integrations.directory import (
    DepartmentKind,
    Directory,
    DirectoryDepartment,
    DirectoryFaulty,
    DirectoryPerson,
    DirectoryPost,
    DirectoryUnavailable,
    Employment,
    Finding,
    FindingCode,
    Roll,
)
from integrations.directory.ldif import LdifDirectory

__all__ = [
    "DepartmentKind",
    "Directory",
    "DirectoryDepartment",
    "DirectoryFaulty",
    "DirectoryPerson",
    "DirectoryPost",
    "DirectoryUnavailable",
    "Employment",
    "Finding",
    "FindingCode",
    "Roll",
    "directory_in_file",
]


def directory_in_file(path: Path) -> Directory:
    """The directory in an LDIF file."""
    return LdifDirectory(path)
