"""Search filters (RFC 4515) for entries of a file: and, or, not, equality, presence and `*`. A server has more."""

import re
from collections.abc import Callable

from integrations.directory.mapping.entry import Entry

Filter = Callable[[Entry], bool]

_ITEM = re.compile(r"([A-Za-z][\w.;-]*)=([^()]*)")
_CODE = re.compile(r"\\([0-9a-fA-F]{2})")


class FilterFaulty(Exception):
    """A filter that cannot be read, or that asks what only a server can answer."""


def parsed_filter(text: str) -> Filter:
    """What tells whether an entry is meant; texts are compared without regard to case. Raises FilterFaulty."""
    text = text.strip()
    wanted, end = _parenthesis(text, 0)
    if end != len(text):
        raise FilterFaulty(f"{text!r} goes on after its end")
    return wanted


def _parenthesis(text: str, at: int) -> tuple[Filter, int]:
    if text[at : at + 1] != "(":
        raise FilterFaulty(f"{text!r} has no ( at {at + 1}")
    sign = text[at + 1 : at + 2]
    if sign and sign in "&|!":
        parts: list[Filter] = []
        at += 2
        while text[at : at + 1] == "(":
            part, at = _parenthesis(text, at)
            parts.append(part)
        if not parts or (sign == "!" and len(parts) > 1):
            raise FilterFaulty(f"{text!r} has a wrong number of parts after {sign}")
        wanted = _joined(sign, parts)
    else:
        item = _ITEM.match(text, at + 1)
        if item is None:
            raise FilterFaulty(f"{text!r} asks at {at + 2} what can be asked of a server only")
        wanted, at = _compared(item.group(1), item.group(2)), item.end()
    if text[at : at + 1] != ")":
        raise FilterFaulty(f"{text!r} has no ) at {at + 1}")
    return wanted, at + 1


def _joined(sign: str, parts: list[Filter]) -> Filter:
    if sign == "!":
        return lambda entry: not parts[0](entry)
    if sign == "&":
        return lambda entry: all(part(entry) for part in parts)
    return lambda entry: any(part(entry) for part in parts)


def _compared(name: str, value: str) -> Filter:
    pieces = [re.escape(_CODE.sub(lambda code: chr(int(code.group(1), 16)), piece)) for piece in value.split("*")]
    pattern = re.compile(".*".join(pieces), re.IGNORECASE | re.DOTALL)
    return lambda entry: any(pattern.fullmatch(one.decode("utf-8", "replace").strip()) for one in entry.raw(name))
