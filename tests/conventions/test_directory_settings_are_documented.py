"""docs/directory-settings.md knows every key of the directory's file, its defaults, every finding and every trouble."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from integrations.directory.csv_columns import FILES
from integrations.directory.port import FindingCode, Trouble
from integrations.directory.settings import (
    DirectoryKind,
    DirectorySettings,
    Preset,
    directory_settings,
    settings_of_preset,
)

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "directory-settings.md").read_text()
ROWS = {
    row[0]: dict(zip(Preset, row[1:], strict=True))
    for row in re.findall(r"^\| `([a-z_.]+)` \| ([^|]+) \| ([^|]+) \|", PAGE, re.MULTILINE)
}
DEFAULTS = {preset: settings_of_preset(preset, kind=DirectoryKind.LDAP) for preset in Preset}


def keys(values: Any, above: str = "") -> Iterator[tuple[str, Any]]:
    for field in fields(values):
        value = getattr(values, field.name)
        if is_dataclass(value):
            yield from keys(value, f"{above}{field.name}.")
        else:
            yield f"{above}{field.name}", value


def as_written(value: Any) -> str:
    if value is None or value == "":
        return "empty"
    if value == ():
        return "none"
    if isinstance(value, Mapping):
        return ", ".join(value)
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{value.value if isinstance(value, StrEnum) else value}`"


@pytest.mark.parametrize("preset", Preset)
def test_every_key_is_in_the_page_with_its_default(preset):
    defaults: DirectorySettings = DEFAULTS[preset]
    assert {key: row[preset] for key, row in ROWS.items()} == {key: as_written(value) for key, value in keys(defaults)}


@pytest.mark.parametrize("code", [*FindingCode, *Trouble])
def test_what_can_be_wrong_is_in_the_page(code):
    assert f"`{code.value}`" in PAGE


@pytest.mark.parametrize("file", FILES)
def test_every_column_is_in_the_page_with_both_of_its_headings(file):
    (row,) = [line for line in PAGE.splitlines() if line.startswith(f"| `{file}` |")]
    named = re.findall(r"`(\w+)` \(([^,)]+)", row)
    assert sorted(named) == sorted(tuple(column.headings) for column in FILES[file])


def test_the_examples_of_the_page_are_taken(tmp_path):
    authority = tmp_path / "city-ca.pem"
    authority.touch()
    examples = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert len(examples) == 2
    for example in examples:
        text = example.replace("/etc/kyoseki/city-ca.pem", str(authority))
        assert directory_settings(text).servers == tuple(tomllib.loads(text)["servers"])
