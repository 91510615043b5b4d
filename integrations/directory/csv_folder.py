"""A directory from CSV files, for a city without a server: people.csv, departments.csv and, where there are concurrent
posts, posts.csv, in a folder or a ZIP. docs/directory-settings.md lists the columns.

Each file is UTF-8, with or without a byte order mark, or CP932 (what Windows calls Shift_JIS).
"""

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from integrations.directory.csv_columns import FILES, Column
from integrations.directory.mapping.entry import Entry
from integrations.directory.mapping.roll import mapped_roll
from integrations.directory.port import DirectoryFaulty, DirectoryUnavailable, Roll
from integrations.directory.settings import (
    By,
    DirectoryKind,
    DirectorySettings,
    PersonAttributes,
    PostSettings,
    Preset,
    settings_of_preset,
)

LARGEST_BYTES: Final = 100_000_000
"""Of one file, unpacked: some hundred times the CSV of a city of 20,000 people."""
_POSTS_MAY_BE_MISSING = "posts.csv"


def _settings() -> DirectorySettings:
    """The columns as if they were attributes."""
    usual = settings_of_preset(Preset.OPENLDAP, kind=DirectoryKind.CSV)
    names = PersonAttributes(**{name: name for name in PersonAttributes.__dataclass_fields__})
    attributes = replace(names, password_changed="", disabled="")
    return replace(
        usual,
        people=replace(usual.people, attributes=attributes),
        departments=replace(usual.departments, by=By.ATTRIBUTE, code="code", name="name", kind="kind", parent="parent"),
        posts=PostSettings(base="", filter="", department="department", member="id"),
    )


_COLUMNS_AS_ATTRIBUTES: Final = _settings()


@dataclass(frozen=True, slots=True)
class CsvDirectory:
    """The directory in the folder or ZIP at `path`, read whole each time."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.name

    def read(self) -> Roll:
        files = self._files()
        return mapped_roll(
            _COLUMNS_AS_ATTRIBUTES,
            source=self.name,
            departments=_entries("departments.csv", files),
            people=_entries("people.csv", files),
            posts=_entries("posts.csv", files),
        )

    def _files(self) -> dict[str, bytes]:
        try:
            if self.path.is_dir():
                return {name: (self.path / name).read_bytes() for name in FILES if (self.path / name).is_file()}
            return self._unpacked()
        except OSError as error:
            raise DirectoryUnavailable(f"{self.path} cannot be read: {error.strerror or error}") from error
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            raise DirectoryFaulty(self.name, f"this is no ZIP that can be read ({error})") from error

    def _unpacked(self) -> dict[str, bytes]:
        found: dict[str, bytes] = {}
        with zipfile.ZipFile(self.path) as packed:
            for member in packed.infolist():
                name = member.filename.rpartition("/")[2].lower()
                if name not in FILES:
                    continue
                if name in found:
                    raise DirectoryFaulty(self.name, f"{name} is there twice")
                if member.file_size > LARGEST_BYTES:
                    raise DirectoryFaulty(name, "the file is too large")
                found[name] = packed.read(member)
        return found


def _entries(name: str, files: Mapping[str, bytes]) -> Iterator[Entry]:
    """A line each, named by the file and its number."""
    if name not in files:
        if name == _POSTS_MAY_BE_MISSING:
            return
        raise DirectoryFaulty(name, "the file is missing")
    lines = csv.reader(io.StringIO(_text(files[name]), newline=""), strict=True)
    try:
        places = _places(name, next(lines, []), FILES[name])
        for values in lines:
            if not any(value.strip() for value in values):
                continue
            if len(values) != places.width:
                reason = f"there are {len(values)} values, and the heading has {places.width}"
                raise DirectoryFaulty(f"{name}:{lines.line_num}", reason)
            named = {column: [_bytes(values[at])] for column, at in places.at.items()}
            yield Entry(f"{name}:{lines.line_num}", named)
    except csv.Error as error:
        raise DirectoryFaulty(f"{name}:{lines.line_num}", f"this is no CSV ({error})") from error


@dataclass(frozen=True, slots=True)
class _Places:
    at: Mapping[str, int]
    width: int


def _places(file: str, heading: Sequence[str], columns: Sequence[Column]) -> _Places:
    """Where each column stands. Raises DirectoryFaulty for one that is missing or there twice."""
    headings = [word.strip() for word in heading]
    at: dict[str, int] = {}
    for column in columns:
        found = [place for place, word in enumerate(headings) if word in column.headings]
        if len(found) > 1:
            raise DirectoryFaulty(f"{file}:1", f"the column {column.name} is there twice")
        if found:
            at[column.name] = found[0]
        elif column.needed:
            raise DirectoryFaulty(f"{file}:1", f"the column {' or '.join(column.headings)} is missing")
    return _Places(at, len(headings))


def _text(content: bytes) -> str:
    """By the encoding that reads more of its lines; bytes that none reads stay recognisable as such."""
    content = content.removeprefix(b"\xef\xbb\xbf")
    lines = content.splitlines()
    read = {encoding: sum(_reads(line, encoding) for line in lines) for encoding in ("utf-8", "cp932")}
    return content.decode("utf-8" if read["utf-8"] >= read["cp932"] else "cp932", "surrogateescape")


def _reads(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _bytes(value: str) -> bytes:
    return value.encode("utf-8", "surrogateescape")
