"""Distinguished names (RFC 4514) to be compared: `OU=Staff, DC=City` and `ou=staff,dc=city` are the same place."""

import re
from functools import lru_cache

_ESCAPED = re.compile(r"\\([0-9a-fA-F]{2}|.)", re.DOTALL)
_PARTS = re.compile(r'((?:\\.|"(?:\\.|[^"\\])*"|[^,;\\"])*)(?:[,;]|$)', re.DOTALL)


def dn_key(dn: str) -> tuple[str, ...]:
    """The name's parts, nearest first, in one way of writing. Two names of the same entry have the same key."""
    if "\\" not in dn and '"' not in dn:
        return tuple(_plain(part) for part in dn.split(",")) if dn.strip() else ()
    parts = [match.group(1) for match in _PARTS.finditer(dn) if match.group(1)]
    return tuple(_plain(_unescaped(part)) for part in parts)


def is_within(key: tuple[str, ...], base: tuple[str, ...]) -> bool:
    """Whether an entry is `base` or lies below it."""
    return not base or key[-len(base) :] == base


def first_value(dn: str) -> tuple[str, str]:
    """The attribute (in lower case) and value the name begins with: `uid=s1,ou=people` is (`uid`, `s1`)."""
    match = _PARTS.match(dn)
    name, _equals, value = (match.group(1) if match else "").partition("=")
    return name.strip().lower(), _unescaped(value.strip())


@lru_cache(maxsize=4096)  # nearly all parts of a directory's names are those of some hundred places
def _plain(part: str) -> str:
    name, _equals, value = part.partition("=")
    return f"{name.strip().casefold()}={' '.join(value.split()).casefold()}"


def _unescaped(part: str) -> str:
    """The text without its backslashes; runs of `\\E5\\B1\\80` are UTF-8."""
    part = part.replace('"', "") if '\\"' not in part else part
    found = bytearray()
    at = 0
    for match in _ESCAPED.finditer(part):
        found += part[at : match.start()].encode()
        code = match.group(1)
        found += bytes.fromhex(code) if len(code) == 2 else code.encode()
        at = match.end()
    found += part[at:].encode()
    return found.decode("utf-8", "replace")
