"""The city's directory: who works there, in which department."""

from integrations.directory.opening import directory_in_file, open_directory
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
    Progress,
    Roll,
    Trouble,
)
from integrations.directory.settings import DirectorySettings, SettingsFaulty, directory_settings

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
    "SettingsFaulty",
    "Trouble",
    "directory_in_file",
    "directory_settings",
    "open_directory",
]
