"""Counting masks: how many of each group had a slot."""

from collections.abc import Hashable, Iterable, Mapping
from datetime import date, datetime, tzinfo
from typing import TypeVar

import numpy as np

from occupancy.policies.slots import SLOTS_A_DAY, bits_of, slots_within

Key = TypeVar("Key", bound=Hashable)

WHOLE_DAY = (1 << SLOTS_A_DAY) - 1
"""Every slot of a day as bits."""

_SLOTS = np.arange(SLOTS_A_DAY, dtype=np.uint64)


def mask_of(stretches: Iterable[tuple[datetime, datetime]], day: date, zone: tzinfo) -> int:
    """The slots of `day` that begin in any of the stretches, each half-open, as bits; bit n is slot n."""
    mask = 0
    for start, end in stretches:
        mask |= bits_of(slots_within(start, end, day, zone))
    return mask


def counts_by(masks: Iterable[tuple[Key, int]]) -> dict[Key, list[int]]:
    """By key, how many of its masks have each of the 48 slots."""
    numbers: dict[Key, int] = {}
    places: list[int] = []
    bits: list[int] = []
    for key, mask in masks:
        places.append(numbers.setdefault(key, len(numbers)))
        bits.append(mask)
    if not numbers:
        return {}
    totals = np.zeros((len(numbers), SLOTS_A_DAY), dtype=np.int64)
    taken = (np.array(bits, dtype=np.uint64)[:, None] >> _SLOTS) & np.uint64(1)
    np.add.at(totals, np.array(places), taken.astype(np.int64))
    return {key: totals[number].tolist() for key, number in numbers.items()}


def nothing() -> list[int]:
    """48 slots in which nothing was."""
    return [0] * SLOTS_A_DAY


def total(rows: Iterable[list[int]]) -> list[int]:
    """Slot by slot, the sum of the rows."""
    return [sum(slot) for slot in zip(*rows, strict=True)] or nothing()


def had_any(masks: Iterable[tuple[Key, int]], window: int) -> Mapping[Key, int]:
    """By key, how many of its masks have at least one slot of `window` (bits)."""
    found: dict[Key, int] = {}
    for key, mask in masks:
        if mask & window:
            found[key] = found.get(key, 0) + 1
    return found
