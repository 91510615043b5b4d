"""The digest of a content, and of its beginnings."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from typing import IO

_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first bytes of a content: their digest, and whether they end with a line's end."""

    digest: str
    whole_lines: bool


@dataclass(frozen=True, slots=True)
class Content:
    """SHA-256 in hexadecimal and length in bytes of a content, and its beginnings by their length."""

    digest: str
    size: int
    beginnings: dict[int, Beginning]


def content_of(file: IO[bytes], lengths: Collection[int] = ()) -> Content:
    """Read `file` once to its end; of the `lengths` asked for, those that it has more than."""
    digest = hashlib.sha256()
    beginnings: dict[int, Beginning] = {}
    size, last = 0, b""
    for length in sorted({length for length in lengths if length > 0}):
        while size < length and (block := file.read(min(_AT_ONCE, length - size))):
            digest.update(block)
            size, last = size + len(block), block[-1:]
        if size < length:
            break
        beginnings[length] = Beginning(digest.copy().hexdigest(), last == b"\n")
    while block := file.read(_AT_ONCE):
        digest.update(block)
        size += len(block)
    beginnings.pop(size, None)
    return Content(digest.hexdigest(), size, beginnings)
