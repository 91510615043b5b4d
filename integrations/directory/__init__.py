"""The city's directory: who works there, in which department."""

from integrations.directory.port import (
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
]
