"""The text of an LDIF file (RFC 2849) as entries."""

import base64
import binascii
from collections.abc import Iterator
from dataclasses import dataclass, field

from integrations.directory.port import DirectoryFaulty


@dataclass(slots=True)
class Entry:
    """An entry: its DN and its attributes with their values, names in lower case, options (`;lang-ja`) included."""

    dn: str
    values: dict[str, list[str]] = field(default_factory=dict)

    def all(self, name: str) -> list[str]:
        return self.values.get(name, [])

    def get(self, name: str) -> str:
        """The first value, or an empty text."""
        return next(iter(self.values.get(name, ())), "")

    def need(self, name: str) -> str:
        """The first value. Raises DirectoryFaulty when there is none."""
        if value := self.get(name):
            return value
        raise DirectoryFaulty(self.dn, f"{name} is missing")

    def is_a(self, object_class: str) -> bool:
        return any(value.lower() == object_class.lower() for value in self.all("objectclass"))


def entries(text: str) -> Iterator[Entry]:
    """Every entry in the order of the file. Raises DirectoryFaulty with the line for what is no LDIF content.

    Change records and values behind a URL (`attribute:< file:…`) are not taken: a directory's content has neither.
    """
    entry: Entry | None = None
    for number, line in _whole_lines(text):
        if not line:
            if entry is not None:
                yield entry
            entry = None
            continue
        name, value = _attribute(number, line)
        if entry is None:
            if name == "version":
                continue
            if name != "dn":
                raise DirectoryFaulty(f"line {number}", "an entry begins with dn")
            entry = Entry(value)
        elif name == "changetype":
            raise DirectoryFaulty(entry.dn, "this is a change and not content")
        else:
            entry.values.setdefault(name, []).append(value)
    if entry is not None:
        yield entry


def _whole_lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their continuations joined on, and the number of their first; comments left out."""
    begun, parts = 0, list[str]()
    for number, line in enumerate(text.split("\n"), start=1):
        bare = line.removesuffix("\r")
        if bare.startswith(" ") and parts:
            parts.append(bare[1:])
            continue
        if parts and not parts[0].startswith("#"):
            yield begun, "".join(parts)
        begun, parts = number, [bare]
    if parts and not parts[0].startswith("#"):
        yield begun, "".join(parts)
    yield begun + 1, ""


def _attribute(number: int, line: str) -> tuple[str, str]:
    name, colon, value = line.partition(":")
    if not colon or not name.strip():
        raise DirectoryFaulty(f"line {number}", "there is no attribute")
    if value.startswith("<"):
        raise DirectoryFaulty(f"line {number}", "values behind a URL are not read")
    if value.startswith(":"):
        try:
            return name.lower(), base64.b64decode(value[1:].strip(), validate=True).decode()
        except (binascii.Error, UnicodeDecodeError) as error:
            raise DirectoryFaulty(f"line {number}", f"the value of {name} is no UTF-8 in Base64") from error
    return name.lower(), value.strip(" ")
