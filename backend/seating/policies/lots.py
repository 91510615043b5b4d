"""Drawing lots that anybody can draw again: a lot is a hash of the seed and of what is drawn."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import TypeVar

Item = TypeVar("Item")


def lot(seed: str, name: str) -> int:
    """The lot of `name`: the first 64 bits of SHA-256 over `<seed>:<name>` in UTF-8. The lowest lot wins.

    Independent of Python's version, of the order of the others and of how many there are: whoever has the seed gets
    the same lot with any tool that knows SHA-256.
    """
    return int.from_bytes(sha256(f"{seed}:{name}".encode()).digest()[:8], "big")


def in_drawn_order(seed: str, items: Iterable[Item], name: Callable[[Item], str]) -> list[Item]:
    """The items from the lowest lot to the highest; `name` says under which name an item is in the hat."""
    return sorted(items, key=lambda item: (lot(seed, name(item)), name(item)))
