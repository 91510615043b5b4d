"""TOML into frozen dataclasses, strictly: a key that no field has is a mistake, and so is a value of another type."""

import builtins
import tomllib
import types
import typing
from collections import abc
from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar, cast, get_args, get_origin, get_type_hints

_T = TypeVar("_T")
_NOT_EMPTY = "not empty"

Required = Annotated[str, _NOT_EMPTY]
"""A text that a file may not empty."""


@dataclass(frozen=True)
class Within:
    """The bounds of a number, both of them allowed."""

    least: int
    most: int


@dataclass(eq=False)
class SettingsFaulty(Exception):
    """What is wrong with the settings, a sentence for each mistake that names its key."""

    mistakes: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join(self.mistakes)


def read_toml(text: str, kind: type[_T], presets: Mapping[str, Mapping[str, Any]]) -> _T:
    """The values of `kind` from the text, over those of the preset it names (the first where it names none).

    A table of a Mapping field replaces the preset's as a whole. Raises SettingsFaulty.
    """
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsFaulty((f"The file is not TOML: {error}.",)) from error
    preset = given.get("preset", next(iter(presets)))
    if not isinstance(preset, str) or preset not in presets:
        raise SettingsFaulty((f"preset is {preset!r}; it may be {', '.join(presets)}.",))
    reading = _Reading([])
    values = reading.table(given, presets[preset], kind, "")
    if reading.mistakes:
        raise SettingsFaulty(tuple(reading.mistakes))
    return cast(_T, values)


@dataclass
class _Reading:
    mistakes: list[str]

    def table(self, given: Mapping[str, Any], otherwise: Mapping[str, Any], kind: type[Any], above: str) -> Any:
        """An instance of `kind`, or something of no use when there were mistakes."""
        known = get_type_hints(kind, include_extras=True)
        for name in given:
            if name not in known:
                self.mistakes.append(f"{above}{name} is no setting; there are {', '.join(known)}.")
        values = {}
        for name, hint in known.items():
            value = given.get(name, otherwise[name])
            if is_dataclass(hint):
                table = self._is_table(value, f"{above}{name}")
                values[name] = self.table(table, otherwise[name], cast(type[Any], hint), f"{above}{name}.")
            else:
                values[name] = self._value(value, hint, f"{above}{name}")
        return kind(**values)

    def _is_table(self, value: Any, name: str) -> Mapping[str, Any]:
        if isinstance(value, dict):
            return value
        self.mistakes.append(f"{name} is {value!r}; it has to be a table: [{name}].")
        return {}

    def _value(self, value: Any, hint: Any, name: str) -> Any:
        match get_origin(hint), get_args(hint):
            case builtins.tuple, _:
                words = self._of(value, list, name, "a list of texts") or []
                return tuple(self._of(word, str, name, "a list of texts") for word in words)
            case types.UnionType, _:
                return Path(text) if (text := self._of(value, str, name, "a path")) else None
            case abc.Mapping, (_, named):
                table = self._is_table(value, name)
                return {word: self._choice(one, named, f'{name}."{word}"') for word, one in table.items()}
            case typing.Annotated, (_, Within() as bounds):
                return self._number(value, bounds, name)
        if hint is bool:
            return self._of(value, bool, name, "true or false")
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            return self._choice(value, hint, name)
        text = str(self._of(value, str, name, "a text") or "").strip()
        if hint == Required and not text:
            self.mistakes.append(f"{name} may not be empty.")
        return text

    def _of(self, value: Any, kind: type[Any], name: str, words: str) -> Any:
        if isinstance(value, kind):
            return value
        self.mistakes.append(f"{name} is {value!r}; it has to be {words}.")
        return None

    def _number(self, value: Any, bounds: Within, name: str) -> Any:
        if isinstance(value, bool) or not isinstance(value, int) or not bounds.least <= value <= bounds.most:
            self.mistakes.append(f"{name} is {value!r}; it may be a whole number from {bounds.least} to {bounds.most}.")
        return value

    def _choice(self, value: Any, among: type[StrEnum], name: str) -> Any:
        if value in set(among):
            return among(value)
        self.mistakes.append(f"{name} is {value!r}; it may be {', '.join(among)}.")
        return None
