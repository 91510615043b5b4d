"""The text of an LDIF file (RFC 2849) as entries."""

import base64
import binascii
from collections.abc import Iterator

from integrations.directory.mapping.entry import Entry
from integrations.directory.port import DirectoryFaulty


def entries(content: bytes) -> Iterator[Entry]:
    """Every entry in the order of the file. Raises DirectoryFaulty with the line for what is no LDIF content.

    A value may be any bytes; a DN has to be UTF-8. Change records and values behind a URL (`attribute:< file:…`) are
    not taken: a directory's content has neither.
    """
    entry: Entry | None = None
    for number, line in _whole_lines(content):
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
            entry = Entry(_dn(number, value))
        elif name == "changetype":
            raise DirectoryFaulty(entry.dn, "this is a change and not content")
        else:
            entry.values.setdefault(name, []).append(value)
    if entry is not None:
        yield entry


def _whole_lines(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Lines with their continuations joined on, and the number of their first; comments left out."""
    begun, parts = 0, list[bytes]()
    for number, line in enumerate(content.split(b"\n"), start=1):
        bare = line.removesuffix(b"\r")
        if bare.startswith(b" ") and parts:
            parts.append(bare[1:])
            continue
        if parts and not parts[0].startswith(b"#"):
            yield begun, b"".join(parts)
        begun, parts = number, [bare]
    if parts and not parts[0].startswith(b"#"):
        yield begun, b"".join(parts)
    yield begun + 1, b""


def _attribute(number: int, line: bytes) -> tuple[str, bytes]:
    named, colon, value = line.partition(b":")
    name = named.decode("ascii", "replace").strip().lower()
    if not colon or not name:
        raise DirectoryFaulty(f"line {number}", "there is no attribute")
    if value.startswith(b"<"):
        raise DirectoryFaulty(f"line {number}", "values behind a URL are not read")
    if value.startswith(b":"):
        try:
            return name, base64.b64decode(value[1:].strip(), validate=True)
        except binascii.Error as error:
            raise DirectoryFaulty(f"line {number}", f"the value of {name} is no Base64") from error
    return name, value.strip(b" ")


def _dn(number: int, value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DirectoryFaulty(f"line {number}", "the DN is no UTF-8") from error
