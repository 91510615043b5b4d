"""Halves of a day as parts. Knows no Django."""

from collections.abc import Collection

from calendars.policies.entries import Part

HALVES = (Part.AM, Part.PM)


def halves_in(part: str) -> frozenset[Part]:
    """The halves of a part of the day."""
    return frozenset(HALVES) if part == Part.FULL else frozenset({Part(part)})


def part_of_halves(halves: Collection[Part]) -> Part | None:
    """The part that these halves are; None for none."""
    if len(halves) == len(HALVES):
        return Part.FULL
    return next(iter(halves), None)
